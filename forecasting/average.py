"""Same-weekday average: the rival that every model must beat."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.history import History
from forecasting.runner import long_enough, nothing_fitted

WEEKS = 8


@dataclass(frozen=True)
class SameWeekdayAverage:
    """Each day ahead is the mean of the same weekday over the last eight weeks."""

    @property
    def names(self) -> tuple[str, ...]:
        """As Runner.names."""
        return ("weekday_average",)

    def part(self, products: slice) -> Self:  # noqa: ARG002
        """As Runner.part."""
        return self

    def fit(self, history: History) -> FloatArray:
        """As Runner.fit."""
        return nothing_fitted(history)

    def roll(self, history: History, fitted: FloatArray, *, origins: IntArray, horizon: int) -> FloatArray:  # noqa: ARG002
        """As Runner.roll."""
        units = history.units
        known = long_enough(history, origins)
        means = np.full((len(origins), units.shape[1], horizon), np.nan)
        for number, origin in enumerate(origins):
            if origin + 1 >= WEEKS * DAYS_PER_WEEK:
                week = weekday_means(units[origin + 1 - WEEKS * DAYS_PER_WEEK : origin + 1])
                means[number] = np.resize(week, (horizon, units.shape[1])).T
        means[~known] = np.nan
        return means[None]


def weekday_means(units: FloatArray) -> FloatArray:
    """Mean of each of the seven weekdays (7, n_products) over whole weeks (7 * n_weeks, n_products).

    A weekday never observed gets the mean of the others, a product never observed 0.
    """
    by_week = units.reshape(-1, DAYS_PER_WEEK, units.shape[1])
    observed = ~np.isnan(by_week)
    total, count = np.where(observed, by_week, 0.0).sum(axis=0), observed.sum(axis=0)
    overall = total.sum(axis=0) / np.maximum(count.sum(axis=0), 1)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), overall))
