"""Content marks: by which one sees, product by product, whether sales that were known already have changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from forecasting.arrays import BoolArray, FloatArray
from forecasting.history import History

MOST_DAYS_MOVED = 7  # by which the window of days may have moved on

Marks = NDArray[np.uint64]


@dataclass(frozen=True)
class Content:
    """What the products of a history had sold, as 64-bit marks; equal sales have equal marks, others practically never.

    skus: the products. first_day, last_day: of the history.
    marks: (MOST_DAYS_MOVED + 1, n_products), row k of the days from the k-th on: a window of a fixed number of days
        loses one at its beginning with every new one.
    """

    skus: tuple[str, ...]
    first_day: pd.Timestamp
    last_day: pd.Timestamp
    marks: Marks

    def changed(self, history: History) -> BoolArray:
        """Which of these products (n_products,) sold something else up to the last day, as a later history has it.

        Only days that both know are compared, if the later history begins at most a week later. A product that it does
        not have has changed.
        """
        moved = (history.days[0] - self.first_day).days
        known = np.zeros(len(self.skus), dtype=np.bool_)
        if not history.skus or moved > MOST_DAYS_MOVED or history.days[-1] < self.last_day:
            return ~known
        inside = np.asarray((history.days >= self.first_day) & (history.days <= self.last_day))
        now = _marks(history.units[inside], history.days[inside]).sum(axis=0, dtype=np.uint64)
        place = {sku: number for number, sku in enumerate(history.skus)}
        at = np.array([place.get(sku, -1) for sku in self.skus], dtype=np.int64)
        known = np.asarray((at >= 0) & (now[at] == self.marks[max(moved, 0)]))
        return ~known


def content_of(history: History) -> Content:
    """The marks of a history of at least one day."""
    by_day = _marks(history.units, history.days)
    whole = by_day.sum(axis=0, dtype=np.uint64)
    lost = np.cumsum(by_day[:MOST_DAYS_MOVED], axis=0, dtype=np.uint64)
    marks = np.zeros((MOST_DAYS_MOVED + 1, len(history.skus)), dtype=np.uint64)
    marks[0] = whole
    marks[1 : len(lost) + 1] = whole - lost
    return Content(history.skus, history.days[0], history.days[-1], marks)


def _marks(units: FloatArray, days: pd.DatetimeIndex) -> Marks:
    """A mark of each day and product (n_days, n_products), to be added up (Steele, Lea and Flood 2014: SplitMix64)."""
    numbers = np.ascontiguousarray(np.where(np.isnan(units), np.nan, units + 0.0)).view(np.uint64)  # one NaN, one zero
    day = np.asarray((days - pd.Timestamp(0)).days, dtype=np.uint64)
    mixed = numbers ^ _mix(day)[:, None]
    return _mix(mixed)


def _mix(numbers: Marks) -> Marks:
    """Every bit of the result depends on every bit of the number; arithmetic modulo 2^64."""
    z = numbers + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(z ^ (z >> np.uint64(31)))
