"""Columns of numbers that only say the date again: its year, month, weekday, week, or the number of the row."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LEAST_SHARE = 0.99
LEAST_DIFFERENT = 3  # a month or quarter that is the same in all rows may be a steady seller
FIRST_YEAR = 1990
LEAST_DAYS = 8  # with fewer days sales may look like weekdays by chance

Numbers = NDArray[np.float64]


def says_the_calendar(values: Numbers, days: NDArray[np.datetime64]) -> bool:
    """Whether the numbers of a column, one per row, are told by the days of the rows alone.

    >>> days = np.arange("2024-01-01", "2024-01-15", dtype="datetime64[D]")
    >>> says_the_calendar(np.tile(np.arange(1.0, 8.0), 2), days)
    True
    """
    known = ~np.isnat(days)
    if len(np.unique(days[known])) < LEAST_DAYS:
        return False
    told = (some for some in _calendar(days[known]) if some[0] >= FIRST_YEAR or len(np.unique(some)) >= LEAST_DIFFERENT)
    return any(float((values[known] == some).mean()) >= LEAST_SHARE for some in told)


def _calendar(days: NDArray[np.datetime64]) -> Iterator[NDArray[np.int64]]:
    number = days.astype(np.int64)
    weekday = (number + 3) % 7
    yield from (weekday, weekday + 1, (weekday + 1) % 7, (weekday + 1) % 7 + 1)
    months, years = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    month = months.astype(np.int64) % 12
    yield from (years.astype(np.int64) + 1970, month + 1, month // 3 + 1)
    yield (days - months.astype("datetime64[D]")).astype(np.int64) + 1
    yield (days - years.astype("datetime64[D]")).astype(np.int64) + 1
    thursday = (number - weekday + 3).astype("datetime64[D]")  # its year is the year of the ISO week
    yield (thursday - thursday.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int64) // 7 + 1
    yield from (np.arange(len(days)), np.arange(1, len(days) + 1))
