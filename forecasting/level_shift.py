"""Level shifts: products that have lately begun to sell at quite another level than before."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK

BEFORE_WEEKS, FEWEST_BEFORE = 26, 8
FEWEST_AFTER, MOST_AFTER = 3, 8  # weeks since the shift: fewer prove nothing, after more all models have followed
LEAST_RATIO = 2.0
MAXIMUM_CHANCE = 0.01
HALF_SELLERS = 2.0  # other products selling a week at which half of what they say of the shop is believed


@dataclass(frozen=True)
class LevelShifts:
    """Per product: found, the row of the first day at the new level, units per open day before and since then.

    before and since are those of the weeks compared, as sold.
    """

    found: BoolArray
    first_row: IntArray
    before: FloatArray
    since: FloatArray


@dataclass(frozen=True)
class _Weeks:
    """Weeks ending on the last day: units per observed day (n_weeks, n_products), and their first rows (n_weeks,)."""

    units: FloatArray
    first_row: IntArray


def find_level_shifts(units: FloatArray) -> LevelShifts:
    """Shifts three to eight weeks ago, from units (n_days, n_products) with extremes cut, NaN where unobserved.

    The weeks since are compared with up to 26 weeks before by the rank sum test (Mann and Whitney, Annals of
    Mathematical Statistics 18, 1947), exact and two-sided, every possible week of the shift counting as a test of its
    own (Bonferroni). A shift has a chance below 1 %, at least doubles or halves the mean, and still held in the last
    week. What all other products together sold more or less than usual is taken out first.

    >>> stays, doubles = np.tile([4.0, 5.0], (238, 1)).T
    >>> doubles[-35:] *= 3.0
    >>> shifts = find_level_shifts(np.stack((stays, doubles), axis=1))
    >>> shifts.found.tolist(), 238 - shifts.first_row[1].item()
    ([False, True], 35)
    """
    weeks = _weeks(units)
    own = weeks.units / _shop_index(weeks.units)
    n_weeks, n_products = own.shape
    chance, start = np.ones(n_products), np.zeros(n_products, dtype=np.int64)
    tests = range(FEWEST_AFTER, min(MOST_AFTER, n_weeks - FEWEST_BEFORE) + 1)
    for after in tests:
        here = _rank_sum_chance(own[n_weeks - after :], own[max(n_weeks - after - BEFORE_WEEKS, 0) : n_weeks - after])
        better = here < chance
        chance, start = np.where(better, here, chance), np.where(better, n_weeks - after, start)
    week = np.arange(n_weeks)[:, None]
    earlier, later = (week < start) & (week >= start - BEFORE_WEEKS), week >= start
    before, since = _mean(own, earlier), _mean(own, later)
    improbable = chance < MAXIMUM_CHANCE / max(len(tests), 1)
    found = improbable & _far_apart(before, since) & _still_holds(own, before, since)
    first_row = weeks.first_row[start] if n_weeks else start
    return LevelShifts(found, first_row, _mean(weeks.units, earlier), _mean(weeks.units, later))


def _weeks(units: FloatArray) -> _Weeks:
    """The last weeks in which the shop was open at all."""
    n_weeks = min(len(units) // DAYS_PER_WEEK, BEFORE_WEEKS + MOST_AFTER)
    first_row = len(units) - DAYS_PER_WEEK * np.arange(n_weeks, 0, -1)
    recent = units[len(units) - DAYS_PER_WEEK * n_weeks :].reshape(n_weeks, DAYS_PER_WEEK, units.shape[1])
    days = (~np.isnan(recent)).sum(axis=1)
    mean = np.where(days > 0, np.nan_to_num(recent).sum(axis=1) / np.maximum(days, 1), np.nan)
    is_open = days.any(axis=1)
    return _Weeks(mean[is_open], first_row[is_open])


def _shop_index(weekly: FloatArray) -> FloatArray:
    """How well all other products sold in each week (n_weeks, n_products), relative to their own means.

    Weighted by one over the root of the means, best for Poisson sales; drawn toward 1 where there are few others.
    """
    observed = ~np.isnan(weekly)
    sold = np.nan_to_num(weekly)
    mean = sold.sum(axis=0) / np.maximum(observed.sum(axis=0), 1)
    root = np.sqrt(np.where(mean > 0, mean, np.inf))
    share, usual = sold / root, np.where(observed & (mean > 0), mean / root, 0.0)
    usual = np.nan_to_num(usual)
    others_sold = share.sum(axis=1, keepdims=True) - share
    others_usual = usual.sum(axis=1, keepdims=True) - usual
    ratio = np.divide(others_sold, others_usual, out=np.ones_like(sold), where=others_usual > 1e-12)
    selling = (sold > 0).sum(axis=1, keepdims=True) - (sold > 0)
    trust = selling / (selling + HALF_SELLERS)
    return np.asarray(np.maximum(1.0 + trust * (ratio - 1.0), 0.05))


def _rank_sum_chance(after: FloatArray, before: FloatArray) -> FloatArray:
    """Two-sided chance (n_products,) of ranks so far apart; 1 where too few weeks were observed."""
    n_after, n_before = (~np.isnan(after)).sum(axis=0), (~np.isnan(before)).sum(axis=0)
    above = np.zeros(after.shape[1])
    for row in after:
        above += (row > before).sum(axis=0) + 0.5 * (row == before).sum(axis=0)
    farther = np.floor(np.maximum(above, n_after * n_before - above)).astype(np.int64)  # half a tie counts for nothing
    chance = np.ones(after.shape[1])
    for m, n in {*zip(n_after.tolist(), n_before.tolist(), strict=True)}:
        if m >= FEWEST_AFTER and n >= FEWEST_BEFORE:
            here = (n_after == m) & (n_before == n)
            chance[here] = np.minimum(2.0 * _tail(m, n)[farther[here]], 1.0)
    return chance


@cache
def _tail(m: int, n: int) -> FloatArray:
    """Chance (m * n + 1,) that Mann and Whitney's U of m and n values without ties is at least 0, 1, .. m * n."""
    rows = [[np.ones(1)] * (n + 1)]
    for i in range(1, m + 1):
        counts = [np.ones(1)]
        for j in range(1, n + 1):
            ways = np.zeros(i * j + 1)
            ways[j : j + len(rows[i - 1][j])] += rows[i - 1][j]  # the largest value is one of the m: above all n
            ways[: len(counts[j - 1])] += counts[j - 1]
            counts.append(ways)
        rows.append(counts)
    ways = rows[m][n]
    return np.asarray(np.cumsum(ways[::-1])[::-1] / ways.sum())


def _mean(weekly: FloatArray, chosen: BoolArray) -> FloatArray:
    known = chosen & ~np.isnan(weekly)
    return np.asarray(np.where(known, weekly, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1))


def _far_apart(before: FloatArray, since: FloatArray) -> BoolArray:
    low, high = np.minimum(before, since), np.maximum(before, since)
    return np.asarray((high > 0) & (high >= LEAST_RATIO * low))


def _still_holds(weekly: FloatArray, before: FloatArray, since: FloatArray) -> BoolArray:
    """Whether the last week lies on the new level's side of the middle (of the logarithms)."""
    if len(weekly) == 0:
        return np.zeros(len(before), dtype=np.bool_)
    middle, last = np.sqrt(before * since), weekly[-1]
    return np.asarray(np.where(since > before, last > middle, last <= middle))
