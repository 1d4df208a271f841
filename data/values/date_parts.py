"""The three numbers of a date as they stand in a text, before it is known which of them is the day."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.tables.column import Texts
from data.values.date_words import month_of, plain_words, weekday_of

CENTURY_TURN = 90  # two-digit years from here on are of the last century
LONGEST = 60  # characters; what is longer is prose

DATE = r"^\s*(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{4}|\d{1,2})(?:(?:T|,?\s+)\d{1,2}[:.h]\d{1,2}.*)?\s*$"
COMPACT = r"^\s*(?P<a>\d{4})(?P<b>\d{2})(?P<c>\d{2})\s*$"
COMPACT_BEHIND = r"^\s*(?P<a>\d{2})(?P<b>\d{2})(?P<c>\d{4})\s*$"
POSSIBLE = r"^\s*(?:199\d|20\d\d|2100)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*$"

_TIME_BEHIND = re.compile(
    r"(?:[T,]\s*|\s+(?:um|at|a|à|om|alle|às)?\s*)\d{1,2}[:h]\d{2}.*$|\s+\d{1,2}\.\d{2}(?:\.\d{2})?\s*(?:uhr)?$", re.I
)
_TIME_BEFORE = re.compile(r"^\s*\d{1,2}[:h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?[\s,]+", re.I)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{1,2})(?!\d)\.?")
_COMPACT_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})[T ]?\d{4,6}Z?")

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class DateParts:
    """first, second, third: the numbers of each text as found; zeros where it is no date, (n_texts,).

    is_year_first: the year, the month and the day stand in this order, or were told apart by words.
    weekday: that the text names, Monday being 0, else -1.
    """

    first: Whole
    second: Whole
    third: Whole
    is_year_first: NDArray[np.bool_]
    weekday: Whole

    @property
    def is_open(self) -> NDArray[np.bool_]:
        """Which texts hold numbers whose order has to be found out."""
        return (self.first > 0) & ~self.is_year_first


def date_parts(texts: Texts) -> DateParts:
    """The numbers of each text, the time of day and any offset from UTC aside.

    >>> parts = date_parts(np.array(["1/2/2024 9:30", "2. März 2024", "soon"], dtype=object))
    >>> parts.first, parts.second, parts.third
    (array([   1, 2024,    0]), array([2, 3, 0]), array([2024,    2,    0]))
    """
    arrow = pa.array(texts, pa.string())
    plain, compact = pc.extract_regex(arrow, DATE), pc.extract_regex(arrow, _compact(arrow))
    columns = [pc.coalesce(_whole(plain, name), _whole(compact, name), pa.scalar(0)) for name in "abc"]
    numbers = np.array([column.to_numpy(zero_copy_only=False) for column in columns], dtype=np.int64)
    weekday = np.full(len(texts), -1, dtype=np.int64)
    for place in np.flatnonzero(numbers[0] == 0):
        found = _patient_parts(texts[place])
        if found is not None:
            numbers[:, place], weekday[place] = found.numbers, found.weekday
    return DateParts(numbers[0], numbers[1], numbers[2], is_year_first=numbers[0] > 31, weekday=weekday)


def _compact(texts: Any) -> str:
    """How eight digits are to be cut: by what makes dates of them all."""
    eight = pc.match_substring_regex(texts, COMPACT)
    possible = pc.match_substring_regex(texts, POSSIBLE)
    return COMPACT if pc.all(pc.or_(pc.invert(eight), possible)).as_py() is not False else COMPACT_BEHIND


def _whole(parts: Any, name: str) -> Any:
    return pc.cast(pc.struct_field(parts, name), pa.int64())


@dataclass(frozen=True)
class _Found:
    numbers: tuple[int, int, int]
    weekday: int = -1


def _patient_parts(text: str) -> _Found | None:
    """The numbers of a text that is no plain date: with words, blanks, or the time before it."""
    if len(text) > LONGEST or not any(letter.isdigit() for letter in text):
        return None
    whole = _COMPACT_TIME.fullmatch(text.strip()) or None
    if whole:
        return _Found((int(whole[1]), int(whole[2]), int(whole[3])))
    text = _TIME_BEHIND.sub("", _TIME_BEFORE.sub("", text))
    words = plain_words(text)
    numeric = _NUMERIC.search(text)
    if numeric:
        rest = text[: numeric.start()] + text[numeric.end() :]
        if any(letter.isdigit() for letter in rest):
            return None
        if not words or weekday_of(words) >= 0:
            return _Found((int(numeric[1]), int(numeric[2]), int(numeric[3])), weekday_of(words))
        return None
    return _worded_parts(text, words)


def _worded_parts(text: str, words: list[str]) -> _Found | None:
    numbers = re.findall(r"\d+", text)
    month = month_of(word for word in words if word != "mar") or month_of(words)
    if not month or len(numbers) != 2 or not all(len(number) in (1, 2, 4) for number in numbers):
        return None
    is_year_before = len(numbers[0]) == 4 or int(numbers[0]) > 31
    year, day = (numbers[0], numbers[1]) if is_year_before else (numbers[1], numbers[0])
    return _Found((full_year(int(year)), month, int(day)), weekday_of(word for word in words if word != "mar"))


def full_year(year: int) -> int:
    """A year of two digits with its century.

    >>> full_year(24), full_year(99), full_year(2024)
    (2024, 1999, 2024)
    """
    if year >= 100:
        return year
    return year + (2000 if year < CENTURY_TURN else 1900)
