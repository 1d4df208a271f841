"""Exponential smoothing at several speeds, with and without the level of the whole shop."""

from dataclasses import dataclass

import numpy as np

from forecasting.arima import lift_to_zero
from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import long_enough, nothing_fitted
from forecasting.shop_level import ShopLevel

RATES = np.array([0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.5])  # of the level: a memory of a hundred days to two
SEASON_RATE = 0.05
START_DAYS = 56
START_WEEKS = 5.0  # a weekday's first deviation is shrunk as by so many weeks without one


@dataclass(frozen=True)
class Smoothing:
    """Additive level and weekday season (Holt-Winters without trend), at every one of RATES.

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
        lifted = lift_to_zero(patterns.reshape(-1, *patterns.shape[2:]))
        lifted[:, ~long_enough(history, origins)] = np.nan
        return np.asarray(np.tile(lifted, weeks)[..., :horizon])


def smooth(units: FloatArray, *, scales: FloatArray, origins: IntArray) -> FloatArray:
    """Week ahead (n_scales, n_rates, n_origins, n_products, 7), in units over the scale, as known at each origin.

    units: (n_days, n_products), NaN where unobserved: such days change nothing. scales: (n_scales, n_days) what the
    units are divided by first.
    """
    observed = ~np.isnan(units)
    scaled = np.nan_to_num(units) / scales[:, :, None]
    level, season = _start(scaled, observed)
    level = np.repeat(level[:, None], len(RATES), axis=1)
    season = np.repeat(season[:, :, None], len(RATES), axis=2)
    rate = RATES[:, None]
    season_rate = SEASON_RATE * (1.0 - rate)
    out = np.empty((len(origins), DAYS_PER_WEEK, *level.shape))
    counted = observed.astype(np.float64)
    gaps = np.asarray(counted.min(axis=1) < 1.0)
    error, step = np.empty_like(level), np.empty_like(level)
    at = 0
    for row in range(origins[-1] + 1):
        today = season[row % DAYS_PER_WEEK]
        np.add(level, today, out=error)
        np.subtract(scaled[:, row, None], error, out=error)
        if gaps[row]:
            error *= counted[row]
        np.multiply(error, rate, out=step)
        level += step
        np.multiply(error, season_rate, out=step)
        today += step
        if row == origins[at]:
            for ahead in range(DAYS_PER_WEEK):
                out[at, ahead] = level + season[(row + 1 + ahead) % DAYS_PER_WEEK]
            at += 1
    return np.ascontiguousarray(np.moveaxis(out, (0, 1), (2, 4)))


def _start(scaled: FloatArray, observed: np.typing.NDArray[np.bool_]) -> tuple[FloatArray, FloatArray]:
    """Level (n_scales, n_products) and season (7, n_scales, n_products) of each product's first eight weeks."""
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
    return level, season - season.mean(axis=0)
