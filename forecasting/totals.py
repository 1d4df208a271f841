"""Quantiles of total demand, calibrated on the errors of past totals."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import stdtrit

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.error_scale import ErrorScale, fit_error_scale
from forecasting.shocks import FEWEST_DEGREES, SHOCK_WEEKS, shock_widening
from forecasting.spans import interpolate_spans

LEVELS = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995)
MOST_GROUPS = 4
USUAL_SHARE = 0.5
ERRORS_PER_GROUP = 400
ENOUGH_BEYOND = 3.0  # independent errors beyond a quantile below which the normal tail guards it


@dataclass(frozen=True)
class Calibration:
    """Quantiles of errors in units of their scale, by size of forecast.

    scale: turns them into units of a product.
    centres: (n_groups,) log daily forecast in lots at which each group stands.
    table: (n_spans, n_groups, n_levels).
    """

    scale: ErrorScale
    spans: IntArray
    levels: FloatArray
    centres: FloatArray
    table: FloatArray

    def part(self, products: IntArray) -> Calibration:
        """The same errors for some of the products."""
        return replace(self, scale=self.scale.part(products))

    def quantiles(self, mean: FloatArray, *, usual: FloatArray, products: slice) -> FloatArray:
        """Quantiles (n, horizon, n_levels) of totals of the next 1..horizon days.

        mean: daily mean forecasts (n, horizon) of the products that the slice takes out of those calibrated.
        usual: their usual units a day (n,), as in `sizes`.
        Never negative, rising with level and days; 0 until the first day with a forecast above 0
        where the shop is closed on the first days.
        """
        scale = self.scale.part(products)
        horizon = mean.shape[1]
        total = np.cumsum(mean, axis=1)
        at = np.minimum(self.spans, horizon)
        size = sizes(total, usual, np.arange(1, horizon + 1))
        errors = interpolate_spans(self._errors(size[:, at - 1] / at, scale.lot), self.spans, horizon)
        spread = scale.at(size, np.arange(1, horizon + 1))
        units = np.maximum(total[:, :, None] + spread[:, :, None] * errors, 0.0)
        return np.asarray(np.maximum.accumulate(np.maximum.accumulate(units, axis=1), axis=2))

    def quantile_of(self, total: FloatArray, *, usual: FloatArray, span: int, level: float) -> FloatArray:
        """The quantile at one of the levels of totals forecast (n_products, n_origins) over span number `span`.

        usual: units a day (n_products, n_origins), as in `sizes`.
        """
        at = int(np.abs(self.levels - level).argmin())
        one = replace(self, spans=self.spans[[span]], table=self.table[span : span + 1, :, at : at + 1])
        size = sizes(total[..., None], usual, one.spans)
        errors = one._errors(size / one.spans, self.scale.lot)[..., 0]
        return np.asarray(np.maximum(total + (self.scale.at(size, one.spans) * errors)[..., 0], 0.0))

    def _errors(self, rate: FloatArray, lot: FloatArray) -> FloatArray:
        """Quantiles of scaled errors (n_products, ..., n_spans, n_levels) at daily forecasts (without n_levels)."""
        at = np.interp(_size(rate, lot), self.centres, np.arange(len(self.centres)))
        below = np.floor(at).astype(np.int64)
        above = np.minimum(below + 1, len(self.centres) - 1)
        share = (at - below)[..., None]
        span = np.arange(len(self.spans))
        return np.asarray(self.table[span, below] * (1.0 - share) + self.table[span, above] * share)


def sizes(forecast: FloatArray, usual: FloatArray, days: IntArray) -> FloatArray:
    """By how much a product sells when it sells: totals `forecast` (..., n_days), but not far below its usual rate.

    usual: units a day over the past year (...). A seasonal product forecast at nothing may err by what it usually
    sells; measured against nothing, that error would be endless, and be promised to other products.
    """
    return np.maximum(forecast, USUAL_SHARE * usual[..., None] * days)


def calibrate(
    forecast: FloatArray,
    actual: FloatArray,
    *,
    usual: FloatArray,
    spans: IntArray,
    lot: FloatArray,
    levels: FloatArray,
) -> Calibration:
    """Calibrate on past totals (n_products, n_origins, n_spans), NaN where unknown; every span known somewhere.

    usual: units a day (n_products, n_origins) over the year before each origin, as in `sizes`.

    Errors divided by their scale are pooled over products in up to four groups by size of forecast, and
    their quantiles taken at the ranks of split conformal prediction, level * (N + 1) (Lei et al., JASA 113,
    2018; Trapero et al., Omega 84, 2019, for lead-time demand). What all products of an origin share (a heat wave,
    a holiday) is known from the independent origins only, and as far as errors are shared, quantiles are
    widened as Student's t with so many is wider than the normal. Where too few independent errors lie beyond a
    level, the quantile is never nearer than that of Student's t with their spread.
    """
    known = np.isfinite(forecast) & np.isfinite(actual)
    sold_size = np.where(known, sizes(forecast, usual, spans), 1.0)
    scale = fit_error_scale(forecast, actual, size=sold_size, spans=spans, lot=lot)
    scaled = np.where(known, (actual - forecast) / scale.at(sold_size, spans), np.nan)
    size = _size(sold_size / spans, lot)
    edges, centres = _groups(size[known], int(known.sum(axis=(0, 1)).min()))
    table = np.empty((len(spans), len(centres), len(levels)))
    for number, span in enumerate(spans):
        there = known[:, :, number]
        error, group = scaled[:, :, number][there], np.searchsorted(edges, size[:, :, number][there])
        overlap = max(span / DAYS_PER_WEEK, 1.0)
        widening = shock_widening(scaled[:, :, number], levels, lasting=max(overlap, SHOCK_WEEKS))
        for g in range(len(centres)):
            own = error[group == g]
            table[number, g] = widening * _guarded_quantiles(own if len(own) else error, levels, overlap=overlap)
    return Calibration(scale, spans, levels, centres, table)


def _size(rate: FloatArray, lot: FloatArray) -> FloatArray:
    """Log of daily forecasts (n_products, ...) in lots."""
    by_product = (-1,) + (1,) * (rate.ndim - 1)
    return np.asarray(np.log(rate / lot.reshape(by_product) + 0.01))


def _groups(size: FloatArray, fewest_errors: int) -> tuple[FloatArray, FloatArray]:
    """Edges between groups and their middles, all groups holding the same share of errors."""
    n_groups = int(np.clip(fewest_errors // ERRORS_PER_GROUP, 1, MOST_GROUPS))
    edges = np.quantile(size, np.arange(1, n_groups) / n_groups)
    return edges, np.quantile(size, (np.arange(n_groups) + 0.5) / n_groups)


def _guarded_quantiles(errors: FloatArray, levels: FloatArray, *, overlap: float) -> FloatArray:
    """Quantiles of errors at conformal ranks, the thinly populated tails guarded by Student's t."""
    empirical = np.quantile(errors, levels, method="weibull")
    independent = max(len(errors) / overlap, 1.0)
    spread = np.sqrt(np.mean(errors**2)) * np.sqrt(1.0 + 1.0 / independent)
    tail = spread * stdtrit(max(independent - 1.0, FEWEST_DEGREES), levels)
    few: BoolArray = independent * np.minimum(levels, 1.0 - levels) < ENOUGH_BEYOND
    outward = np.where(levels >= 0.5, np.maximum(empirical, tail), np.minimum(empirical, tail))
    return np.where(few, outward, empirical)
