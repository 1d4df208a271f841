"""Days on which the shop was closed, told from sales alone.

A day without any sale may be a closed day or an open day on which nobody came. It counts as closed only when
the second has a chance below one percent; a sparse shop keeps its empty days as true zeros.
"""

import numpy as np

from forecasting.arrays import BoolArray, IntArray

DAYS_PER_WEEK = 7
CLOSED_WEEKS = 8  # a weekday must have been empty this often in a row
MAXIMUM_CHANCE = 0.01


def find_open_days(products_sold: IntArray) -> BoolArray:
    """Which days (n_days,) the shop was open, from how many products sold on each.

    An empty day is closed when (a) the shop sells so many products a day that an empty open day has a
    Poisson chance below 1 %, or (b) it lies in a run of at least eight empty days of the same weekday whose
    chance, under the share of selling days among the other weekdays, is below 1 %.

    >>> find_open_days(np.array([9, 8, 9, 0, 9])).tolist()
    [True, True, True, False, True]
    >>> find_open_days(np.array([1, 0, 1, 0, 1])).tolist()
    [True, True, True, True, True]
    """
    sold = products_sold > 0
    if not sold.any():
        return np.ones(len(sold), dtype=np.bool_)
    if np.exp(-products_sold[sold].mean()) < MAXIMUM_CHANCE:
        return sold
    closed = np.zeros(len(sold), dtype=np.bool_)
    for weekday in range(DAYS_PER_WEEK):
        rows = np.arange(weekday, len(sold), DAYS_PER_WEEK)
        for run in _empty_runs(sold[rows]):
            closed[rows[run]] = _is_closed_run(sold, rows[run])
    return ~closed


def closed_weekdays_ahead(sold: BoolArray) -> BoolArray:
    """Whether each of the next seven days (7,) falls on a weekday the shop keeps closed now.

    A weekday is closed when nothing was sold on it in the last eight weeks at least, and the other
    weekdays of those weeks sell so often that chance explains it in less than 1 % of shops.

    >>> week = [True] * 6 + [False]
    >>> closed_weekdays_ahead(np.array(week * 8)).tolist()
    [False, False, False, False, False, False, True]
    """
    ahead = np.zeros(DAYS_PER_WEEK, dtype=np.bool_)
    window = CLOSED_WEEKS * DAYS_PER_WEEK
    if len(sold) < window:
        return ahead
    recent = sold[-window:]
    for day in range(DAYS_PER_WEEK):
        rows = np.arange(day, window, DAYS_PER_WEEK)
        ahead[day] = not recent[rows].any() and _is_closed_run(recent, rows)
    return ahead


def _empty_runs(sold: BoolArray) -> list[slice]:
    """Every stretch of days without sales, as slices."""
    edges = np.flatnonzero(np.diff(np.concatenate(([1], sold.astype(np.int8), [1]))))
    return [slice(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _is_closed_run(sold: BoolArray, rows: IntArray) -> bool:
    """Whether a run of empty same weekdays is too long for chance, given the other days around it."""
    if len(rows) < CLOSED_WEEKS:
        return False
    around = np.arange(rows[0], min(rows[-1] + DAYS_PER_WEEK, len(sold)))
    others = sold[around[(around - rows[0]) % DAYS_PER_WEEK != 0]]
    return bool((1.0 - others.mean()) ** len(rows) < MAXIMUM_CHANCE)
