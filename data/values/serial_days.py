"""Days that are counted: since 1900, as Excel does, or in seconds since 1970."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.tables.column import Texts

EXCEL_START = np.datetime64("1899-12-30")  # day 0 of Excel, whose year 1900 has a 29 February
FIRST, LAST = 32_874, 73_415  # 1 January 1990 and 31 December 2100
FIRST_SECOND, LAST_SECOND = 631_152_000, 4_133_980_799  # the same in seconds since 1970
NUMBER = r"^\s*\d{5,13}([.,]\d+)?\s*$"
LEAST_SHARE = 0.95


@dataclass(frozen=True)
class SerialDays:
    """days: datetime64[D] of each text, NaT where it is none. kind: "excel" or "unix". place: of an example."""

    days: NDArray[np.datetime64]
    kind: str
    place: int
    example_day: np.datetime64
    has_time: bool


def serial_days(texts: Texts) -> SerialDays | None:
    """The days that a column of numbers counts; None where it is no such column.

    >>> serial_days(np.array(["45292", "45293.5"], dtype=object)).days
    array(['2024-01-01', '2024-01-02'], dtype='datetime64[D]')
    """
    arrow = pa.array(texts, pa.string())
    is_number = pc.match_substring_regex(arrow, NUMBER).to_numpy(zero_copy_only=False)
    filled = sum(map(bool, map(str.strip, texts)))
    if not filled or is_number.sum() < LEAST_SHARE * filled:
        return None
    values = np.array([float(text.replace(",", ".")) if ok else 0.0 for text, ok in zip(texts, is_number, strict=True)])
    for kind, days in (("excel", _excel(values)), ("unix", _unix(values))):
        known = ~np.isnat(days)
        if known.sum() >= LEAST_SHARE * filled:
            place = int(np.argmax(known))
            return SerialDays(days, kind, place, days[place], bool((values % 1 != 0).any()) or kind == "unix")
    return None


def _excel(values: NDArray[np.float64]) -> NDArray[np.datetime64]:
    known = (values >= FIRST) & (values < LAST + 1)
    return np.where(known, EXCEL_START + values.astype(np.int64), np.datetime64("NaT", "D"))


def _unix(values: NDArray[np.float64]) -> NDArray[np.datetime64]:
    seconds = np.where(values > LAST_SECOND, values / 1000, values)
    known = (seconds >= FIRST_SECOND) & (seconds <= LAST_SECOND)
    return np.where(known, seconds.astype("datetime64[s]").astype("datetime64[D]"), np.datetime64("NaT", "D"))
