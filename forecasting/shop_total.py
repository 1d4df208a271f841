"""Shop total: what all products sell together, toward which the sum of their own forecasts is drawn.

A turn of the season stands out in the total days before it does in the noise of any one product.
"""

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import long_enough
from forecasting.shares import posterior_shares
from forecasting.shop_level import ShopLevel

SPAN = 14  # days ahead over which both are compared
WINDOW = 28  # days that tell the total's level
WEEK_KEPT = 0.2  # weight of a day in it, beside the same weekday one week later
LARGEST_RATIO = 3.0  # of a day's total to the median of the window: it counts no further
PRIOR_SHARE, PRIOR_DEVIATION = 0.5, 0.3  # of a gap that comes about: total and sum are worth about the same
CASES_PER_INDEPENDENT = 2.0  # weekly origins overlap
LARGEST_GAP = 0.5
USUAL_KEPT = 0.97  # of what is known of the usual gap, a week later


def total_gaps(
    history: History, shop: ShopLevel, *, origins: IntArray, days: FloatArray, forecast: FloatArray
) -> FloatArray:
    """Log of what the total says over what the products' forecasts add up to (n_origins,), NaN where one says nothing.

    history: as models see it. days: (n_origins, n_days) what opening, holidays and the time of the year make of the
    days after each origin. forecast: (n_products, n_origins) totals of these days, NaN for products with less than
    MINIMUM_DAYS at an origin, which do not count in the total either. Days after an origin never matter.
    """
    weekdays = (shop.days_ahead(origins, days.shape[1]) / shop.level[origins, None] * days).sum(axis=1)
    said = np.exp(_log_levels(history, shop, origins)) * weekdays
    added_up = np.nansum(forecast, axis=0)
    known = (said > 0) & (added_up > 0)
    return np.log(np.where(known, said, np.nan) / np.where(known, added_up, 1.0))


def usual_gaps(gaps: FloatArray) -> FloatArray:
    """What gaps of weekly origins (n_origins,) were usual before each of them, and before today (n_origins + 1,).

    Their discounted mean; NaN before the first. Means, medians and the products' closed days differ from shop to shop,
    so only what a gap is beyond the usual says that the shop has turned.

    >>> usual_gaps(np.array([0.1, 0.1, 0.4])).round(2).tolist()
    [nan, 0.1, 0.1, 0.2]
    """
    known = np.isfinite(gaps)
    usual = np.full(len(gaps) + 1, np.nan)
    total, weight = 0.0, 0.0
    for number, gap in enumerate(np.nan_to_num(gaps).tolist()):
        total, weight = USUAL_KEPT * total + gap, USUAL_KEPT * weight + float(known[number])
        usual[number + 1] = total / weight if weight > 0 else np.nan
    return usual


def drawn_shares(beyond: FloatArray, *, forecast: FloatArray, actual: FloatArray) -> FloatArray:
    """To what share sums are drawn toward the total at each weekly origin, and today (n_origins + 1,).

    beyond: gaps beyond the usual (n_origins,), as `beyond_usual` gives them. forecast, actual: totals of SPAN days
    (n_products, n_origins), NaN where unknown. From how far the gaps came about where SPAN days were over by then.
    """
    known = np.isfinite(forecast - actual)
    both = [np.where(known, totals, 0.0).sum(axis=0) for totals in (actual, forecast)]
    counted = (both[0] > 0) & (both[1] > 0)
    error = np.log(np.where(counted, both[0], 1.0) / np.where(counted, both[1], 1.0))
    gap = np.where(counted, beyond, 0.0)
    cases, gaps, errors, squares, moments, error_squares = (
        np.concatenate((np.zeros(SPAN // DAYS_PER_WEEK + 1), np.cumsum(each)))[: len(beyond) + 1]
        for each in (counted, gap, error, gap**2, gap * error, error**2)
    )
    over = np.maximum(cases, 1.0)
    return posterior_shares(
        squares - gaps**2 / over,
        moments - gaps * errors / over,
        error_squares - errors**2 / over,
        cases,
        prior=PRIOR_SHARE,
        deviation=PRIOR_DEVIATION,
        cases_per_independent=CASES_PER_INDEPENDENT,
    )


def beyond_usual(gaps: FloatArray, usual: FloatArray) -> FloatArray:
    """What gaps (n,) are beyond the usual (n,), 0 where one is unknown.

    >>> beyond_usual(np.array([0.3, 1.1, np.nan]), np.array([0.1, 0.1, 0.1])).round(2).tolist()
    [0.2, 0.5, 0.0]
    """
    return np.asarray(np.clip(np.nan_to_num(gaps - usual), -LARGEST_GAP, LARGEST_GAP))


def _log_levels(history: History, shop: ShopLevel, origins: IntArray) -> FloatArray:
    """Log units a day (n_origins,) that the products sell together on a mean weekday, -inf where they sell nothing.

    The mean of the logs of single days, so that no one day decides; the latest week weighs most.
    """
    rows = origins[:, None] - np.arange(WINDOW)[::-1]
    total = _totals(history, origins) / shop.weekdays[rows, rows % DAYS_PER_WEEK]
    counted = history.open_days[rows] & (total > 0)
    some = counted.any(axis=1)
    usual = np.nanmedian(np.where(counted, total, np.where(some, np.nan, 1.0)[:, None]), axis=1)[:, None]
    logs = np.log(np.clip(np.where(counted, total, usual), usual / LARGEST_RATIO, usual * LARGEST_RATIO))
    weight = counted * WEEK_KEPT ** (np.arange(WINDOW)[::-1] // DAYS_PER_WEEK)
    level = (weight * logs).sum(axis=1) / np.where(some, weight.sum(axis=1), 1.0)
    return np.where(some, level, -np.inf)


def _totals(history: History, origins: IntArray) -> FloatArray:
    """Units (n_origins, WINDOW) sold together on the days up to each origin by the products of MINIMUM_DAYS there."""
    old = long_enough(history, origins)
    totals = np.empty((len(origins), WINDOW))
    for number, origin in enumerate(origins):
        units = history.units[origin + 1 - WINDOW : origin + 1]
        of_old = units if old[number].all() else units[:, old[number]]
        totals[number] = np.ascontiguousarray(_filled(of_old)).sum(axis=1)  # else added up in another order
    return totals


def _filled(units: FloatArray) -> FloatArray:
    """Units (n_days, n_products), days not observed standing at the mean of the others."""
    missing = np.isnan(units)
    if not missing.any():
        return units
    mean = np.nansum(units, axis=0) / np.maximum((~missing).sum(axis=0), 1)
    return np.where(missing, mean, units)
