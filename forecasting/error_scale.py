"""How large errors of totals are, as a function of the forecast and the number of days it spans."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from forecasting.arrays import FloatArray, IntArray

PRIOR_EXPONENTS = np.array([0.75, 0.1])  # of the forecast and of the days, where the shop says nothing
PRIOR_CELLS = 5.0
PRIOR_FORETOLD = 0.2  # share of a product's error level in half a past that is found again in the other half
PRIOR_PRODUCTS, PRIOR_VARIANCE = 20.0, 0.1
LEAST_FORETOLD, MOST_FORETOLD = 0.05, 0.9
FEWEST_ORIGINS = 8  # of half a past for it to tell of the other
MOST_LOG_RATIO = 2.0
TINY = 1e-9  # a product that was never missed errs by less than any other


@dataclass(frozen=True)
class ErrorScale:
    """scale = own * c * (forecast + lot / 2)^p * days^h, in units.

    own: (n_products,) each product's error level over that of the shop's products, drawn toward 1.
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
    their sum is held to 0.5..1, between independent days and one shock for all of them. How far products' own error
    levels are believed, the shop tells: by how much those of the older half of its past foretold the newer half.
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
    half = known.shape[1] // 2
    old, new = (
        _own_levels(shop, forecast, actual, size=size, spans=spans, origins=part)
        for part in (slice(0, half), slice(half, None))
    )
    believed = _foretold(old, new)
    own = _own_levels(shop, forecast, actual, size=size, spans=spans, origins=slice(None))
    # As reliable as many measurements of which `half` together foretell that much (Spearman and Brown, 1910).
    weight = own.origins / (own.origins + half * (1.0 - believed) / believed)
    return replace(shop, own=np.exp(weight * own.level))


@dataclass(frozen=True)
class _OwnLevels:
    """Log of products' root mean squared errors over what the shop expects (n_products,), and origins behind them."""

    level: FloatArray
    origins: IntArray


def _own_levels(
    shop: ErrorScale, forecast: FloatArray, actual: FloatArray, *, size: FloatArray, spans: IntArray, origins: slice
) -> _OwnLevels:
    """Error levels in some of the past, the median product's being 0."""
    error = actual[:, origins] - forecast[:, origins]
    known = np.isfinite(error)
    count = known.sum(axis=1)
    tried = count > 0
    spread = np.sqrt(np.where(known, error**2, 0.0).sum(axis=1) / np.maximum(count, 1))
    mean = np.where(known, size[:, origins], 0.0).sum(axis=1) / np.maximum(count, 1)
    ratio = np.log(np.maximum(spread, TINY)) - np.log(shop.at(mean, spans))
    middle = float(np.median(ratio[tried])) if tried.any() else 0.0
    clipped = np.where(tried, np.clip(ratio - middle, -MOST_LOG_RATIO, MOST_LOG_RATIO), 0.0)
    return _OwnLevels(clipped.sum(axis=1) / np.maximum(tried.sum(axis=1), 1), known.any(axis=2).sum(axis=1))


def _foretold(old: _OwnLevels, new: _OwnLevels) -> float:
    """The slope of newer error levels on older ones over the products, with a weak prior."""
    both = (old.origins >= FEWEST_ORIGINS) & (new.origins >= FEWEST_ORIGINS)
    prior = PRIOR_PRODUCTS * PRIOR_VARIANCE
    before, after = (each.level[both] - each.level[both].mean() if both.any() else np.zeros(0) for each in (old, new))
    slope = ((before * after).sum() + prior * PRIOR_FORETOLD) / ((before**2).sum() + prior)
    return float(np.clip(slope, LEAST_FORETOLD, MOST_FORETOLD))


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
