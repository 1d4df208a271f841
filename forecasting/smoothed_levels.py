"""Smoothed levels: what each product sells a day, followed at several speeds, robust to single days."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.signal import lfilter

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.shop_level import ShopLevel

RATES = np.array([0.01, 0.02, 0.04, 0.08, 0.15, 0.3])  # of the level: a memory of a hundred days to three
SEASON_RATE = 0.05
SCALE_RATE = 0.03  # of the variance of errors
SCALED_BY = 3  # number of the rate whose errors tell how large errors usually are
MOST_DEVIATIONS = 2.0  # a day's error counts no further (Gelper, Fried and Croux, Journal of Forecasting 29, 2010)
SALE_KEPT = 0.97  # weight of what is known of the size of sales that is left a day later
TINY = 1e-100
START_DAYS = 56
START_WEEKS = 5.0  # a weekday's first deviation is shrunk as by so many weeks without one
SCALES = 2  # units as they are, and units over the shop's level


@dataclass(frozen=True)
class SmoothedLevels:
    """Mean units a day of the week ahead, weekdays on which a product was never observed left out.

    origins: ascending row numbers (n_origins,).
    level: (SCALES, n_rates, n_origins, n_products) of units as they are, and of units over the shop's level times the
        level that the shop has at the origin. Never negative.
    """

    origins: IntArray
    level: FloatArray

    def at(self, origins: IntArray) -> FloatArray:
        """The levels (SCALES, n_rates, n, n_products) at some of the origins."""
        return self.level[:, :, np.searchsorted(self.origins, origins)]

    def part(self, products: slice) -> SmoothedLevels:
        """The levels of some of the products."""
        return replace(self, level=self.level[..., products])


def smoothed_levels(history: History, shop: ShopLevel, *, origins: IntArray) -> SmoothedLevels:
    """Levels of some products of a shop as known at each origin; history with extremes cut off, shop of all of it."""
    units = history.units[: origins[-1] + 1]
    alone = np.ones(len(units))
    ahead = np.stack((np.ones((len(origins), DAYS_PER_WEEK)), shop.week_ahead(origins)))
    return SmoothedLevels(
        origins, smooth(units, scales=np.stack((alone, shop.by_day()[: len(units)])), ahead=ahead, origins=origins)
    )


def smooth(units: FloatArray, *, scales: FloatArray, ahead: FloatArray, origins: IntArray) -> FloatArray:
    """Mean units a day of the week ahead (n_scales, n_rates, n_origins, n_products), as known at each origin.

    Additive level and weekday season (Holt-Winters without trend), at every one of RATES.
    units: (n_days, n_products), NaN where unobserved: such days change nothing. scales: (n_scales, n_days) what the
    units are divided by first. ahead: (n_scales, n_origins, 7) what the days after each origin are multiplied by.
    Errors beyond MOST_DEVIATIONS of those before are cut to that, so that one large order does not pass for a new
    level; but never below one usual sale, or rare single sales would count too little.
    """
    observed = ~np.isnan(units)
    sold = np.nan_to_num(units)
    scaled = sold / scales[:, :, None]
    level, season, variance = _start(scaled, observed)
    level = np.repeat(level[:, None], len(RATES), axis=1)
    season = np.repeat(season[:, :, None], len(RATES), axis=2)
    rate = RATES[:, None]
    season_rate = SEASON_RATE * (1.0 - rate)
    counted = observed.astype(np.float64)
    gaps = np.asarray(counted.min(axis=1) < 1.0)
    floor = _usual_sales(sold) / scales[:, :, None]
    weekday_seen = np.zeros((DAYS_PER_WEEK, units.shape[1]), dtype=np.bool_)
    out = np.empty((len(origins), *level.shape))
    error, step = np.empty_like(level), np.empty_like(level)
    most, change = np.empty_like(variance), np.empty_like(variance)
    at = 0
    for row in range(origins[-1] + 1):
        day = row % DAYS_PER_WEEK
        today = season[day]
        weekday_seen[day] |= observed[row]
        np.add(level, today, out=error)
        np.subtract(scaled[:, row, None], error, out=error)
        np.sqrt(variance, out=most)
        most *= MOST_DEVIATIONS
        np.maximum(most, floor[:, row], out=most)
        np.multiply(error[:, SCALED_BY], error[:, SCALED_BY], out=change)
        change -= variance
        change *= SCALE_RATE
        if gaps[row]:
            error *= counted[row]
            change *= counted[row]
        variance += change
        np.minimum(error, most[:, None], out=error)
        np.negative(most, out=most)
        np.maximum(error, most[:, None], out=error)
        np.multiply(error, rate, out=step)
        level += step
        np.multiply(error, season_rate, out=step)
        today += step
        if row == origins[at]:
            out[at] = _mean_week(level, season, ahead=ahead[:, at], next_day=row + 1, seen=weekday_seen)
            at += 1
    return np.ascontiguousarray(np.maximum(np.moveaxis(out, 0, 2), 0.0))


def _mean_week(
    level: FloatArray, season: FloatArray, *, ahead: FloatArray, next_day: int, seen: BoolArray
) -> FloatArray:
    """Mean (n_scales, n_rates, n_products) over the weekdays seen (7, n_products); over all where none was."""
    counts = np.where(seen.any(axis=0), seen, True).astype(np.float64)
    total = np.zeros_like(level)
    for days in range(DAYS_PER_WEEK):
        day = (next_day + days) % DAYS_PER_WEEK
        total += (level + season[day]) * ahead[:, days, None, None] * counts[day]
    return np.asarray(total / counts.sum(axis=0))


def _usual_sales(sold: FloatArray) -> FloatArray:
    """Geometric mean of the sales before each day (n_days, n_products), the latest weighing most; 0 before any."""
    sells = sold > 0
    logs, count = (
        lfilter([0.0, 1.0], [1.0, -SALE_KEPT], column, axis=0)
        for column in (np.log(np.where(sells, sold, 1.0)), sells.astype(np.float64))
    )
    known = count > TINY
    return np.where(known, np.exp(logs / np.where(known, count, 1.0)), 0.0)


def _start(scaled: FloatArray, observed: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Level and variance (n_scales, n_products), season (7, n_scales, n_products) of products' first eight weeks."""
    n_days = observed.shape[0]
    first = np.where(observed.any(axis=0), observed.argmax(axis=0), n_days)
    row = np.arange(n_days)[:, None]
    used = observed & (row < first + START_DAYS)
    count = used.sum(axis=0)
    level = np.where(used, scaled, 0.0).sum(axis=1) / np.maximum(count, 1)
    season = np.zeros((DAYS_PER_WEEK, *level.shape))
    for day in range(DAYS_PER_WEEK):
        there = used[day::DAYS_PER_WEEK]
        seen = there.sum(axis=0)
        total = np.where(there, scaled[:, day::DAYS_PER_WEEK], 0.0).sum(axis=1)
        season[day] = (total - seen * level) / (seen + START_WEEKS)
    square = np.where(used, scaled**2, 0.0).sum(axis=1) / np.maximum(count, 1)
    return level, season - season.mean(axis=0), np.maximum(square - level**2, 0.0)
