"""Units and money of each row of a sales table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import DISCOUNT, KIND, NAME, ORDER_DISCOUNT, PRICE, REFUNDED, RETURNED, REVENUE, TAKEN_BACK, UNITS
from data.meaning.amount_meaning import LineAmounts, line_amounts
from data.meaning.line_money import LineMoney, line_money, taken_back
from data.meaning.row_meaning import NUMBER, TAKINGS, row_meaning
from data.meaning.units_header import further_columns
from data.meaning.units_meaning import SOLD, negative_units
from data.report import Note, Question
from data.tables.column import Column
from data.tills import PLAIN, Till
from data.values.decimal_sign import SIGNS
from data.values.number_columns import NumberColumns, read_number_columns

OF_ORDERS = (REFUNDED, ORDER_DISCOUNT, RETURNED)  # told, since they cannot be given to rows of units
NEARLY_ALL = 0.9
NUMBERS = (UNITS, PRICE, REVENUE, DISCOUNT, *OF_ORDERS)

Amounts = NDArray[np.float64]
Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class SalesAmounts:
    """units, revenue: of each row, 0 where they cannot be read. bad: rows that cannot be read, by canonical column.

    no_price: rows whose units would follow from a price that is zero or missing. of_orders: amounts that are of a whole
    order or otherwise not taken off, by canonical column. price_sign: the decimal sign of prices.
    taken_back: rows of negative money and a positive number of units, whose units were taken as negative.
    """

    units: Amounts
    revenue: Amounts
    bad: Mapping[str, Rows]
    no_price: Rows
    of_orders: Mapping[str, Amounts]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]
    taken_back: Rows
    price_sign: str = "."


def sales_amounts(
    columns: Mapping[str, Column],
    till: Till,
    *,
    rows: int,
    delimiter: str,
    single_sales: bool,
    choices: ReadingChoices = NO_CHOICES,
) -> SalesAmounts:
    """Units and money of each row, refunds negative.

    Without a column of units a row is one unit, if something says that rows are `single_sales`; else it may be what a
    product took in a day, and the money is counted in place of units. A column of amounts is the money; where it is
    missing or blank, the money is units times price, and zero where there is no price. A line's discount is taken off.
    In files of unknown tills a row of negative money and a positive number of units is taken back.
    """
    decimal = choices.answer("decimal", SIGNS)
    more = {name: further_columns(columns, name) for name in (UNITS, REVENUE)}
    numbers = read_number_columns(columns, (*NUMBERS, *chain(*more.values())), delimiter=delimiter, answer=decimal)
    numbers = _added_up(numbers, more)
    bad = {name: _unreadable(columns, numbers, name) for name in (UNITS, REVENUE, PRICE) if name in columns}
    units = numbers.values.get(UNITS, np.ones(rows))
    if UNITS in columns and till.blank_units is not None:
        units = np.where(columns[UNITS].is_blank(), till.blank_units, units)
    sign = ""
    questions: tuple[Question, ...] = ()
    if till is PLAIN and UNITS in columns:
        told = _told_as_sales(columns, till, units)
        are_sales = _are_called_sales(columns, till, told)
        sign, questions = negative_units(told, columns[UNITS], choices, are_sales=are_sales)
    if sign == SOLD:
        units = -units
        numbers = _without_minus(numbers, REVENUE)
    price = numbers.values.get(PRICE, np.full(rows, np.nan))
    no_price = np.zeros(rows, dtype=bool)
    money = LineMoney(np.zeros(rows))
    if till.units_are_money:
        revenue = units
        units, no_price = _units_from_money(revenue, price), _lacks_price(revenue, price)
    else:
        money = (
            line_money(columns, numbers.values, units, choices, beside=_beside_items(columns, till, rows))
            if till is PLAIN
            else _till_money(columns, numbers, till, units, choices)
        )
        revenue, questions = money.revenue, (*questions, *money.questions)
    meaning, asked = _amounts_meaning(columns, choices, single_sales=single_sales)
    questions = (*questions, *asked)
    is_takings = meaning == TAKINGS
    units = revenue if meaning in (TAKINGS, NUMBER) else units
    revenue = units * np.nan_to_num(price) if meaning == NUMBER else revenue
    is_back = taken_back(units, revenue) if till is PLAIN else np.zeros(rows, dtype=bool)
    units = np.where(is_back, -units, units)
    for name, words in ((KIND, till.refund_kinds), (TAKEN_BACK, till.refund_flags)):
        if name not in columns or not words:
            continue
        is_refund = columns[name].texts_say(words)
        units, revenue = (np.where(is_refund, -np.abs(some), some) for some in (units, revenue))
    if UNITS in columns and till.blank_units is None:
        bad[UNITS] = np.isnan(numbers.values[UNITS])
    notes = (
        *numbers.notes,
        *money.notes,
        *_amount_notes(columns, till, is_takings=is_takings, is_number=meaning == NUMBER),
    )
    of_orders = {name: np.nan_to_num(numbers.values[name]) for name in OF_ORDERS if name in numbers.values}
    units, revenue = np.nan_to_num(units), np.nan_to_num(revenue)
    questions = (*numbers.questions, *questions)
    price_sign = numbers.signs.get(PRICE, ".")
    return SalesAmounts(units, revenue, bad, no_price, of_orders, notes, questions, is_back, price_sign=price_sign)


def _added_up(numbers: NumberColumns, more: Mapping[str, list[str]]) -> NumberColumns:
    """The numbers with those of further columns added to the first of their name; blank cells add nothing."""
    values = dict(numbers.values)
    for name, others in more.items():
        if others:
            parts = np.array([values[name], *(values[other] for other in others)])
            values[name] = np.where(np.isnan(parts).all(axis=0), np.nan, np.nansum(parts, axis=0))
    return replace(numbers, values=values)


def _told_as_sales(columns: Mapping[str, Column], till: Till, units: Amounts) -> Amounts:
    """The units of rows that no column calls a refund, a booking of stock or no product, 0 in all others."""
    told = np.nan_to_num(units)
    if KIND in columns:
        told = np.where(columns[KIND].texts_say(till.refund_kinds | till.stock_kinds), 0.0, told)
    return np.where(columns[NAME].texts_are(till.is_no_product), 0.0, told) if NAME in columns else told


def _are_called_sales(columns: Mapping[str, Column], till: Till, told: Amounts) -> bool:
    """Whether a column calls nearly every row sold that has units: movements of stock are negative then."""
    rows = told != 0
    return KIND in columns and bool(rows.any() and columns[KIND].texts_say(till.sale_kinds)[rows].mean() >= NEARLY_ALL)


def _beside_items(columns: Mapping[str, Column], till: Till, rows: int) -> Rows:
    """Rows of payments, tips and the like in a file whose other rows are called items or sales, (n_rows,)."""
    if KIND not in columns or not columns[KIND].texts_say(till.sale_kinds).any():
        return np.zeros(rows, dtype=bool)
    return columns[KIND].texts_say(till.stock_kinds)


def _without_minus(numbers: NumberColumns, name: str) -> NumberColumns:
    """The numbers with those of a column that is nearly always negative made positive, as its units were."""
    values = numbers.values.get(name)
    told = np.array([]) if values is None else values[np.nan_to_num(values) != 0]
    if values is None or not len(told) or (told < 0).mean() < NEARLY_ALL:
        return numbers
    return replace(numbers, values={**numbers.values, name: -values})


def _till_money(
    columns: Mapping[str, Column], numbers: NumberColumns, till: Till, units: Amounts, choices: ReadingChoices
) -> LineMoney:
    """The money of each line of a till's export: the amount, else units times price, less the line's discount."""
    gross = units * numbers.values.get(PRICE, np.full(len(units), np.nan))
    amounts = numbers.values.get(REVENUE, gross)
    line = LineAmounts(np.where(np.isnan(amounts), gross, amounts), ())
    if till.amounts_are_open and REVENUE in columns:
        line = line_amounts(line.revenue, units, columns[REVENUE], choices)
    discount = np.abs(np.nan_to_num(numbers.values.get(DISCOUNT, np.zeros(len(units)))))
    return LineMoney(line.revenue - discount, questions=line.questions)


def _unreadable(columns: Mapping[str, Column], numbers: NumberColumns, name: str) -> Rows:
    return np.asarray(np.isnan(numbers.values[name]) & ~columns[name].is_blank())


def _lacks_price(revenue: Amounts, price: Amounts) -> Rows:
    return np.asarray((np.nan_to_num(price) == 0) & (np.nan_to_num(revenue) != 0))


def _units_from_money(revenue: Amounts, price: Amounts) -> Amounts:
    return np.divide(revenue, price, out=np.zeros_like(revenue), where=np.nan_to_num(price) != 0)


def _amounts_meaning(
    columns: Mapping[str, Column], choices: ReadingChoices, *, single_sales: bool
) -> tuple[str, tuple[Question, ...]]:
    """What amounts without units are, "" where there is nothing to tell, and the question where that is open."""
    if UNITS in columns or REVENUE not in columns or single_sales:
        return "", ()
    meaning = row_meaning(columns, columns[REVENUE], choices)
    return (meaning.guess or "", (meaning,)) if isinstance(meaning, Question) else (meaning, ())


def _amount_notes(columns: Mapping[str, Column], till: Till, *, is_takings: bool, is_number: bool) -> list[Note]:
    notes = []
    if is_takings:
        notes.append(Note("takings_as_units", {"column": columns[REVENUE].header}))
    elif UNITS not in columns and not is_number:
        notes.append(Note("row_is_unit"))
    if till.units_are_money:
        notes.append(Note("units_from_money", {"column": columns[UNITS].header, "price": columns[PRICE].header}))
    elif REVENUE not in columns and PRICE not in columns:
        notes.append(Note("no_revenue"))
    return notes
