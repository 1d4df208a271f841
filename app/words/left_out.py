"""Which rows of a file were left out, and why."""

import pandas as pd

from app.words.filling import rows_text
from app.words.language import N_, _
from app.words.left_out_reasons import reason_words
from data.report import LeftOut

ROW, REASON = N_("Row in the file"), N_("Why it was left out")

# reason -> the sentence about one row, and about several
LEFT_OUT = {
    "blank": (
        N_("{rows} is blank and was left out."),
        N_("{rows} are blank and were left out."),
    ),
    "too_few_cells": (
        N_("{rows} has fewer cells than the header and was left out."),
        N_("{rows} have fewer cells than the header and were left out."),
    ),
    "too_many_cells": (
        N_("{rows} has more cells than the header and was left out."),
        N_("{rows} have more cells than the header and were left out."),
    ),
    "heading": (
        N_("{rows} is a heading or a sum of a product and was left out."),
        N_("{rows} are headings or sums of products and were left out."),
    ),
    "repeated_header": (
        N_("{rows} repeats the header and was left out."),
        N_("{rows} repeat the header and were left out."),
    ),
    "total_row": (
        N_("{rows} is a total and was left out."),
        N_("{rows} are totals and were left out."),
    ),
    "cancelled": (
        N_("{rows} was cancelled and left out."),
        N_("{rows} were cancelled and left out."),
    ),
    "refunded": (
        N_("{rows} was refunded or exchanged later and left out."),
        N_("{rows} were refunded or exchanged later and left out."),
    ),
    "not_paid": (
        N_("{rows} was not paid yet and left out."),
        N_("{rows} were not paid yet and left out."),
    ),
    "picture_row": (
        N_("{rows} has no price, as a row for pictures, and was left out."),
        N_("{rows} have no price, as rows for pictures, and were left out."),
    ),
    "variant_parent": (
        N_("{rows} is the heading of variants that stand on rows of their own, and was left out."),
        N_("{rows} are headings of variants that stand on rows of their own, and were left out."),
    ),
    "other_location": (
        N_("{rows} is about another location, and was left out."),
        N_("{rows} are about other locations, and were left out."),
    ),
    "no_item_line": (
        N_("{rows} is a sum of a sale or a payment, no item, and was left out."),
        N_("{rows} are sums of a sale or payments, no items, and were left out."),
    ),
    "not_a_product": (
        N_("{rows} is about postage, fees, vouchers or other things that are no product, and was left out."),
        N_("{rows} are about postage, fees, vouchers or other things that are no product, and were left out."),
    ),
    "stock_adjustment": (
        N_("{rows} is a correction of stock without any money, no sale, and was left out."),
        N_("{rows} are corrections of stock without any money, no sales, and were left out."),
    ),
    "no_sale": (
        N_("{rows} is a delivery, a purchase or a correction of stock, no sale, and was left out."),
        N_("{rows} are deliveries, purchases or corrections of stock, no sales, and were left out."),
    ),
    "other_place": (
        N_("{rows} is of another place and was left out."),
        N_("{rows} are of other places and were left out."),
    ),
    "stray_date": (
        N_("{rows} is half a year or more away from all other sales, as by a wrong clock, and was left out."),
        N_("{rows} are half a year or more away from all other sales, as by a wrong clock, and were left out."),
    ),
    "no_item": (
        N_("{rows} names no item and was left out."),
        N_("{rows} name no item and were left out."),
    ),
    "no_supplier": (
        N_("{rows} names no supplier and was left out."),
        N_("{rows} name no supplier and were left out."),
    ),
    "repeated_supplier": (
        N_("{rows} is about a supplier that comes again further down, and was left out."),
        N_("{rows} are about a supplier that comes again further down, and were left out."),
    ),
    "no_price": (
        N_("{rows} has money but no price, so the units are not known, and was left out."),
        N_("{rows} have money but no price, so the units are not known, and were left out."),
    ),
    "repeated_product": (
        N_("{rows} is about a product that comes again further down, and was left out."),
        N_("{rows} are about a product that comes again further down, and were left out."),
    ),
}

UNREADABLE = {
    "bad_date": (
        N_('{row}, {column}: "{found}" is not a date between 1990 and 2100.'),
        N_("{row}, {column}: the cell is empty, not a date between 1990 and 2100."),
    ),
    "bad_quantity": (
        N_('{row}, {column}: "{found}" is not a number.'),
        N_("{row}, {column}: the cell is empty, not a number."),
    ),
    "bad_amount": (
        N_('{row}, {column}: "{found}" is not an amount of money.'),
        N_("{row}, {column}: the cell is empty, not an amount of money."),
    ),
    "bad_price": (
        N_('{row}, {column}: "{found}" is not a price.'),
        N_("{row}, {column}: the cell is empty, not a price."),
    ),
}


def left_out_sentence(left_out: LeftOut) -> str:
    """Which rows were left out, and why.

    >>> left_out_sentence(LeftOut("bad_quantity", (14,), 0.0, 0.0, column="Quantity", example="twelve"))
    'Row 14, Quantity: "twelve" is not a number. The row was left out.'
    """
    if left_out.reason in UNREADABLE:
        return _unreadable(left_out)
    rows = rows_text(left_out.rows)
    if left_out.reason not in LEFT_OUT:
        return _("{rows}: left out ({reason}).").format(rows=rows, reason=reason_words(left_out.reason))
    one, several = LEFT_OUT[left_out.reason]
    return _(one if len(left_out.rows) == 1 else several).format(rows=rows)


def told_left_out(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows left out as the owner downloads them: where each stands, why it was left out, what it says."""
    named = rows.rename(columns={"row": _(ROW), "reason": _(REASON)})
    return named.assign(**{_(REASON): named[_(REASON)].astype(str).map(reason_words)})


def _unreadable(left_out: LeftOut) -> str:
    says, is_empty = UNREADABLE[left_out.reason]
    told = {"row": rows_text(left_out.rows[:1]), "column": left_out.column, "found": left_out.example}
    first = _(says if left_out.example.strip() else is_empty).format_map(told)
    if len(left_out.rows) == 1:
        return _("{first} The row was left out.").format(first=first)
    return _("{first} {rows} like this were left out.").format(first=first, rows=rows_text(left_out.rows))
