"""Days from texts: the order of day and month is decided by the evidence of the whole column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from data.tables.column import Texts
from data.values.date_order import DAY_OR_MONTH, ORDERS, Witness, choose_order, days_of
from data.values.date_parts import DateParts, date_parts
from data.values.serial_days import serial_days

ORDERS_OF_SHORT_YEARS = ("year", *DAY_OR_MONTH)
WITH_TIME = r"\d[T\s]+\d{1,2}[:.h]\d{2}"

Days = NDArray[np.datetime64]


@dataclass(frozen=True)
class DayTexts:
    """days: datetime64[D] of each text, NaT where it is no day. order: "year", "day" or "month" comes first.

    evidence: "shape" where the order is plain, "above_12" where a part above 12 showed it, "neighbour" where another
    column did, "continuity" where the days lie closer together or in order that way, "answered" where the owner said
    it, "assumed" where nothing showed it; "excel" and "unix" for days counted since 1900 and seconds since 1970.
    options: the orders in which the example is a day. example: the text that showed it, or where nothing did the first
    that is a day in the most orders; example_day: what it was read as. has_time: whether some texts name a time too.
    """

    days: Days
    order: str
    evidence: str
    example: str
    example_day: np.datetime64
    has_time: bool
    options: tuple[str, ...] = DAY_OR_MONTH


def parse_days(texts: Texts, *, answer: str = "", witnesses: Callable[[], Sequence[Witness]] = lambda: ()) -> DayTexts:
    """The day that each text names, the time of day and any offset from UTC aside: the local date counts.

    `answer` is what the owner says comes first, "day", "month" or "year"; it is heard where no text and none of the
    `witnesses`, other columns about the same days, shows the order.

    >>> parse_days(np.array(["12/1/2010 8:26", "12/31/2010 9:00"], dtype=object)).days
    array(['2010-12-01', '2010-12-31'], dtype='datetime64[D]')
    """
    serial = serial_days(texts)
    if serial is not None:
        return DayTexts(serial.days, "year", serial.kind, str(texts[serial.place]), serial.example_day, serial.has_time)
    parts = date_parts(texts)
    chosen = choose_order(parts, texts, answer=answer, witnesses=witnesses)
    days = days_of(parts, chosen.order)
    has_time = bool(pc.any(pc.match_substring_regex(pa.array(texts, pa.string()), WITH_TIME)).as_py())
    if chosen.place < 0:
        return DayTexts(days, chosen.order, chosen.evidence, "", np.datetime64("NaT", "D"), has_time)
    place = chosen.place if chosen.evidence != "assumed" else _most_open(parts, chosen.order)
    possible = ORDERS_OF_SHORT_YEARS if chosen.order == "year" else DAY_OR_MONTH
    options = tuple(order for order in possible if not np.isnat(days_of(parts, order)[place]))
    return DayTexts(days, chosen.order, chosen.evidence, str(texts[place]).strip(), days[place], has_time, options)


def _most_open(parts: DateParts, order: str) -> int:
    """The first text that is a day in the most orders, before all in the one that is assumed."""
    ways = np.sum([~np.isnat(days_of(parts, some)) for some in (*DAY_OR_MONTH, order, order)], axis=0)
    return int(np.argmax(np.where(parts.is_open, ways, -1)))


def days_in_order(text: str, order: str) -> np.datetime64:
    """The day of one text when "day", "month" or "year" comes first.

    >>> str(days_in_order("03/01/2024", "month"))
    '2024-03-01'
    """
    return np.datetime64(days_of(date_parts(np.array([text], dtype=object)), order)[0])


__all__ = ["DAY_OR_MONTH", "ORDERS", "DayTexts", "days_in_order", "parse_days"]
