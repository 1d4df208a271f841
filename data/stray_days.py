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
    known = ~np.isnat(days)
    distinct, place, counts = np.unique(days[known], return_inverse=True, return_counts=True)
    if not len(distinct):
        return np.zeros(len(days), dtype=np.bool_)
    part = np.concatenate(([0], np.cumsum(np.diff(distinct).astype(np.int64) >= GAP_DAYS)))
    rows = np.bincount(part, weights=counts)
    bulk = distinct[part == rows.argmax()]
    if (bulk[-1] - bulk[0]).astype(np.int64) < LEAST_DAYS:
        return np.zeros(len(days), dtype=np.bool_)
    stray = np.zeros(len(days), dtype=np.bool_)
    stray[known] = (rows < MOST_SHARE * rows.sum())[part][place]
    return stray
