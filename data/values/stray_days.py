"""Days far from all others: a till's wrong clock or a mistyped year, not sales of that day."""

import numpy as np
from numpy.typing import NDArray

GAP_DAYS = 180
MOST_SHARE = 0.01
LEAST_DAYS = 28


def stray_days(days: NDArray[np.datetime64]) -> NDArray[np.bool_]:
    """Which rows (n_rows,) lie half a year or more from the bulk of the days (datetime64[D], NaT where unknown).

    Days are split where 180 days or more have no row. Parts with less than 1 % of the rows are stray, if the
    largest part spans four weeks at least; else nobody can tell which are.

    >>> year = np.arange("2024-01-01", "2025-01-01", dtype="datetime64[D]")
    >>> stray_days(np.append(year, np.datetime64("2099-01-01"))).nonzero()
    (array([366]),)
    """
    numbers = days[~np.isnat(days)].astype("datetime64[D]").astype(np.int64)
    if not len(numbers):
        return np.zeros(len(days), dtype=np.bool_)
    rows_of_day = np.bincount(numbers - numbers.min())
    distinct = np.flatnonzero(rows_of_day)
    part = np.concatenate(([0], np.cumsum(np.diff(distinct) >= GAP_DAYS)))
    rows = np.bincount(part, weights=rows_of_day[distinct])
    bulk = distinct[part == rows.argmax()]
    is_stray = np.zeros(len(rows_of_day), dtype=np.bool_)
    if bulk[-1] - bulk[0] >= LEAST_DAYS:
        is_stray[distinct] = (rows < MOST_SHARE * rows.sum())[part]
    stray = np.zeros(len(days), dtype=np.bool_)
    stray[~np.isnat(days)] = is_stray[numbers - numbers.min()]
    return stray
