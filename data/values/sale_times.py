"""The time of each day's last sale, which tells whether a day was over when its file was exported."""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import DAY, TIME
from data.tables.column import Column, Texts

CLOCK = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?!\d)[^ap]*(?P<half>[ap]\.?\s?m\b)?"
BY_ITSELF = re.compile(r"(?:^|[T\s])" + CLOCK, re.IGNORECASE)
BEHIND_A_DATE = re.compile(r"[T\s]" + CLOCK, re.IGNORECASE)  # "12.05.2024" begins like a time
NO_TIME = -1


def no_times() -> pd.Series:
    """The last sales of a file without times."""
    return pd.Series([], index=pd.DatetimeIndex([]), dtype="int64")


def last_sales(columns: Mapping[str, Column], days: NDArray[np.datetime64], used: NDArray[np.bool_]) -> pd.Series:
    """Minute after midnight of the last sale, by day (datetime64); empty where the file names no times.

    days, used: of each row, (n_rows,). Times are local, as the till writes them.
    """
    minutes = _minutes(columns)
    known = used & (minutes != NO_TIME)
    if not known.any():
        return no_times()
    return pd.Series(minutes[known]).groupby(pd.DatetimeIndex(days[known])).max()


def minute_of_day(text: str, pattern: re.Pattern[str] = BY_ITSELF) -> int:
    """The time that a text names, in minutes after midnight; -1 where it names none.

    >>> minute_of_day("08:26"), minute_of_day("1/12/2010 8:26 PM"), minute_of_day("2024-05-01T17:03:10+02:00")
    (506, 1226, 1023)
    >>> minute_of_day("12.05.2024", BEHIND_A_DATE), minute_of_day("25:10")
    (-1, -1)
    """
    found = pattern.search(text)
    if found is None:
        return NO_TIME
    hour, minute, half = int(found["hour"]), int(found["minute"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else NO_TIME


def _minutes(columns: Mapping[str, Column]) -> NDArray[np.int64]:
    """Of each row, by the column of times where there is one, else by what stands behind the date."""
    for name, pattern in ((TIME, BY_ITSELF), (DAY, BEHIND_A_DATE)):
        if name in columns:
            read = _minutes_of_texts(columns[name].texts, pattern)
            if (read != NO_TIME).any():
                return np.asarray(columns[name].spread(read))
    return np.full(len(columns[DAY].codes), NO_TIME)


def _minutes_of_texts(texts: Texts, pattern: re.Pattern[str]) -> NDArray[np.int64]:
    """The time of each text, (n_texts,). What stands behind dates is read once, however many days it is of."""
    told = [_behind_a_date(text) for text in texts] if pattern is BEHIND_A_DATE else texts.tolist()
    minutes = {text: minute_of_day(text, pattern) for text in set(told)}
    return np.fromiter(map(minutes.__getitem__, told), dtype=np.int64, count=len(told))


def _behind_a_date(text: str) -> str:
    parts = text.split(maxsplit=1)
    return f" {parts[1]}" if len(parts) == 2 and "T" not in parts[0].upper() else text
