"""Forecasts for products with a short history or none, by the Gamma-Poisson model."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import gamma, nbinom

from forecasting.arrays import FloatArray
from forecasting.day_bands import DAY_BAND
from forecasting.drift import DRIFT_DAYS, MOST
from forecasting.extremes import extreme_limit
from forecasting.lot import usual_lots

UNSEEN_DAYS = 56  # a product never sold is taken to have been on offer for eight weeks in vain
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
    clump: FloatArray,
    drift: float,
    prior_days: FloatArray,
    is_open: FloatArray,
    levels: FloatArray,
) -> NewcomerForecast:
    """Forecast products (n_days, n_products) of which too little is known for a model.

    Sales come in clumps of `clump` units (n_products,) at a Poisson rate with prior Gamma(1/2, b), b = `prior_days`
    (n_products,): half a clump sold in b days. After s clumps in m open days, m counting b too, the next n open
    days sell a negative binomial number of clumps with r = s + 1/2, p = m / (m + n), and r n / m of them on average
    (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6). Levels drift by the variance `drift` between two
    times of four weeks, as random walks do; from m days to the next n this is added to the variance 1 / r
    of the rate. With b = 0 the prior is that of Jeffreys. A single extreme day is cut; a product never sold counts as
    offered for eight weeks in vain.
    """
    observed = ~np.isnan(units)
    days = observed.sum(axis=0)
    days = (np.where(days > 0, days, UNSEEN_DAYS) + prior_days)[:, None]
    sold = np.minimum(np.nan_to_num(units), extreme_limit(units)).sum(axis=0)
    clumps = (sold / clump)[:, None] + 0.5
    mean = clump[:, None] * clumps / days * is_open
    open_days = np.cumsum(is_open)
    grid = _day_grid(int(np.ceil(open_days[-1])))
    totals = _quantiles(clumps, days, grid[None], drift=drift, levels=levels)
    at = np.interp(open_days, grid, np.arange(len(grid)))
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, len(grid) - 1)
    share = (at - below)[None, :, None]
    one_day = _quantiles(clumps, days, np.ones((1, 1)), drift=drift, levels=np.array(DAY_BAND))
    step = clump[:, None, None]
    return NewcomerForecast(
        mean=mean,
        totals=step * (totals[:, below] * (1.0 - share) + totals[:, above] * share),
        day_bands=step * one_day * is_open[None, :, None],
    )


def shop_prior_days(units: FloatArray, clump: FloatArray) -> FloatArray:
    """The `prior_days` (n_products,) that make the prior mean the usual one of the shop (n_days, n_products).

    Half a clump over what a product with such a lot sells a day: as many lots as the median of the products that
    sell. 0 where none does.
    """
    lot = usual_lots(units)
    rate = np.nan_to_num(units).sum(axis=0) / np.maximum((~np.isnan(units)).sum(axis=0), 1) / lot
    if not (rate > 0).any():
        return np.zeros(len(lot))
    return np.asarray(0.5 * clump / lot / np.median(rate[rate > 0]))


def _day_grid(most: int) -> FloatArray:
    """Numbers of open days at which quantiles are computed: 0, all small ones, then steps of a fifth, `most`."""
    steps = FIRST_DAYS * 1.2 ** np.arange(1, 40)
    grid = np.concatenate((np.arange(FIRST_DAYS + 1), np.round(steps), [most]))
    return np.unique(grid[grid <= most]).astype(np.float64)


def _quantiles(r: FloatArray, m: FloatArray, n: FloatArray, *, drift: float, levels: FloatArray) -> FloatArray:
    """Quantiles (n_products, n_spans, n_levels) of the clumps sold in n days (1, n_spans) after r in m (n_products, 1).

    Of a gamma where the numbers are too large for the series, of which it is the limit.
    """
    mean = (r * n / m)[..., None]
    shape = 1.0 / (1.0 / r + np.minimum(drift * (m + n) / (2 * DRIFT_DAYS), MOST))[..., None]
    exact = np.asarray(nbinom.ppf(levels, shape, shape / (shape + mean)))
    large = (mean > 1e6) | ~np.isfinite(exact)
    totals = np.where(large, gamma.ppf(levels, shape) * (mean / shape), exact)
    return np.asarray(np.maximum.accumulate(totals, axis=1))
