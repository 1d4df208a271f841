"""The money of each line in files of unknown tills: totals of orders, prices of a unit and discounts told apart."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.columns import DISCOUNT, INVOICE, PRICE, REVENUE
from data.headers.header_key import header_key
from data.headers.sales_headers import SALES_HEADERS
from data.meaning.amount_meaning import LINE, UNIT, line_amounts
from data.meaning.price_evidence import grows_with_units, stays_the_same
from data.report import Note, Question
from data.tables.column import Column
from data.tables.word_set import word_set

CENT = 0.011
LEAST_ALIKE = 0.9  # share of the orders, or of the rows, that show what an amount is
FEWEST_ORDERS = 3  # that show it without the help of prices
FEWEST_ROWS = 3
BEFORE_DISCOUNTS = word_set("grosssales ventasbrutas ventesbrutes venditelorde vendasbrutas")
NET_HEADERS = word_set(
    "netsales netrevenue netamount nettoumsatz netto linetotal lineamount montantnet importeneto importonetto"
)

Amounts = NDArray[np.float64]
Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class LineMoney:
    """revenue: of each line, NaN where it is not known, (n_rows,)."""

    revenue: Amounts
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()


def line_money(
    columns: Mapping[str, Column],
    values: Mapping[str, Amounts],
    units: Amounts,
    choices: ReadingChoices,
    *,
    beside: Rows,
) -> LineMoney:
    """What each line took, of the numbers in `values` by canonical column; `beside` are lines that are no items.

    A column of amounts that is the same on all lines of an order and fits none of them is the order's total; one that
    is always the price is the price of a unit. In both cases units times price is taken. A discount is taken off where
    the amount is units times price, and not a second time where it is taken off already.
    """
    gross = units * values.get(PRICE, np.full(len(units), np.nan))
    amounts = values.get(REVENUE)
    if amounts is None:
        if PRICE in columns and grows_with_units(columns, values[PRICE], units):
            note = Note("price_is_amount", {"column": columns[PRICE].header})
            gross = np.abs(values[PRICE]) * np.sign(units)
            return _with_note(_less_discount(columns, values, gross, gross), note)
        return _less_discount(columns, values, gross, gross)
    header = columns[REVENUE].header
    is_of_orders = INVOICE in columns and PRICE in columns and _on_first_lines(columns[INVOICE], columns[REVENUE])
    amounts = np.where(np.isnan(amounts), gross, amounts)
    if INVOICE in columns and (is_of_orders or _are_of_orders(columns[INVOICE], amounts, gross, items=~beside)):
        note = Note("order_totals", {"column": header, "has_price": PRICE in columns})
        return _with_note(_less_discount(columns, values, gross, gross), note)
    if PRICE not in columns and not choices.answers.get("amount_meaning") and stays_the_same(columns, amounts, units):
        note = Note("amount_is_price", {"column": header})
        each = amounts * np.abs(units)
        return _with_note(_less_discount(columns, values, each, each), note)
    per_unit = _per_unit(columns[REVENUE], amounts, units, values.get(PRICE), choices)
    if per_unit is not None:
        return per_unit
    return _less_discount(columns, values, amounts, gross)


def _with_note(money: LineMoney, note: Note) -> LineMoney:
    return LineMoney(money.revenue, (note, *money.notes), money.questions)


def _on_first_lines(order: Column, amount: Column) -> bool:
    """Whether an amount stands on the first line only of nearly all orders of several lines."""
    told = np.flatnonzero(~order.is_blank())
    places, first = np.unique(order.codes[told], return_index=True, return_inverse=True)[1:]
    filled = ~amount.is_blank()[told]
    several = np.bincount(first) > 1
    alone = (np.bincount(first, weights=filled) == 1) & filled[places]
    return bool(several.sum() >= FEWEST_ORDERS and alone[several].mean() >= LEAST_ALIKE)


def _are_of_orders(order: Column, amounts: Amounts, gross: Amounts, *, items: Rows) -> bool:
    """Whether an amount is that of a whole order, told again on each of its lines."""
    told = ~order.is_blank() & (np.nan_to_num(amounts) != 0) & items
    if not told.any():
        return False
    places, amounts, gross = np.unique(order.codes[told], return_inverse=True)[1], amounts[told], gross[told]
    lines = np.bincount(places)
    is_alike = (_spread(places, amounts) < CENT) & (lines > 1)
    if np.isnan(gross).all():
        several = lines > 1
        different = len(np.unique(np.round(amounts[is_alike[places]], 2)))
        enough = several.sum() >= FEWEST_ORDERS and different >= FEWEST_ORDERS
        return bool(enough and is_alike.sum() >= LEAST_ALIKE * several.sum())
    fits_line = np.bincount(places, weights=np.abs(np.nan_to_num(gross) - amounts) < CENT) > 0
    shows = (lines > 1) & ~(is_alike & (np.bincount(places, weights=np.abs(gross - amounts) < CENT) == lines))
    return bool(shows.any() and (is_alike & ~fits_line)[shows].mean() >= LEAST_ALIKE)


def _per_unit(
    column: Column, amounts: Amounts, units: Amounts, price: Amounts | None, choices: ReadingChoices
) -> LineMoney | None:
    """The amounts times units where each is the price of one unit; None where it is that of the line."""
    answer = choices.answer("amount_meaning", (LINE, UNIT))
    if answer:
        return LineMoney(amounts * units) if answer == UNIT else None
    if header_key(column.header) in SALES_HEADERS[PRICE]:
        told = line_amounts(amounts, units, column, choices)
        return LineMoney(told.revenue, questions=told.questions)
    rows = np.flatnonzero((np.abs(units) > 1) & (np.nan_to_num(amounts) != 0))
    if price is None or not len(rows) or not (np.abs(np.abs(amounts) - np.abs(price)) < CENT)[rows].all():
        return None
    if len(rows) >= FEWEST_ROWS:
        return LineMoney(amounts * np.abs(units), (Note("amount_is_price", {"column": column.header}),))
    found = str(column.texts[column.codes[rows[0]]])
    values = {"column": column.header, "found": found, "units": float(units[rows[0]])}
    return LineMoney(amounts * np.abs(units), (), (Question("amount_meaning", values, (LINE, UNIT), UNIT),))


def _less_discount(
    columns: Mapping[str, Column], values: Mapping[str, Amounts], amounts: Amounts, gross: Amounts
) -> LineMoney:
    if DISCOUNT not in columns:
        return LineMoney(amounts)
    column = columns[DISCOUNT]
    discount = np.abs(np.nan_to_num(values[DISCOUNT]))
    is_share = column.texts_are(lambda text: "%" in text) | ("%" in column.header)
    base = np.where(np.isnan(gross), amounts, gross)
    discount = np.where(is_share, np.abs(base) * discount / 100, discount)
    if not discount.any():
        return LineMoney(amounts)
    if REVENUE in columns and header_key(columns[REVENUE].header) in NET_HEADERS:
        return LineMoney(amounts)
    if INVOICE in columns and not is_share.any() and _is_of_orders(columns[INVOICE], discount, base):
        return LineMoney(amounts, (Note("before_discounts", {"column": column.header}),))
    if REVENUE in columns and header_key(columns[REVENUE].header) in BEFORE_DISCOUNTS:
        return LineMoney(amounts - np.sign(np.nan_to_num(amounts)) * discount)
    is_before = np.abs(np.abs(amounts) - np.abs(gross)) < CENT
    unknown = np.isnan(gross) & (discount > 0) & (np.nan_to_num(amounts) != 0)
    notes = (Note("discount_open", {"column": column.header}),) if unknown.any() else ()
    taken_off = np.where(is_before, np.sign(np.nan_to_num(amounts)) * discount, 0.0)
    return LineMoney(amounts - taken_off, notes)


def _is_of_orders(order: Column, discount: Amounts, base: Amounts) -> bool:
    """Whether a discount is that of a whole order: the same on lines of different money, order by order."""
    told = ~order.is_blank()
    places, discount, base = np.unique(order.codes[told], return_inverse=True)[1], discount[told], base[told]
    different = _spread(places, np.nan_to_num(base)) > CENT
    given = np.bincount(places, weights=discount) > 0
    shows = different & given
    return bool(shows.any() and (_spread(places, discount) < CENT)[shows].all())


def _spread(places: NDArray[np.int64], values: Amounts) -> Amounts:
    """The largest less the smallest value of each group."""
    size = int(places.max(initial=-1)) + 1
    least, most = np.full(size, np.inf), np.full(size, -np.inf)
    np.minimum.at(least, places, values)
    np.maximum.at(most, places, values)
    return np.asarray(most - least)


def taken_back(units: Amounts, revenue: Amounts) -> Rows:
    """Rows of a positive number of units and negative money: what was brought back, (n_rows,)."""
    return np.asarray((units > 0) & (np.nan_to_num(revenue) < 0))
