"""Days of sales as the database keeps them: whole numbers, days since 1 January 1970."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_FIRST = date(1970, 1, 1).toordinal()


def epoch_day_of(day: date) -> int:
    """A date as a number.

    >>> epoch_day_of(date(1970, 1, 31))
    30
    """
    return day.toordinal() - _FIRST


def date_of(epoch_day: int) -> date:
    """A number as a date.

    >>> date_of(30)
    datetime.date(1970, 1, 31)
    """
    return date.fromordinal(_FIRST + epoch_day)


def epoch_days_of(days: pd.Series) -> NDArray[np.int64]:
    """A column of dates as numbers."""
    return days.to_numpy(dtype="datetime64[D]").astype(np.int64)


def datetimes_of(epoch_days: pd.Series) -> NDArray[np.datetime64]:
    """A column of numbers as dates."""
    return epoch_days.to_numpy(dtype=np.int64).astype("datetime64[D]").astype("datetime64[us]")
