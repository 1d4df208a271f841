"""Weekly rows: what a model of all products at once may learn from, by origin, product and week ahead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from forecasting.arrays import Float32Array, FloatArray, IntArray
from forecasting.chunks import chunks
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import MINIMUM_DAYS
from forecasting.shop_level import ShopLevel
from forecasting.smoothed_levels import SmoothedLevels
from forecasting.spread import IN_TURN, Spread
from forecasting.yearly import YEAR, has_last_year, last_years_change

WEEKS = 4  # ahead
LONG_SHARE = 0.3  # of the yearly mean in a product's scale, so that a pause of eight weeks does not make it zero


@dataclass(frozen=True)
class WeeklyRows:
    """Rows of (origin, product, week ahead); all but `target` known at the origin.

    origins: weekly, ascending (n_origins,). scale: (n_origins, n_products) units a day.
    steady: (n_origins, n_products, n_steady) features that are the same for all weeks ahead, NaN where unknown.
    weekly: (n_origins, n_products, WEEKS, n_weekly) the other features.
    target: (n_origins, n_products, WEEKS) units sold a day over the scale; NaN where unknown, or the product too young.
    """

    origins: IntArray
    scale: FloatArray
    steady: Float32Array
    weekly: Float32Array
    target: Float32Array

    def features(self, origin: IntArray, product: IntArray, week: IntArray) -> Float32Array:
        """Features (n_rows, n_steady + n_weekly) of some rows, by the numbers of origin, product and week."""
        return np.concatenate((self.steady[origin, product], self.weekly[origin, product, week]), axis=1)


def weekly_origins(n_days: int) -> IntArray:
    """Rows of all weekly origins, ascending, the latest the last day."""
    return np.arange(n_days - 1, MINIMUM_DAYS - 2, -DAYS_PER_WEEK, dtype=np.int64)[::-1].copy()


def weekly_rows(history: History, shop: ShopLevel, *, levels: SmoothedLevels) -> WeeklyRows:
    """Rows of some products of a shop, at the origins of their levels.

    history: with extremes cut off. shop: as `shop_level` gives it for all of it.
    """
    origins = levels.origins
    sums = _Running(history.units)
    recent, year = sums.mean(origins, 8 * DAYS_PER_WEEK), sums.mean(origins, YEAR)
    scale = recent + LONG_SHARE * year
    level = np.log(shop.level)
    turn = [level[origins] - _mean_before(level, origins, days) for days in (8 * DAYS_PER_WEEK, 2 * DAYS_PER_WEEK)]
    change = last_years_change(shop.level, origins=origins, horizon=WEEKS * DAYS_PER_WEEK)
    shares = sums.share_sold(origins, 8 * DAYS_PER_WEEK), sums.share_sold(origins, 2 * DAYS_PER_WEEK)
    smoothed = np.concatenate((levels.level[0], levels.level[1, ::2]))
    means = [smoothed, sums.mean(origins, 7)[None], sums.mean(origins, 28)[None], year[None]]
    relative = np.concatenate((*means, sums.root_mean_square(origins)[None])) / np.maximum(scale, 1e-12)
    steady = np.stack([*relative, *shares, np.log(np.maximum(scale, 1e-12))], axis=-1)
    shape = (*scale.shape, WEEKS)
    weekly = [
        np.broadcast_to(np.arange(WEEKS, dtype=np.float64), shape),
        np.broadcast_to(change.reshape(-1, 1, WEEKS, DAYS_PER_WEEK).mean(axis=-1), shape),
        *(np.broadcast_to(column[:, None, None], shape) for column in turn),
        *_last_year(sums, origins, scale),
    ]
    return WeeklyRows(
        origins,
        scale,
        steady.astype(np.float32),
        np.stack(weekly, axis=-1).astype(np.float32),
        _target(history, sums, origins, scale),
    )


def rows_of_shop(history: History, shop: ShopLevel, *, levels: SmoothedLevels, spread: Spread = IN_TURN) -> WeeklyRows:
    """As `weekly_rows`, of all products of a shop, part by part."""
    parts = ((history.part(products), levels.part(products)) for products in chunks(len(history.skus)))
    return _joined(list(spread.run(partial(_rows_of_part, shop=shop), parts)))


def _rows_of_part(part: tuple[History, SmoothedLevels], *, shop: ShopLevel) -> WeeklyRows:
    history, levels = part
    return weekly_rows(history, shop, levels=levels)


def _joined(parts: list[WeeklyRows]) -> WeeklyRows:
    """Rows of several parts of a shop as one."""
    return WeeklyRows(
        parts[0].origins,
        np.concatenate([part.scale for part in parts], axis=1),
        np.concatenate([part.steady for part in parts], axis=1),
        np.concatenate([part.weekly for part in parts], axis=1),
        np.concatenate([part.target for part in parts], axis=1),
    )


class _Running:
    """Sums over any days, by differences of running sums."""

    def __init__(self, units: FloatArray) -> None:
        observed = ~np.isnan(units)
        sold = np.nan_to_num(units)
        self.sold, self.days, self.selling, self.squares = (
            np.concatenate((np.zeros((1, units.shape[1])), np.cumsum(column, axis=0)))
            for column in (sold, observed, sold > 0, sold**2)
        )
        self.first = np.where(observed.any(axis=0), observed.argmax(axis=0), len(units))

    def mean(self, origins: IntArray, days: int) -> FloatArray:
        """Mean units (n_origins, n_products) of the observed among the last days."""
        return self._over(self.sold, origins, days)

    def share_sold(self, origins: IntArray, days: int) -> FloatArray:
        return self._over(self.selling, origins, days)

    def root_mean_square(self, origins: IntArray) -> FloatArray:
        return np.sqrt(np.maximum(self._over(self.squares, origins, 8 * DAYS_PER_WEEK), 0.0))

    def _over(self, sums: FloatArray, origins: IntArray, days: int) -> FloatArray:
        end, begin = origins + 1, np.maximum(origins + 1 - days, 0)
        return np.asarray((sums[end] - sums[begin]) / np.maximum(self.days[end] - self.days[begin], 1.0))


def _last_year(sums: _Running, origins: IntArray, scale: FloatArray) -> list[FloatArray]:
    """The product's own three weeks around each week ahead, and four weeks before, a year ago, over its scale."""
    weeks = np.full((*scale.shape, WEEKS), np.nan)
    before = np.full((*scale.shape, WEEKS), np.nan)
    safe = np.maximum(scale, 1e-12)
    for number, origin in enumerate(origins):
        then = int(origin) + 1 - YEAR
        if not has_last_year(int(origin)):
            continue
        for week in range(WEEKS):
            begin = then + DAYS_PER_WEEK * (week - 1)
            mean = (sums.sold[begin + 3 * DAYS_PER_WEEK] - sums.sold[begin]) / (3 * DAYS_PER_WEEK)
            weeks[number, :, week] = np.where(sums.first < begin, mean / safe[number], np.nan)
        mean = (sums.sold[then] - sums.sold[then - 28]) / 28
        before[number] = np.where(sums.first < then - 28, mean / safe[number], np.nan)[:, None]
    return [weeks, before]


def _target(history: History, sums: _Running, origins: IntArray, scale: FloatArray) -> Float32Array:
    n_days = len(history.days)
    target = np.full((*scale.shape, WEEKS), np.nan, dtype=np.float32)
    young = origins[:, None] - sums.first + 1 < MINIMUM_DAYS
    for week in range(WEEKS):
        begin = origins + 1 + week * DAYS_PER_WEEK
        over = begin + DAYS_PER_WEEK <= n_days
        begin, end = begin[over], begin[over] + DAYS_PER_WEEK
        sold = (sums.sold[end] - sums.sold[begin]) / DAYS_PER_WEEK
        known = (sums.days[end] > sums.days[begin]) & ~young[over] & (scale[over] > 0)
        target[over, :, week] = np.where(known, sold / np.maximum(scale[over], 1e-12), np.nan)
    return target


def _mean_before(values: FloatArray, origins: IntArray, days: int) -> FloatArray:
    running = np.concatenate(([0.0], np.cumsum(values)))
    begin = np.maximum(origins + 1 - days, 0)
    return np.asarray((running[origins + 1] - running[begin]) / (origins + 1 - begin))
