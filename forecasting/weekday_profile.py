"""Weekday profile: how a product's sales spread over the week, drawn toward the shop's as far as chance explains.

A slow seller's own weekdays are mostly noise, a bread's are its own: how far each is believed follows from how much
its weeks differ from one another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.shop_level import ShopLevel

FORGOTTEN = 0.03  # share of what is known of a weekday that a further week replaces
USUAL_SPREAD = 0.2  # deviation of a product's weekdays from the shop's, over its level, that is expected beforehand
USUAL_WEIGHT = 2.0  # weekdays that this expectation counts as


@dataclass(frozen=True)
class WeekdayProfiles:
    """How the sales of the seven days after each origin compare; both (n_origins, n_products, 7).

    multiple: of the mean over the known weekdays, never negative. known: weekdays on which the product was observed;
    the others are those of the shop.
    """

    multiple: FloatArray
    known: BoolArray


def weekday_profiles(units: FloatArray, shop: ShopLevel, *, origins: IntArray) -> WeekdayProfiles:
    """Profiles as known at each origin, from units (n_days, n_products), NaN where unobserved.

    The deviations of a product's weekdays from the shop's are shrunk by tau^2 / (tau^2 + v): v the variance of a
    weekday's discounted mean by chance, tau^2 the variance of true deviations, estimated from the product's own
    deviations and USUAL_SPREAD (empirical Bayes; Efron and Morris, JASA 70, 1975). Each product's profile depends on
    its own column and the shop's level alone.
    """
    n_products = units.shape[1]
    shape = (len(origins), n_products, DAYS_PER_WEEK)
    multiple, known = np.ones(shape), np.zeros(shape, dtype=np.bool_)
    relative = units / shop.level[: len(units), None]
    for begin in np.unique((origins + 1) % DAYS_PER_WEEK).tolist():
        here = np.flatnonzero((origins + 1) % DAYS_PER_WEEK == begin)
        last_weeks = (origins[here] + 1 - begin) // DAYS_PER_WEEK - 1
        n_weeks = int(last_weeks.max(initial=-1)) + 1
        weeks = relative[begin : begin + n_weeks * DAYS_PER_WEEK].reshape(n_weeks, DAYS_PER_WEEK, n_products)
        usable = last_weeks >= 0
        multiple[here[usable]], known[here[usable]] = _profiles(
            weeks, last_weeks[usable], shop.week_ahead(origins[here[usable]])
        )
    return WeekdayProfiles(multiple, known)


def _profiles(weeks: FloatArray, last: IntArray, shop: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Multiples and known weekdays (n, n_products, 7) after weeks number `last`, beside the shop's weekdays (n, 7)."""
    observed = ~np.isnan(weeks)
    sold = np.nan_to_num(weeks)
    days = observed.sum(axis=1, keepdims=True)
    weekly = sold.sum(axis=1, keepdims=True) / np.maximum(days, 1)
    apart = np.where(observed, sold - weekly, 0.0)
    count, level_sum, apart_sum, square_sum = (
        _discounted(column, FORGOTTEN)[last]
        for column in (observed.astype(np.float64), np.where(observed, weekly, 0.0), apart, apart**2)
    )
    squared_weights = _discounted(observed.astype(np.float64), FORGOTTEN, squared=True)[last]
    known = count > 0
    safe = np.maximum(count, 1e-12)
    n_known = np.maximum(known.sum(axis=1, keepdims=True), 1)
    level = (np.where(known, level_sum / safe, 0.0)).sum(axis=1, keepdims=True) / n_known
    counted = np.where(known.any(axis=1, keepdims=True), known, True)
    usual_all = shop[:, :, None] / np.maximum(
        np.where(counted, shop[:, :, None], 0.0).sum(axis=1, keepdims=True) / counted.sum(axis=1, keepdims=True), 1e-12
    )
    usual = np.where(known, usual_all, 0.0)
    sells = level > 0
    over = np.where(sells, level, 1.0)
    own = np.where(known, apart_sum / safe / over + 1.0 - usual, 0.0)
    own = np.where(known, own - own.sum(axis=1, keepdims=True) / n_known, 0.0)
    spare = np.maximum(count.sum(axis=1, keepdims=True) - n_known, 1.0)
    noise = np.maximum(square_sum - apart_sum**2 / safe, 0.0).sum(axis=1, keepdims=True) / spare / over**2
    chance = noise * squared_weights / safe**2
    true = _true_variance(own, chance, n_known)
    shrink = np.divide(true, true + chance, out=np.zeros_like(own), where=known & sells)
    multiple = np.maximum(usual + shrink * own, 0.0)
    multiple *= n_known / np.maximum(multiple.sum(axis=1, keepdims=True), 1e-12)
    return np.swapaxes(np.where(known, multiple, usual_all), 1, 2), np.swapaxes(known, 1, 2)


def _true_variance(own: FloatArray, chance: FloatArray, n_known: IntArray) -> FloatArray:
    """Variance (n, 1, n_products) of true deviations, from those seen `own` and what chance adds (n, 7, n_products)."""
    usual = USUAL_SPREAD**2
    by_chance = chance.sum(axis=1, keepdims=True) / n_known
    seen = np.maximum((own**2).sum(axis=1, keepdims=True) / n_known - by_chance, 0.0)
    tells = (n_known - 1.0) * (usual / (usual + by_chance)) ** 2
    return np.asarray((USUAL_WEIGHT * usual + tells * seen) / (USUAL_WEIGHT + tells))


def _discounted(columns: FloatArray, forgotten: float, *, squared: bool = False) -> FloatArray:
    """Sums over the weeks until each, a week back weighing less by the share forgotten; weights squared if asked."""
    kept = (1.0 - forgotten) ** (2 if squared else 1)
    return np.asarray(lfilter([1.0], [1.0, -kept], columns, axis=0))
