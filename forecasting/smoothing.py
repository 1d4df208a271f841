"""Exponential smoothing at several speeds, with and without the level of the whole shop, as runners of the race."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import long_enough, nothing_fitted
from forecasting.shop_level import ShopLevel
from forecasting.smoothed_levels import RATES, SmoothedLevels
from forecasting.weekday_profile import weekday_profiles


@dataclass(frozen=True)
class Smoothing:
    """Smoothed levels of the products, spread over the week by their weekday profiles.

    As "smoothing" on the units as they are; as "shop_smoothing" on units divided by the shop's level, so that a
    product moves with the shop at once and away from it slowly. No parameter is fitted: the race weighs the speeds.

    levels: of the same products, at all origins that it will be asked for.
    """

    shop: ShopLevel
    levels: SmoothedLevels

    @property
    def names(self) -> tuple[str, ...]:
        """As Runner.names."""
        return ("smoothing",) * len(RATES) + ("shop_smoothing",) * len(RATES)

    def part(self, products: slice) -> Self:
        """As Runner.part."""
        return replace(self, levels=self.levels.part(products))

    def fit(self, history: History) -> FloatArray:
        """As Runner.fit."""
        return nothing_fitted(history)

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:  # noqa: ARG002
        """As Runner.roll."""
        profiles = weekday_profiles(history.units[: origins[-1] + 1], self.shop, origins=origins)
        level = self.levels.at(origins)
        weeks = level.reshape(-1, *level.shape[2:], 1) * profiles.multiple
        weeks[:, ~long_enough(history, origins)] = np.nan
        return np.asarray(np.tile(weeks, -(-horizon // DAYS_PER_WEEK))[..., :horizon])
