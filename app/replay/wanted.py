"""What was wanted on the days replayed: what was sold, and on days sold out what usually sells on such a weekday."""

import numpy as np
from numpy.typing import NDArray

from forecasting.history import History

DAYS_PER_WEEK = 7
WEEKS = 8

Floats = NDArray[np.float64]


def wanted(history: History, *, begin: int) -> Floats:
    """Units wanted (days, products) from row `begin` on; nothing on closed days and before a product's first sale.

    On a day whose demand was not observed: the mean of the same weekday in the eight weeks before, as far as these were
    observed. So no day depends on a later one.

    >>> import pandas as pd
    >>> units = np.array([[4.0], *[[1.0]] * 6, [2.0], *[[1.0]] * 6, [np.nan], [1.0]])
    >>> days = pd.date_range("2024-01-01", periods=16)
    >>> wanted(History(days, ("tea",), units, np.ones(16, dtype=bool)), begin=14)
    array([[3.],
           [1.]])
    """
    units = history.units
    row, product = np.nonzero(_hidden(history)[begin:])
    asked = np.nan_to_num(units[begin:])
    before = begin + row[:, None] - DAYS_PER_WEEK * (1 + np.arange(WEEKS))
    seen = np.where(before >= 0, units[np.maximum(before, 0), product[:, None]], np.nan)
    known = (~np.isnan(seen)).sum(axis=1)
    asked[row, product] = np.nansum(seen, axis=1) / np.maximum(known, 1)
    return np.asarray(asked.round(3))


def hidden_days(history: History, *, begin: int) -> int:
    """Product days from row `begin` on whose demand was not observed though the shop was open."""
    return int(_hidden(history)[begin:].sum())


def _hidden(history: History) -> NDArray[np.bool_]:
    observed = ~np.isnan(history.units)
    offered = np.cumsum(observed, axis=0) > 0
    hidden = ~observed & offered & history.open_days[:, None]
    hidden[-1:] = False  # what was found empty on the last evening had the day to sell
    return np.asarray(hidden, dtype=np.bool_)
