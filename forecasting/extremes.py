"""Extreme days: single days so far above a product's usual sales that they must not steer its forecast."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.history import History

LEAST_RATIO = 2.0


@dataclass(frozen=True)
class ExtremeDay:
    """A day on which a product sold `units`, of which the models are shown no more than `counted`."""

    sku: str
    day: date
    units: float
    counted: float


def extreme_limit(units: FloatArray) -> FloatArray:
    """Units (n_products,) above which a day counts as extreme, from the days given (n_days, n_products).

    The limit is q90 * max(q90 / q50, 2)^2 of the days with sales: under a lognormal spread that is the
    quantile four deviations above the median, reached on one day in thirty thousand. Both quantiles are taken
    from below, so that one spike never enters its own limit unless it is the only sale. Infinite where nothing sold.

    >>> extreme_limit(np.array([[1.0], [2.0], [1.0], [2.0], [1.0], [2.0], [80995.0]]))
    array([8.])
    """
    return _limit(np.sort(_positive(units), axis=1))


def rolling_limits(units: FloatArray, *, origins: IntArray) -> FloatArray:
    """Limits (n_origins, n_products) as known at each of some origins, from units (n_days, n_products)."""
    limits, begin = [], 0
    positive = np.zeros((units.shape[1], 0))
    for origin in origins:
        positive = np.concatenate((positive, _positive(units[begin : origin + 1])), axis=1)
        positive.sort(axis=1, kind="stable")  # quick where nearly everything is in order already
        limits.append(_limit(positive))
        begin = origin + 1
    return np.stack(limits)


def clip_extremes(units: FloatArray, limits: FloatArray, *, origins: IntArray) -> FloatArray:
    """Units with extreme days cut to `limits` (n_origins, n_products), as seen from origins (ascending row numbers).

    Days up to the first origin are held to the limit known then, days between two origins to the limit known
    at the later one; so no value depends on a day after the origin that first uses it. Days after the last origin are
    held to the last limit. Origins before the first row stand for days that are gone.
    """
    clipped = units.copy()
    begin = 0
    for origin, limit in zip([*origins[:-1], len(units) - 1], limits, strict=True):
        end = max(origin + 1, 0)
        np.minimum(clipped[begin:end], limit, out=clipped[begin:end])
        begin = end
    return clipped


def list_extremes(history: History, *, limit: FloatArray, counted: FloatArray) -> tuple[ExtremeDay, ...]:
    """The days above the products' limits (n_products,), by product and day.

    counted: (n_days, n_products) what models are shown; days that they are shown in full are not listed.
    """
    extreme = history.units > np.maximum(counted, limit)
    return tuple(
        ExtremeDay(
            history.skus[product],
            history.days[row].date(),
            units=float(history.units[row, product]),
            counted=float(counted[row, product]),
        )
        for product, row in np.argwhere(extreme.T).tolist()
    )


def _positive(units: FloatArray) -> FloatArray:
    """Sales by product (n_products, n_days), infinite on days without."""
    return np.where(units.T > 0, units.T, np.inf)


def _limit(ascending: FloatArray) -> FloatArray:
    """The limit (n_products,) from each product's sales in ascending order, infinite ones last."""
    count = np.isfinite(ascending).sum(axis=1)
    q90 = _lower_quantile(ascending, count, 0.9)
    q50 = _lower_quantile(ascending, count, 0.5)
    ratio = np.divide(q90, q50, out=np.ones_like(q90), where=np.isfinite(q90))
    return np.asarray(q90 * np.maximum(ratio, LEAST_RATIO) ** 2)


def _lower_quantile(ascending: FloatArray, count: IntArray, level: float) -> FloatArray:
    """The quantile of the first `count` values of each row, without interpolation, rounded down."""
    index = np.floor(level * np.maximum(count - 1, 0)).astype(np.int64)
    return np.take_along_axis(ascending, index[:, None], axis=1)[:, 0]
