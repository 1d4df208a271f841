"""Forecasts for products with a short history or none, by the Gamma-Poisson model."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import nbinom, norm

from forecasting.arrays import FloatArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.day_bands import DAY_BAND
from forecasting.extremes import extreme_limit
from forecasting.lot import usual_lots

UNSEEN_DAYS = 56  # a product never sold is taken to have been on offer for eight weeks in vain
DEFAULT_DISPERSION = 2.0
FIRST_DAYS = 14  # day counts up to here are computed one by one, further ones at growing steps


@dataclass(frozen=True)
class NewcomerForecast:
    """Daily mean (n_products, horizon) and quantiles of totals (n_products, horizon, n_levels).

    day_bands: (n_products, horizon, 2) what nine of ten single days lie between.
    """

    mean: FloatArray
    totals: FloatArray
    day_bands: FloatArray


def forecast_newcomers(
    units: FloatArray,
    *,
    lot: FloatArray,
    dispersion: float,
    prior_days: float,
    is_open: FloatArray,
    levels: FloatArray,
) -> NewcomerForecast:
    """Forecast products (n_days, n_products) of which too little is known for a model.

    Sales come in steps of lot * dispersion units at a Poisson rate with prior Gamma(1/2, b), b = `prior_days`: half
    a step sold in b days. After s steps in m open days, m counting b too, the next n open days sell a negative
    binomial number of steps with r = s + 1/2, p = m / (m + n), and r n / m of them on average (Gelman et al.,
    Bayesian Data Analysis, 3rd ed., section 2.6). With b = 0 the prior is that of Jeffreys. A single extreme
    day is cut; a product never sold counts as offered for eight weeks in vain.
    """
    observed = ~np.isnan(units)
    days = observed.sum(axis=0)
    days = np.where(days > 0, days, UNSEEN_DAYS)[:, None] + prior_days
    step = (lot * dispersion)[:, None, None]
    r = np.minimum(np.nan_to_num(units), extreme_limit(units)).sum(axis=0)[:, None, None] / step + 0.5
    mean = (step * r)[..., 0] / days * is_open
    open_days = np.cumsum(is_open)
    grid = _day_grid(int(np.ceil(open_days[-1])))
    pieces = _negative_binomial(r, days[..., None], grid[None, :, None], levels)
    at = np.interp(open_days, grid, np.arange(len(grid)))
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, len(grid) - 1)
    share = (at - below)[None, :, None]
    one_day = step * _negative_binomial(r, days[..., None], np.ones((1, 1, 1)), np.array(DAY_BAND))
    return NewcomerForecast(
        mean=mean,
        totals=step * (pieces[:, below] * (1.0 - share) + pieces[:, above] * share),
        day_bands=one_day * is_open[None, :, None],
    )


def shop_dispersion(units: FloatArray) -> float:
    """Variance over mean of weekly totals, in lots: median over the products (n_days, n_products), at least 1.

    1 for Poisson sales. Of the last 26 weeks; 2 where no product has eight observed weeks with a sale.
    """
    n_weeks = min(len(units) // DAYS_PER_WEEK, 26)
    if n_weeks < 8:
        return DEFAULT_DISPERSION
    recent = units[len(units) - n_weeks * DAYS_PER_WEEK :]
    weekly = np.nan_to_num(recent).reshape(n_weeks, DAYS_PER_WEEK, -1).sum(axis=1)
    mean = weekly.mean(axis=0)
    old = ~np.isnan(recent[:DAYS_PER_WEEK]).all(axis=0) & (mean > 0)
    if not old.any():
        return DEFAULT_DISPERSION
    ratio = weekly[:, old].var(axis=0, ddof=1) / mean[old] / usual_lots(units[:, old])
    return max(float(np.median(ratio)), 1.0)


def shop_prior_days(units: FloatArray, *, dispersion: float) -> float:
    """The `prior_days` that make the prior mean the usual one of the shop, from all its products (n_days, n_products).

    Half a step over the median daily rate of the products that sell; 0 where none does.
    """
    observed = (~np.isnan(units)).sum(axis=0)
    rate = np.nan_to_num(units).sum(axis=0) / np.maximum(observed, 1) / usual_lots(units)
    return float(0.5 * dispersion / np.median(rate[rate > 0])) if (rate > 0).any() else 0.0


def _day_grid(most: int) -> FloatArray:
    """Numbers of open days at which quantiles are computed: 0, all small ones, then steps of a fifth, `most`."""
    steps = FIRST_DAYS * 1.2 ** np.arange(1, 40)
    grid = np.concatenate((np.arange(FIRST_DAYS + 1), np.round(steps), [most]))
    return np.unique(grid[grid <= most]).astype(np.float64)


def _negative_binomial(r: FloatArray, m: FloatArray, n: FloatArray, levels: FloatArray) -> FloatArray:
    """Quantiles of the number sold in n days after m days; normal where the numbers are too large for the series."""
    exact = np.asarray(nbinom.ppf(levels, np.minimum(r, 1e6), m / (m + n)))
    mean = r * n / m
    normal = np.maximum(mean + norm.ppf(levels) * np.sqrt(mean * (1.0 + n / m)), 0.0)
    return np.where((r > 1e6) | ~np.isfinite(exact), normal, exact)
