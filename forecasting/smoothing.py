"""Exponential smoothing at several speeds, with and without the level of the whole shop, robust to single days."""

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from forecasting.arima import lift_to_zero
from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import long_enough, nothing_fitted
from forecasting.shop_level import ShopLevel
from forecasting.weekday_profile import weekday_profiles

RATES = np.array([0.01, 0.02, 0.04, 0.08, 0.15, 0.3])  # of the level: a memory of a hundred days to three
SEASON_RATE = 0.05
SCALE_RATE = 0.03  # of the variance of errors
SCALED_BY = 3  # number of the rate whose errors tell how large errors usually are
SALE_KEPT = 0.97  # weight of what is known of the size of sales that is left a day later
TINY = 1e-100
MOST_DEVIATIONS = 2.0  # a day's error counts no further (Gelper, Fried and Croux, Journal of Forecasting 29, 2010)
START_DAYS = 56
START_WEEKS = 5.0  # a weekday's first deviation is shrunk as by so many weeks without one


@dataclass(frozen=True)
class Smoothing:
    """Additive level and weekday season (Holt-Winters without trend), at every one of RATES; weeks spread by profile.

    As "smoothing" on the units as they are; as "shop_smoothing" on units divided by the shop's level, so that a
    product moves with the shop at once and away from it slowly. No parameter is fitted: the race weighs the speeds.
    """

    shop: ShopLevel

    @property
    def names(self) -> tuple[str, ...]:
        """As Runner.names."""
        return ("smoothing",) * len(RATES) + ("shop_smoothing",) * len(RATES)

    def fit(self, history: History) -> FloatArray:
        """As Runner.fit."""
        return nothing_fitted(history)

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:  # noqa: ARG002
        """As Runner.roll."""
        units = history.units[: origins[-1] + 1]
        alone = np.ones(len(units))
        scales = np.stack((alone, self.shop.by_day()[: len(units)]))
        patterns = smooth(units, scales=scales, origins=origins)
        patterns[1] *= self.shop.week_ahead(origins)[None, :, None, :]
        weeks = -(-horizon // DAYS_PER_WEEK)
        profiles = weekday_profiles(units, self.shop, origins=origins)
        lifted = profiles.spread(lift_to_zero(patterns.reshape(-1, *patterns.shape[2:])))
        lifted[:, ~long_enough(history, origins)] = np.nan
        return np.asarray(np.tile(lifted, weeks)[..., :horizon])


def smooth(units: FloatArray, *, scales: FloatArray, origins: IntArray) -> FloatArray:
    """Week ahead (n_scales, n_rates, n_origins, n_products, 7), in units over the scale, as known at each origin.

    units: (n_days, n_products), NaN where unobserved: such days change nothing. scales: (n_scales, n_days) what the
    units are divided by first. Errors beyond MOST_DEVIATIONS of those before are cut to that, so that one large order
    does not pass for a new level; but never below one usual sale, or rare single sales would count too little.
    """
    observed = ~np.isnan(units)
    scaled = np.nan_to_num(units) / scales[:, :, None]
    level, season, variance = _start(scaled, observed)
    level = np.repeat(level[:, None], len(RATES), axis=1)
    season = np.repeat(season[:, :, None], len(RATES), axis=2)
    rate = RATES[:, None]
    season_rate = SEASON_RATE * (1.0 - rate)
    out = np.empty((len(origins), DAYS_PER_WEEK, *level.shape))
    counted = observed.astype(np.float64)
    gaps = np.asarray(counted.min(axis=1) < 1.0)
    usual = _usual_sales(np.nan_to_num(units))
    error, step = np.empty_like(level), np.empty_like(level)
    most, change = np.empty_like(variance), np.empty_like(variance)
    at = 0
    for row in range(origins[-1] + 1):
        today = season[row % DAYS_PER_WEEK]
        np.add(level, today, out=error)
        np.subtract(scaled[:, row, None], error, out=error)
        np.sqrt(variance, out=most)
        np.multiply(error[:, SCALED_BY], error[:, SCALED_BY], out=change)
        change -= variance
        change *= SCALE_RATE
        if gaps[row]:
            error *= counted[row]
            change *= counted[row]
        variance += change
        most *= MOST_DEVIATIONS
        np.maximum(most, usual[row] / scales[:, row, None], out=most)
        np.minimum(error, most[:, None], out=error)
        np.negative(most, out=most)
        np.maximum(error, most[:, None], out=error)
        np.multiply(error, rate, out=step)
        level += step
        np.multiply(error, season_rate, out=step)
        today += step
        if row == origins[at]:
            for ahead in range(DAYS_PER_WEEK):
                out[at, ahead] = level + season[(row + 1 + ahead) % DAYS_PER_WEEK]
            at += 1
    return np.ascontiguousarray(np.moveaxis(out, (0, 1), (2, 4)))


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
