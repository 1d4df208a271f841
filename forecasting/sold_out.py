"""Sold-out days: stretches in which a product could not sell, so that its demand was not observed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from forecasting.arrays import FloatArray
from forecasting.history import History


@dataclass(frozen=True)
class SoldOut:
    """A product that could not sell from `first_day` to `last_day`, both included."""

    sku: str
    first_day: date
    last_day: date


def without(history: History, stretches: Iterable[SoldOut]) -> History:
    """The history with demand unobserved (NaN) on sold-out days; days on which the product did sell stay.

    Products and days that the history does not hold are passed over.
    """
    units = history.units.copy()
    column = {sku: number for number, sku in enumerate(history.skus)}
    for stretch in stretches:
        if stretch.sku in column:
            days = _days(history, stretch, units[:, column[stretch.sku]])
            days[days == 0] = np.nan
    return history.with_units(units)


def until_sold(history: History, stretches: Iterable[SoldOut]) -> tuple[SoldOut, ...]:
    """Stretches of empty shelves, each cut before the product sold again after its first day: it had come by then."""
    column = {sku: number for number, sku in enumerate(history.skus)}
    cut = []
    for stretch in stretches:
        if stretch.sku in column:
            later = replace(stretch, first_day=stretch.first_day + timedelta(days=1))
            sold = np.flatnonzero(_days(history, later, history.units[:, column[stretch.sku]]) > 0)
            last = stretch.first_day + timedelta(days=int(sold[0])) if len(sold) else stretch.last_day
            cut.append(replace(stretch, last_day=last))
    return tuple(cut)


def _days(history: History, stretch: SoldOut, units: FloatArray) -> FloatArray:
    """The part of a product's units (n_days,) that lies in the stretch."""
    begin = int(history.days.searchsorted(pd.Timestamp(stretch.first_day)))
    end = int(history.days.searchsorted(pd.Timestamp(stretch.last_day), side="right"))
    return units[begin:end]
