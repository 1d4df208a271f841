"""Which rows of a sales table are sales of a product, by the till's own rules and by what can be read."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import DAY, INVOICE, LOCATION, NAME, PRICE, REVENUE, SKU, TIME, UNITS
from data.meaning.damaged_codes import damaged_codes
from data.meaning.implausible_units import implausible_units
from data.meaning.merged_days import with_merged_days
from data.meaning.merged_items import with_merged_items
from data.meaning.period_days import PERIOD, PERIOD_DAYS, SINGLE, period_question
from data.meaning.places import leave_out_other_places
from data.meaning.sums_of_groups import day_sums, heading_sums, place_sums, receipt_sums
from data.meaning.total_rows import total_rows
from data.meaning.totals import begins_like_total, is_all_places, is_total
from data.meaning.units_meaning import (
    RUNNING_TOTAL,
    SOLD,
    STOCK,
    SUM,
    UNITS_MEANING,
    measure_notes,
    running_total_question,
    several_currencies,
    stock_question,
)
from data.problems import FileRejected, Problem
from data.reading.product_keys import ProductKeys, product_keys
from data.reading.row_fate import RowFate
from data.reading.sales_amounts import SalesAmounts, sales_amounts
from data.reading.till_rows import leave_out_by_till, till_notes
from data.report import Note, Question
from data.tables.column import Column
from data.tables.filled_down import filled_down
from data.tables.table import Table
from data.tills import PLAIN, Till
from data.values.day_column import read_day_column
from data.values.day_notes import missing_days, wrong_weekdays
from data.values.stray_days import stray_days

MOST_UNREADABLE = 0.5
NONE = np.datetime64("NaT")
UNREADABLE = {DAY: "bad_date", UNITS: "bad_quantity", REVENUE: "bad_amount", PRICE: "bad_price"}

Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class SalesRows:
    """What each row of a table says, and whether it is used. days: datetime64[D], NaT where it is none, (n_rows,)."""

    columns: Mapping[str, Column]
    days: NDArray[np.datetime64]
    keys: ProductKeys
    amounts: SalesAmounts
    fate: RowFate
    has_time: bool
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]


def read_sales_rows(
    table: Table, till: Till, *, file_name: str, delimiter: str, choices: ReadingChoices = NO_CHOICES
) -> SalesRows:
    """Judge every row. Raises FileRejected where most rows of a needed column cannot be read, naming the first."""
    columns = filled_down(table.columns, till.fills_down, group=INVOICE)
    merged: tuple[Note, ...] = ()
    if till is PLAIN:
        columns, merged = with_merged_days(columns)
        columns, items = with_merged_items(columns)
        merged = (*merged, *items)
    dated = read_day_column(columns, choices, date_order=till.date_order)
    columns, days = {**columns, DAY: dated.column}, dated.days
    single_sales = dated.has_time or TIME in columns or INVOICE in columns
    amounts = sales_amounts(
        columns, till, rows=len(table.lines), delimiter=delimiter, single_sales=single_sales, choices=choices
    )
    fate = RowFate(len(table.lines))
    _leave_out_furniture(fate, columns)
    leave_out_by_till(fate, columns, till, amounts)
    summed = total_rows(columns, days, units=amounts.units, revenue=amounts.revenue, used=fate.used)
    fate.leave_out(summed, "total_row")
    if till is PLAIN:
        _leave_out_sums_of_groups(fate, columns, days, amounts)
    unreadable = {DAY: np.isnat(days), **amounts.bad}
    _reject_unreadable(fate, columns, table, unreadable, file_name=file_name)
    keys = product_keys(columns, placeholder_variants=till.placeholder_variants, joint=till.joint)
    fate.leave_out(keys.is_blank(), "no_item")
    for name, rows in unreadable.items():
        fate.leave_out(rows, UNREADABLE[name], columns[name])
    fate.leave_out(amounts.no_price, "no_price", columns.get(PRICE))
    fate.leave_out(stray_days(np.where(fate.used, days, NONE)), "stray_date", columns[DAY])
    places = leave_out_other_places(fate, columns, choices)
    asked: tuple[Question, ...] = ()
    if till is PLAIN:
        used_days = np.where(fate.used, days, NONE)
        asked = _asked_of_stock(columns, used_days, amounts.units, choices, file_name=file_name)
        asked = (*asked, *_asked_of_periods(columns, used_days, choices, file_name=file_name))
    odd_days = (*missing_days(days[fate.used]), *wrong_weekdays(columns, days))
    large = implausible_units(columns, amounts.units, used=fate.used, lines=table.lines)
    of_items = (
        *large,
        *keys.notes,
        *damaged_codes(columns, fate),
        *several_currencies(columns),
        *measure_notes(columns),
    )
    notes = (*merged, *dated.notes, *odd_days, *places, *of_items, *amounts.notes, *till_notes(fate, columns, amounts))
    questions = (*dated.questions, *amounts.questions, *asked)
    return SalesRows(columns, days, keys, amounts, fate, dated.has_time, notes, questions)


def _asked_of_stock(
    columns: Mapping[str, Column],
    days: NDArray[np.datetime64],
    units: NDArray[np.float64],
    choices: ReadingChoices,
    *,
    file_name: str,
) -> tuple[Question, ...]:
    """The questions whether units are a stock or a running total. Raises FileRejected where the owner said so."""
    if UNITS in columns and choices.answer(UNITS_MEANING, (SOLD, STOCK)) == STOCK:
        raise FileRejected(Problem("stock_not_sold", {"file": file_name, "column": columns[UNITS].header}))
    if UNITS in columns and choices.answer(RUNNING_TOTAL, (SOLD, SUM)) == SUM:
        raise FileRejected(Problem("running_sums", {"file": file_name, "column": columns[UNITS].header}))
    falling = stock_question(columns, days, units, choices)
    return (*falling, *running_total_question(columns, days, units, choices))


def _asked_of_periods(
    columns: Mapping[str, Column], days: NDArray[np.datetime64], choices: ReadingChoices, *, file_name: str
) -> tuple[Question, ...]:
    """The question whether days are weeks or months. Raises FileRejected where the owner said that they are."""
    header = columns[DAY].header
    if choices.answer(PERIOD_DAYS, (SINGLE, PERIOD)) == PERIOD:
        raise FileRejected(Problem("sums_of_periods", {"file": file_name, "column": header}))
    return period_question(days, header, choices)


def _leave_out_furniture(fate: RowFate, columns: Mapping[str, Column]) -> None:
    """Rows that belong to the table, not to the sales: blank ones, the header again, totals."""
    fate.leave_out(np.logical_and.reduce([column.is_blank() for column in columns.values()]), "blank")
    fate.leave_out(columns[DAY].texts_say({columns[DAY].header.strip().casefold()}), "repeated_header")
    fate.leave_out(columns[DAY].texts_are(begins_like_total), "total_row")
    without_day = columns[DAY].is_blank()
    for name in (SKU, NAME):
        if name in columns:
            fate.leave_out(columns[name].texts_are(is_total), "total_row")
            fate.leave_out(columns[name].texts_are(begins_like_total) & without_day, "total_row")
    if LOCATION in columns:
        of_all = columns[LOCATION].texts_are(is_all_places)
        if not (of_all | columns[LOCATION].is_blank()).all():
            fate.leave_out(of_all, "total_row", columns[LOCATION])


def _leave_out_sums_of_groups(
    fate: RowFate, columns: Mapping[str, Column], days: NDArray[np.datetime64], amounts: SalesAmounts
) -> None:
    told = {"units": amounts.units, "revenue": amounts.revenue}
    named = columns.get(NAME, columns.get(SKU))
    if named is not None:
        fate.leave_out(heading_sums(named, **told, used=fate.used), "total_row", named)
        fate.leave_out(day_sums(named, days, **told, used=fate.used), "total_row", named)
        paid = receipt_sums(columns, revenue=amounts.revenue, used=fate.used)
        fate.leave_out(paid, "not_a_product", named)
    fate.leave_out(place_sums(columns, days, **told, used=fate.used), "total_row")


def _reject_unreadable(
    fate: RowFate, columns: Mapping[str, Column], table: Table, unreadable: Mapping[str, Rows], *, file_name: str
) -> None:
    judged = np.flatnonzero(fate.used)
    problems = []
    for name, rows in unreadable.items():
        bad = judged[rows[judged]]
        if len(bad) > MOST_UNREADABLE * len(judged):
            found = str(columns[name].texts[columns[name].codes[bad[0]]])
            where = {"row": int(table.lines[bad[0]]), "column": columns[name].header, "found": found}
            count = {"rows_unreadable": len(bad), "rows": len(judged)}
            problems.append(Problem(f"unreadable_{name}", {"file": file_name, **where, **count}))
    if problems:
        raise FileRejected(*problems)
