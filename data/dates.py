"""Days from texts: the order of day and month is decided by the evidence of the whole column."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.column import Texts

FIRST_YEAR, LAST_YEAR = 1990, 2100
CENTURY_TURN = 90  # two-digit years from here on are of the last century

DATE = r"^\s*(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{4}|\d{1,2})(?:(?:T|,?\s+)\d{1,2}[:.h]\d{1,2}.*)?\s*$"
COMPACT = r"^\s*(?P<a>\d{4})(?P<b>\d{2})(?P<c>\d{2})\s*$"
DAY_OR_MONTH = ("day", "month")
DOTTED = re.compile(r"\s*\d+\.\d+\.")  # where dates are written with points, the day comes first
WITH_TIME = r"\d[T\s]+\d{1,2}[:.h]\d{2}"

Days = NDArray[np.datetime64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class DayTexts:
    """days: datetime64[D] of each text, NaT where it is no day. order: "year", "day" or "month" comes first.

    evidence: "shape" where the order is plain, "above_12" where a part above 12 showed it, "continuity" where the days
    lie closer together that way, "answered" where the owner said it, "assumed" where nothing showed it. example: the
    text that showed it, or the first; example_day: what it was read as. has_time: whether some texts name a time too.
    """

    days: Days
    order: str
    evidence: str
    example: str
    example_day: np.datetime64
    has_time: bool


@dataclass(frozen=True)
class _Parts:
    """The three numbers of each text as found; zeros where there are none."""

    first: Whole
    second: Whole
    third: Whole
    is_year_first: NDArray[np.bool_]

    @property
    def is_year_last(self) -> NDArray[np.bool_]:
        return (self.first > 0) & ~self.is_year_first


def parse_days(texts: Texts, *, answer: str = "") -> DayTexts:
    """The day that each text names, the time of day and any offset from UTC aside: the local date counts.

    `answer` is what the owner says comes first, "day" or "month"; it is heard where no text shows the order.

    >>> parse_days(np.array(["12/1/2010 8:26", "12/31/2010 9:00"], dtype=object)).days
    array(['2010-12-01', '2010-12-31'], dtype='datetime64[D]')
    """
    arrow = pa.array(texts, pa.string())
    parts = _parts(arrow)
    chosen = _order(parts, texts, answer=answer)
    days = _days(parts, chosen.order)
    has_time = bool(pc.any(pc.match_substring_regex(arrow, WITH_TIME)).as_py())
    if chosen.place < 0:
        return DayTexts(days, chosen.order, chosen.evidence, "", np.datetime64("NaT", "D"), has_time)
    return DayTexts(days, chosen.order, chosen.evidence, str(texts[chosen.place]).strip(), days[chosen.place], has_time)


def days_in_order(text: str, order: str) -> np.datetime64:
    """The day of one text when "day" or "month" comes first.

    >>> str(days_in_order("03/01/2024", "month"))
    '2024-03-01'
    """
    return np.datetime64(_days(_parts(pa.array([text], pa.string())), order)[0])


def _parts(texts: Any) -> _Parts:
    plain, compact = pc.extract_regex(texts, DATE), pc.extract_regex(texts, COMPACT)
    numbers = [pc.coalesce(_whole(plain, name), _whole(compact, name), pa.scalar(0)) for name in "abc"]
    first, second, third = (number.to_numpy(zero_copy_only=False).astype(np.int64) for number in numbers)
    return _Parts(first, second, third, is_year_first=first > 31)


def _whole(parts: Any, name: str) -> Any:
    return pc.cast(pc.struct_field(parts, name), pa.int64())


@dataclass(frozen=True)
class _Order:
    """The order chosen, and the place of the text that shows it; -1 where no text has an order to choose."""

    order: str
    evidence: str
    place: int


def _order(parts: _Parts, texts: Texts, *, answer: str) -> _Order:
    places = np.flatnonzero(parts.is_year_last)
    if not len(places):
        return _Order("year", "shape", -1)
    day_first, month_first = places[parts.first[places] > 12], places[parts.second[places] > 12]
    if len(day_first) > len(month_first):
        return _Order("day", "above_12", int(day_first[0]))
    if len(month_first) > len(day_first):
        return _Order("month", "above_12", int(month_first[0]))
    if DOTTED.match(texts[places[0]]):
        return _Order("day", "shape", -1)
    if answer:
        return _Order(answer, "answered", int(places[0]))
    closeness = {order: _closeness(_days(parts, order)) for order in ("day", "month")}
    if closeness["day"] == closeness["month"]:
        return _Order("day", "assumed", int(places[0]))
    return _Order(max(closeness, key=lambda order: closeness[order]), "continuity", int(places[0]))


def _closeness(days: Days) -> tuple[float, float]:
    """How densely the days fill their range, then how often the next one in the file is later."""
    known = days[~np.isnat(days)]
    if len(known) < 2:
        return 0.0, 0.0
    steps = np.diff(known).astype(np.int64)
    span = int((known.max() - known.min()).astype(np.int64)) + 1
    return len(np.unique(known)) / span, float((steps >= 0).mean())


def _days(parts: _Parts, order: str) -> Days:
    year = np.where(parts.is_year_first, parts.first, parts.third)
    year = np.where(~parts.is_year_first & (year < 100), year + np.where(year < CENTURY_TURN, 2000, 1900), year)
    month_of_late_year = parts.second if order == "day" else parts.first
    day_of_late_year = parts.first if order == "day" else parts.second
    month = np.where(parts.is_year_first, parts.second, month_of_late_year)
    day = np.where(parts.is_year_first, parts.third, day_of_late_year)
    is_possible = (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    months = ((year - 1970) * 12 + month - 1).clip(-12_000, 12_000).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")
    is_possible &= days.astype("datetime64[M]") == months
    return np.where(is_possible, days, np.datetime64("NaT", "D"))
