"""Own year: what last year's same weeks say of a product's coming weeks, beside what they say of its shop's."""

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.chunks import chunks
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.shares import posterior_shares
from forecasting.shop_level import ShopLevel
from forecasting.weekly_rows import WEEKS
from forecasting.yearly import LARGEST, YEAR

AROUND = 28  # days about each week ahead over which last year is smoothed
BEFORE = 56  # days before them to which they are compared
USUAL_DAYS = 14.0  # days of usual sales that both are drawn toward
JUDGED_DAYS = 14  # of past totals from which the power is told
PRIOR_POWER, PRIOR_DEVIATION = 0.3, 0.1
CASES_PER_INDEPENDENT = 4.0  # weekly origins overlap


def own_changes(history: History, shop: ShopLevel, *, origins: IntArray) -> FloatArray:
    """Log of a product's sales in each coming week over those of BEFORE, a year ago (n_products, n_origins, WEEKS).

    As shares of the shop's level, whose own changes `yearly.py` tells. 0 where the product was hardly observed so long
    ago. history: as models see it. Days after an origin never matter.
    """
    changes = np.zeros((len(history.skus), len(origins), WEEKS))
    then = origins + 1 - YEAR
    known = np.flatnonzero(then >= BEFORE)
    if len(known):
        for products in chunks(len(history.skus)):
            units = history.units[:, products] / shop.level[: len(history.days), None]
            changes[products, known] = np.moveaxis(_changes(units, origins[known], then[known]), 1, 0)
    return changes


def own_powers(changes: FloatArray, *, forecast: FloatArray, actual: FloatArray, usual: FloatArray) -> FloatArray:
    """To what power changes are taken over at each weekly origin, and today (n_origins + 1,), between 0 and 1.

    changes: as `own_changes` gives them at the origins. forecast, actual: past totals of JUDGED_DAYS without them
    (n_products, n_origins), NaN where unknown. usual: units a day (n_products, n_origins).
    The mean of a normal posterior, from how far the products that changed more than others last year did so again,
    with a prior that three tenths return; from totals that were over at the origin.
    """
    weeks = JUDGED_DAYS // DAYS_PER_WEEK
    change = changes[..., :weeks].mean(axis=-1)
    some = usual * USUAL_DAYS
    known = np.isfinite(forecast - actual) & (change != 0) & (some > 0)
    safe = np.where(known, some, 1.0)
    error = np.log((np.where(known, actual, 0.0) + safe) / (np.where(known, forecast, 0.0) + safe))
    error = np.where(known, error - error.sum(axis=0, where=known) / np.maximum(known.sum(axis=0), 1), 0.0)
    change = np.where(known, change, 0.0)
    cases, squares, moments, errors = (
        np.concatenate((np.zeros(weeks + 1), np.cumsum(each.sum(axis=0))))[: changes.shape[1] + 1]
        for each in (known, change**2, change * error, error**2)
    )
    return posterior_shares(
        squares,
        moments,
        errors,
        cases,
        prior=PRIOR_POWER,
        deviation=PRIOR_DEVIATION,
        cases_per_independent=CASES_PER_INDEPENDENT,
    )


def _changes(units: FloatArray, origins: IntArray, then: IntArray) -> FloatArray:
    """As `own_changes`, (n_origins, n_products, WEEKS), from units (n_days, n_products), all origins a year old."""
    begin = int(then[0]) - BEFORE
    units, origins, then = units[begin : int(origins[-1]) + 1], origins - begin, then - begin
    sold, days = (
        np.concatenate((np.zeros((1, units.shape[1])), np.cumsum(column, axis=0)))
        for column in (np.nan_to_num(units), ~np.isnan(units))
    )
    year = (sold[origins + 1] - sold[then]) / np.maximum(days[origins + 1] - days[then], 1.0)
    known = (year > 0) & (2 * (days[then] - days[then - BEFORE]) > BEFORE)
    safe = np.where(known, year, 1.0)

    def relative(begin: IntArray, end: IntArray) -> FloatArray:
        return np.asarray(((sold[end] - sold[begin]) / safe + USUAL_DAYS) / (days[end] - days[begin] + USUAL_DAYS))

    before = relative(then - BEFORE, then)
    margin = (AROUND - DAYS_PER_WEEK) // 2
    begins = [then + DAYS_PER_WEEK * week - margin for week in range(WEEKS)]
    around = np.stack([relative(begin, np.minimum(begin + AROUND, origins + 1)) for begin in begins], axis=-1)
    return np.where(known[..., None], np.clip(np.log(around / before[..., None]), -LARGEST, LARGEST), 0.0)
