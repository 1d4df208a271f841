"""The day of each row of a sales table, from its column of dates and what other columns tell of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.columns import DAY, MONTH, OTHER_DAY, TIME, WEEKDAY, YEAR
from data.report import Note, Question
from data.tables.column import Column, column_of
from data.values.date_order import Witness, witness_of
from data.values.date_parts import full_year
from data.values.date_words import month_of, plain_words
from data.values.dates import ORDERS, DayTexts, days_in_order, parse_days

NEIGHBOURS = {
    TIME: ("day",),
    WEEKDAY: ("weekday",),
    MONTH: ("month",),
    OTHER_DAY: ("weekday", "day"),
}
LEAST_DAYS_OF_MONTH = 0.9  # share of the rows; the others may be totals or the header again
NOTES = {
    "above_12": "date_order",
    "neighbour": "date_order_agreed",
    "continuity": "date_order_guessed",
    "excel": "excel_days",
    "unix": "unix_days",
}


@dataclass(frozen=True)
class DayColumn:
    """column: of the dates. days: datetime64[D] of each row, NaT where it is none, (n_rows,)."""

    column: Column
    days: NDArray[np.datetime64]
    has_time: bool
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]


def read_day_column(columns: Mapping[str, Column], choices: ReadingChoices, *, date_order: str = "") -> DayColumn:
    """The days of a table that has a column of dates, or a year, a month and a day in three columns.

    `date_order` is the order in which the till always writes, "" where that is not known.
    """
    column = _in_one_column(columns)
    answer = choices.answer("date_order", ORDERS) or date_order
    dates = parse_days(column.texts, answer=answer, witnesses=lambda: _witnesses(column, columns))
    has_time = dates.has_time
    days = column.spread(dates.days)
    return DayColumn(column, days, has_time, _notes(dates, column.header), _questions(dates, column.header))


def _in_one_column(columns: Mapping[str, Column]) -> Column:
    day = columns[DAY]
    if YEAR not in columns or MONTH not in columns or day.texts_are(_is_day_of_month).mean() < LEAST_DAYS_OF_MONTH:
        return day
    parts = [columns[name] for name in (YEAR, MONTH, DAY)]
    codes = np.zeros(len(day.codes), dtype=np.int64)
    for part in parts:
        codes = codes * len(part.texts) + part.codes
    different, places = np.unique(codes, return_inverse=True)
    texts = [_written(_texts_of(code, parts)) for code in different]
    return column_of(" ".join(part.header for part in parts), texts, places)


def _is_day_of_month(text: str) -> bool:
    number = text.strip().removesuffix(".0")
    return not number or (number.isdecimal() and len(number) <= 2 and int(number) <= 31)


def _texts_of(code: int, parts: Sequence[Column]) -> list[str]:
    texts = []
    for part in reversed(parts):
        code, place = divmod(int(code), len(part.texts))
        texts.append(part.texts[place].strip().removesuffix(".0"))
    return texts[::-1]


def _written(texts: list[str]) -> str:
    """Year, month and day as one date; what they say is left as it is where it makes none.

    >>> _written(["2024", "März", "5"]), _written(["", "", ""])
    ('2024-03-05', '')
    """
    year, month, day = texts
    number = month if month.isdecimal() else str(month_of(plain_words(month)))
    if not (year.isdecimal() and day.isdecimal()):
        return " ".join(filter(None, texts))
    return f"{full_year(int(year)):04d}-{int(number):02d}-{int(day):02d}"


def _witnesses(column: Column, columns: Mapping[str, Column]) -> list[Witness]:
    found = (witness_of(column, columns[name], kinds=kinds) for name, kinds in NEIGHBOURS.items() if name in columns)
    return [witness for witness in found if witness is not None]


def _notes(dates: DayTexts, header: str) -> tuple[Note, ...]:
    code = NOTES.get(dates.evidence)
    if code is None:
        return ()
    values = {"column": header, "order": dates.order, "found": dates.example, "read_as": str(dates.example_day)}
    return (Note(code, values),)


def _questions(dates: DayTexts, header: str) -> tuple[Question, ...]:
    if dates.evidence != "assumed" or len(dates.options) < 2:
        return ()
    read = {f"if_{order}": str(days_in_order(dates.example, order)) for order in dates.options}
    values = {"column": header, "found": dates.example, **read}
    return (Question("date_order", values, dates.options, dates.order),)
