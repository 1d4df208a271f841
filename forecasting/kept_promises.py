"""Promises: quantiles of totals, kept when they were made and settled when their days have passed.

Tables of promises have the columns origin (the last day whose sales were known), sku, days, level, units.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from forecasting.arrays import FloatArray, IntArray
from forecasting.forecast import Forecast
from forecasting.history import History

PROMISE = ["origin", "sku", "days", "level", "units"]
PROMISED_DAYS = (7, 14, 28)
PROMISED_LEVELS = (0.5, 0.8, 0.9, 0.95, 0.98)
ROUNDING_ERROR = 1e-9


def promises_of(
    forecast: Forecast, *, days: Sequence[int] = PROMISED_DAYS, levels: Sequence[float] = PROMISED_LEVELS
) -> pd.DataFrame:
    """What a forecast promises, a row per product, number of days and level; days beyond its horizon are left out.

    Raises ValueError for a level that the forecast does not have.
    """
    ahead = [n for n in days if n <= forecast.totals.shape[1]]
    columns = [_column(forecast.levels, level) for level in levels]
    units = forecast.totals[:, np.array(ahead, dtype=int) - 1][:, :, columns]
    keys = pd.MultiIndex.from_product([forecast.skus, ahead, levels], names=["sku", "days", "level"])
    origin = pd.Timestamp(forecast.first_day) - pd.Timedelta(days=1)
    return pd.DataFrame({"origin": origin, "units": units.ravel()}, index=keys).reset_index()[PROMISE]


def settled(promises: pd.DataFrame, history: History) -> pd.DataFrame:
    """The promises whose days have passed, with what was `sold` in them and whether each was `kept`.

    A promise is kept where no more was sold. Left out: products that the history does not have, and totals with days
    on which demand was not observed though the shop was open, or before the product's first sale. A closed day sells
    nothing.
    """
    place = {sku: number for number, sku in enumerate(history.skus)}
    product = promises["sku"].map(place).fillna(-1).to_numpy(dtype=np.int64)
    begin = np.asarray((pd.DatetimeIndex(promises["origin"]) - history.days[0]).days, dtype=np.int64) + 1
    end = begin + promises["days"].to_numpy(dtype=np.int64)
    inside = (product >= 0) & (begin >= 0) & (end <= len(history.days))
    passed = promises[inside]
    sold = _sold_between(history, product[inside], begin[inside], end[inside])
    told = passed.assign(sold=sold, kept=sold - passed["units"].to_numpy() <= ROUNDING_ERROR)
    return pd.DataFrame(told[~np.isnan(sold)]).reset_index(drop=True)


def _column(levels: FloatArray, level: float) -> int:
    found = np.flatnonzero(np.isclose(levels, level))
    if not found.size:
        raise ValueError(f"level must be one of the forecast's, {levels.tolist()}, got {level}")
    return int(found[0])


def _sold_between(history: History, product: IntArray, begin: IntArray, end: IntArray) -> FloatArray:
    """Units sold from row `begin` to before row `end`, NaN where a day of them was not observed."""
    unobserved = np.isnan(history.units) & history.open_days[:, None]
    before_launch = np.cumsum(~np.isnan(history.units), axis=0) == 0
    holes = _running(unobserved | before_launch)
    sold = _running(np.nan_to_num(history.units))
    whole = holes[end, product] == holes[begin, product]
    return np.where(whole, sold[end, product] - sold[begin, product], np.nan)


def _running(values: FloatArray) -> FloatArray:
    return np.concatenate((np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)))
