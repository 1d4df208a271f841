"""Shop level: how well the whole shop sells, day by day, told from all its products at once.

One product's sales say little about a turn of the season; all of them together say it within days.
"""

import math
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK

LEVEL_RATE = 0.2  # share of a day's surprise that moves the level of a shop of many products
HALF_SELLERS = 2.0  # products selling a day at which it moves half as fast: one product alone is no shop
WEEKDAY_RATE = 0.05
PRODUCT_RATE = 0.03  # the products' own levels, against which the shop is measured, move slowly
RETURN_RATE = 0.002  # pull on the level toward 1, its products taking over what lasts
RIPE_DAYS = 28  # days a product must have been observed to speak for the shop
LEAST = 0.05  # of the usual: the lowest level or weekday a shop is held to


@dataclass(frozen=True)
class ShopLevel:
    """Multiples of the products' usual sales, each known on the evening of its day.

    level: (n_days,) of the shop as a whole.
    weekdays: (n_days, 7) factors as known on each day, for rows that are 0, 1, .. 6 modulo 7.
    surprise: (n_days,) log of what each day sold over what was expected of it the evening before, NaN where unknown.
    """

    level: FloatArray
    weekdays: FloatArray
    surprise: FloatArray

    def by_day(self) -> FloatArray:
        """What each day's sales are to be divided by (n_days,)."""
        row = np.arange(len(self.level))
        return np.asarray(self.level * self.weekdays[row, row % DAYS_PER_WEEK])

    def week_ahead(self, origins: IntArray) -> FloatArray:
        """Multiples (n_origins, 7) for the seven days after each origin, if the level stays."""
        ahead = (origins[:, None] + 1 + np.arange(DAYS_PER_WEEK)) % DAYS_PER_WEEK
        return np.asarray(self.level[origins, None] * self.weekdays[origins[:, None], ahead])

    def days_ahead(self, origins: IntArray, horizon: int) -> FloatArray:
        """As `week_ahead`, over and over for more days (n_origins, horizon)."""
        return np.tile(self.week_ahead(origins), -(-horizon // DAYS_PER_WEEK))[:, :horizon]


def shop_level(units: FloatArray, *, odd: BoolArray | None = None) -> ShopLevel:
    """Level and weekdays of a shop that sold `units` (n_days, n_products), extremes cut off, NaN where unobserved.

    A day's level is the sum of what its products sold over the sum of their own levels, each product weighing one
    over the root of its level (best for Poisson sales of a common ratio), then exponentially smoothed. Every value
    depends on its own and earlier days only. odd: days (n_days,) that say nothing of the days after them.
    """
    observed = ~np.isnan(units)
    sold = np.nan_to_num(units)
    n_days, n_products = units.shape
    learned = observed if odd is None else observed & ~odd[:, None]
    days_before = np.cumsum(learned, axis=0) - learned
    usual = (np.cumsum(sold * learned, axis=0) - sold * learned) / np.maximum(days_before, 1)  # the mean until then
    np.maximum(usual, 1e-12, out=usual)
    rate = np.maximum(1.0 / (days_before + 1), PRODUCT_RATE) * learned
    ripe = observed & (days_before >= RIPE_DAYS)
    selling, all_ripe = (sold > 0).sum(axis=1).tolist(), ripe.all(axis=1).tolist()
    levels, weekdays, surprises = [1.0] * n_days, [[1.0] * DAYS_PER_WEEK] * n_days, [math.nan] * n_days
    shop, week, sellers = 1.0, [1.0] * DAYS_PER_WEEK, 0.0
    own, weight, change = np.zeros(n_products), np.zeros(n_products), np.zeros(n_products)
    for row in range(n_days):
        day = row % DAYS_PER_WEEK
        divisor = shop * week[day]  # as known before the day, or a rise of the shop would hide in its products
        np.maximum(own, usual[row], out=weight)
        np.sqrt(weight, out=weight)
        np.divide(1.0 if all_ripe[row] else ripe[row], weight, out=weight)
        expected = float(weight @ own)
        ratio = float(weight @ sold[row]) / expected if expected > 0 else 0.0
        if ratio > 0:
            surprises[row] = math.log(ratio / divisor)
        if expected > 0 and (odd is None or not odd[row]):
            sellers += WEEKDAY_RATE * (selling[row] - sellers)
            trust = sellers / (sellers + HALF_SELLERS)
            surprise = ratio / week[day] - shop
            week[day] = max(week[day] + trust * WEEKDAY_RATE * (ratio / shop - week[day]), LEAST)
            shop = max(shop + trust * LEVEL_RATE * surprise, LEAST) ** (1.0 - RETURN_RATE)
            mean = sum(week) / DAYS_PER_WEEK
            week = [factor / mean for factor in week]
        np.divide(sold[row], divisor, out=change)
        np.subtract(change, own, out=change)
        np.multiply(change, rate[row], out=change)
        np.add(own, change, out=own)
        levels[row], weekdays[row] = shop, week.copy()
    return ShopLevel(np.array(levels), np.array(weekdays).reshape(n_days, DAYS_PER_WEEK), np.array(surprises))
