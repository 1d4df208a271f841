"""The rows of a till's export that do not count, by the till's own rules."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import CANCELLED_AT, INVOICE, KIND, NAME, ORDER_DISCOUNT, REFUNDED, RETURNED, SKU
from data.meaning.non_products import is_deduction
from data.reading.row_fate import RowFate
from data.reading.sales_amounts import SalesAmounts
from data.report import Note
from data.tables.column import Column
from data.tills import PLAIN, Till

Rows = NDArray[np.bool_]


def leave_out_by_till(fate: RowFate, columns: Mapping[str, Column], till: Till, amounts: SalesAmounts) -> None:
    """Leave out cancelled sales, what is no product, and bookings that are no sales."""
    for rule in till.rules:
        if rule.column in columns:
            rows = columns[rule.column].texts_are(rule.leaves_out)
            rows = rows & (amounts.units >= 0) if rule.spares_negative else rows
            fate.leave_out(rows, rule.reason, columns[rule.column])
    if KIND in columns and columns[KIND].texts_say(till.sale_kinds).any():
        fate.leave_out(columns[KIND].texts_say(till.stock_kinds), "no_sale", columns[KIND])
    if CANCELLED_AT in columns:
        fate.leave_out(~columns[CANCELLED_AT].is_blank(), "cancelled", columns[CANCELLED_AT])
    judged = columns.get(SKU) if till.judges_codes else columns.get(NAME, columns.get(SKU))
    if judged is not None:
        fate.leave_out(judged.texts_are(till.is_no_product), "not_a_product", judged)
    if till is PLAIN and judged is not None:
        taken_off = judged.texts_are(is_deduction) & (amounts.revenue < 0)
        fate.leave_out(taken_off, "not_a_product", judged)
    if till.bookkeeping_prefix:
        fate.leave_out(columns[INVOICE].texts_begin(till.bookkeeping_prefix), "not_a_product", columns[INVOICE])
    if till.has_stock_adjustments:
        fate.leave_out(_is_stock_adjustment(columns, till, amounts), "stock_adjustment", columns[NAME])


def _is_stock_adjustment(columns: Mapping[str, Column], till: Till, amounts: SalesAmounts) -> Rows:
    """Rows without money that no customer caused.

    Negative ones are write-offs ("damaged", "?"). Of the others those are gifts to a customer whose description also
    stands on a row with money; the rest are corrections of stock ("found", "check", "").
    """
    name = columns[NAME].mapped(lambda text: text.strip().casefold())
    has_money = amounts.revenue != 0
    is_sold = np.zeros(len(name.texts), dtype=bool)
    is_sold[name.codes[has_money]] = True
    is_gift = is_sold[name.codes] & ~name.is_blank() & (amounts.units > 0)
    is_cancellation = columns[INVOICE].texts_begin(till.cancellation_prefix)
    return np.asarray(~has_money & ~is_gift & ~is_cancellation)


def till_notes(fate: RowFate, columns: Mapping[str, Column], amounts: SalesAmounts) -> tuple[Note, ...]:
    """What the file says of the rows used but is not taken off: refunds and discounts of orders, units returned."""
    of_used = {name: float(values[fate.used].sum()) for name, values in amounts.of_orders.items()}
    back = int((amounts.taken_back & fate.used).sum())
    notes = [Note("negative_money", {"rows": back})] if back else []
    if of_used.get(REFUNDED):
        notes.append(Note("refunds_not_by_item", {"amount": of_used[REFUNDED]}))
    if of_used.get(ORDER_DISCOUNT):
        notes.append(Note("before_discounts", {"column": columns[ORDER_DISCOUNT].header}))
    if of_used.get(RETURNED):
        units = abs(of_used[RETURNED])
        notes.append(Note("returns_not_taken_off", {"column": columns[RETURNED].header, "units": units}))
    return tuple(notes)
