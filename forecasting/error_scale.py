"""How large errors of totals are, as a function of the forecast and the number of days it spans."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from forecasting.arrays import FloatArray, IntArray

PRIOR_EXPONENTS = np.array([0.75, 0.1])  # of the forecast and of the days, where the shop says nothing
PRIOR_CELLS = 5.0
OWN_WEIGHT = 1.0 / 3.0  # a product's own error level never counts more than this
OWN_ORIGINS = 26.0
MOST_LOG_RATIO = 2.0
TINY = 1e-9  # a product that was never missed errs by less than any other


@dataclass(frozen=True)
class ErrorScale:
    """scale = own * c * (forecast + lot / 2)^p * days^h, in units.

    own: (n_products,) each product's error level over that of the shop, shrunk hard toward 1.
    """

    log_c: float
    p: float
    h: float
    lot: FloatArray
    own: FloatArray

    def part(self, products: slice | IntArray) -> ErrorScale:
        """The scale of some of the products."""
        return replace(self, lot=self.lot[products], own=self.own[products])

    def at(self, forecast: FloatArray, days: IntArray) -> FloatArray:
        """Scale of the errors of totals `forecast` (n_products, ..., n_spans) over `days` (n_spans,)."""
        by_product = (-1,) + (1,) * (forecast.ndim - 1)
        size = np.log(forecast + self.lot.reshape(by_product) / 2.0)
        scale = np.exp(self.log_c + self.p * size + self.h * np.log(days))
        return np.asarray(scale * self.own.reshape(by_product))


def fit_error_scale(
    forecast: FloatArray, actual: FloatArray, *, size: FloatArray, spans: IntArray, lot: FloatArray
) -> ErrorScale:
    """Fit the scale to past totals (n_products, n_origins, n_spans), NaN where unknown.

    size: what stands for the forecast in the scale, the same shape.

    Log-linear least squares on the mean absolute error of every product and span, with a weak prior on the exponents;
    their sum is held to 0.5..1, between independent days and one shock for all of them.
    """
    known = np.isfinite(forecast) & np.isfinite(actual)
    count = known.sum(axis=1)
    error = np.where(known, np.abs(actual - forecast), 0.0).sum(axis=1) / np.maximum(count, 1)
    mean = np.where(known, size, 0.0).sum(axis=1) / np.maximum(count, 1)
    used = (count > 0) & (error > 0)
    if not used.any():
        return ErrorScale(0.0, float(PRIOR_EXPONENTS[0]), float(PRIOR_EXPONENTS[1]), lot=lot, own=np.ones(len(lot)))
    log_size = np.log(mean + lot[:, None] / 2.0)
    days = np.broadcast_to(np.log(spans), log_size.shape)
    log_c, p, h = _regress(np.log(error[used]), log_size[used], days[used], count[used])
    shop = ErrorScale(log_c, p, h, lot=lot, own=np.ones(len(lot)))
    tried = count > 0
    residual = np.where(tried, np.log(np.where(used, error, TINY)) - np.log(shop.at(mean, spans)), 0.0)
    level = np.clip(residual, -MOST_LOG_RATIO, MOST_LOG_RATIO).sum(axis=1) / np.maximum(tried.sum(axis=1), 1)
    origins = known.any(axis=2).sum(axis=1)
    own = np.exp(OWN_WEIGHT * origins / (origins + OWN_ORIGINS) * level)
    return ErrorScale(log_c, p, h, lot=lot, own=own)


def _regress(error: FloatArray, size: FloatArray, days: FloatArray, weight: IntArray) -> tuple[float, float, float]:
    """Intercept and the two exponents, by weighted ridge regression toward the prior."""
    share = weight / weight.sum() * len(weight)
    centre = [float(np.average(column, weights=weight)) for column in (error, size, days)]
    columns = np.stack((size - centre[1], days - centre[2]), axis=1)
    gram = (columns * share[:, None]).T @ columns + PRIOR_CELLS * np.eye(2)
    moment = (columns * share[:, None]).T @ (error - centre[0]) + PRIOR_CELLS * PRIOR_EXPONENTS
    p, h = np.linalg.solve(gram, moment)
    p = float(np.clip(p, 0.3, 1.0))
    h = float(np.clip(h, 0.5 - p, 1.0 - p))
    return centre[0] - p * centre[1] - h * centre[2], p, h
