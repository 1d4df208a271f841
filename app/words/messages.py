"""The sentences that the owner reads about a problem, about rows left out and about how a file was read.

Nowhere else are sentences made of them. Unknown codes get a plain sentence with their values, so none is ever hidden.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.words.formats import day_text
from data.problems import Problem
from data.report import LeftOut, Note, Question

ROWS_NAMED = 5

PROBLEMS = {
    "dask_missing": (
        "SHELFWISE_DASK names the Dask scheduler {address}, but the package distributed is not installed here. Install "
        "it (pip install distributed), or unset SHELFWISE_DASK to forecast on this computer."
    ),
    "dask_silent": (
        "No Dask scheduler answered at {address} within {seconds} seconds. Start it, correct SHELFWISE_DASK, or unset "
        "it to forecast on this computer."
    ),
    "dask_without_workers": (
        "The Dask scheduler at {address} has no workers. Start some (dask worker {address}), or unset "
        "SHELFWISE_DASK to forecast on this computer."
    ),
    "not_a_file": "{file} is not there or is a folder. Choose the file that your till exported.",
    "empty_file": "{file} is empty. Export it again from the till and drop the new file in.",
    "damaged_file": "{file} is damaged: it cannot be unpacked. Download or export it again.",
    "file_too_large": "{file} is larger than {limit} MB. Export a shorter period, or one year at a time.",
    "password_protected": "{file} is locked by a password. Save it without one and drop it in again.",
    "several_files": ("{file} holds {count} files ({found}), not one. Unpack it and drop in the file with the sales."),
    "sheet_too_large": (
        "{file} has sheets of more than {limit} million cells, most of them empty. Copy the table into a new "
        "workbook, or export it as CSV."
    ),
    "not_a_table": "{file} is not a table of sales or products, it holds {found}. Export the sales as CSV.",
    "no_rows": "{file} has a header in row {row}, but no rows below it. Export a period with sales.",
    "no_dates_in_report": (
        "{file} is {article} {report}: it adds up a whole period and has no dates, so nothing can be forecast from it. "
        "Take {instead} instead."
    ),
    "no_items_in_report": (
        "{file} is {article} {report}: it does not say how many of each item were sold. Take {instead} instead."
    ),
    "no_sales_in_report": "{file} is {article} {report}: it holds no sales of items by day. Take {instead} instead.",
    "no_item_column": (
        "{file}, row {row}: no column names the item. Found: {found}. It needs a row per sale, or per day and "
        'product, with a column such as "SKU" or "Item".'
    ),
    "no_supplier_column": (
        '{file}, row {row}: no column names the supplier. Found: {found}. Add a column such as "Supplier".'
    ),
    "ragged_rows": (
        "{file}: {rows_ragged} rows do not have {cells} cells as the header has, the first of them row {row}. "
        "Export the file again without editing it by hand."
    ),
    "unreadable_day": (
        '{file}, row {row}, {column}: "{found}" is not a date, and so in {rows_unreadable} of {rows} rows. Write '
        "dates like 2024-12-31 and import the file again."
    ),
    "unreadable_units": (
        '{file}, row {row}, {column}: "{found}" is not a number, and so in {rows_unreadable} of {rows} rows. '
        "Write the units sold in digits and import the file again."
    ),
    "unreadable_revenue": (
        '{file}, row {row}, {column}: "{found}" is not an amount of money, and so in {rows_unreadable} of {rows} '
        "rows. Write amounts like 1234.50 and import the file again."
    ),
    "unreadable_price": (
        '{file}, row {row}, {column}: "{found}" is not a price, and so in {rows_unreadable} of {rows} rows. Write '
        "prices like 2.50 and import the file again."
    ),
    "unknown_field": "{found} is not a field that can be set. It must be {rule}.",
    "unknown_product": "{found} is not a product of this shop. Import its sales or a product list first.",
    "unknown_supplier": "{found} is not a supplier of this shop. Name it as the supplier of a product first.",
    "shop_unreadable": "The shop file {path} cannot be read: {reason}. Choose another shop folder or restore a backup.",
    "shop_too_new": "The shop file {path} was written by a newer Shelfwise. Install that version to open it.",
}

LEFT_OUT = {
    "blank": "{rows_are} blank and {were} left out.",
    "too_few_cells": "{rows_have} fewer cells than the header and {were} left out.",
    "too_many_cells": "{rows_have} more cells than the header and {were} left out.",
    "repeated_header": "{rows_repeat} the header and {were} left out.",
    "total_row": "{rows_are} totals and {were} left out.",
    "cancelled": "{rows_were} cancelled and left out.",
    "refunded": "{rows_were} refunded or exchanged later and left out.",
    "not_paid": "{rows_were} not paid yet and left out.",
    "picture_row": "{rows_have} no price, as rows for pictures, and {were} left out.",
    "variant_parent": "{rows_are} headings of variants that stand on rows of their own, and {were} left out.",
    "other_location": "{rows_are} about other locations, and {were} left out.",
    "no_item_line": "{rows_are} sums of a sale or payments, no items, and {were} left out.",
    "not_a_product": (
        "{rows_are} about postage, fees, vouchers or other things that are no product, and {were} left out."
    ),
    "stock_adjustment": "{rows_are} corrections of stock without any money, no sales, and {were} left out.",
    "no_sale": "{rows_are} deliveries, purchases or corrections of stock, no sales, and {were} left out.",
    "other_place": "{rows_are} of other places and {were} left out.",
    "stray_date": "{rows_are} half a year or more away from all other sales, as by a wrong clock, and {were} left out.",
    "no_item": "{rows_name} no item and {were} left out.",
    "no_supplier": "{rows_name} no supplier and {were} left out.",
    "repeated_supplier": "{rows_are} about a supplier that comes again further down, and {were} left out.",
    "no_price": "{rows_have} money but no price, so the units are not known, and {were} left out.",
    "repeated_product": "{rows_are} about a product that comes again further down, and {were} left out.",
}

UNREADABLE = {
    "bad_date": "a date between 1990 and 2100",
    "bad_quantity": "a number",
    "bad_amount": "an amount of money",
    "bad_price": "a price",
}

NOTES = {
    "format": "This is {article} {name} export.",
    "mojibake_repaired": 'The file was saved in a wrong encoding; "{found}" was read as "{read_as}".',
    "date_order": '{column}: the {order} comes first, as "{found}" shows.',
    "date_order_guessed": (
        '{column}: day and month can be read both ways. The {order} was taken first: "{found}" is {read_as}. '
        "Check this."
    ),
    "date_order_agreed": '{column}: the {order} comes first, as other columns show: "{found}" is {read_as}.',
    "wide": "Each column is a product, {products} of them: {found}. Their numbers were counted as units sold.",
    "wide_with_rest": (
        "Each column is a product, {products} of them: {found}. Their numbers were counted as units sold. "
        "Columns that are no products: {left}."
    ),
    "days_across": "Each column is a day, {days} of them, from {found}. Their numbers were counted as units sold.",
    "bad_cells": 'Cells that are no numbers were left out: {cells}, the first in row {row}: "{found}".',
    "missing_days": (
        "{days} days between {first} and {last} have no rows, though the shop is usually open on these weekdays. "
        "If sales are missing, export that time again."
    ),
    "weekdays_disagree": '{column} does not fit the dates: "{found}" was read as {read_as}. Check the dates.',
    "excel_days": '{column}: Excel counts days from 1900: "{found}" is {read_as}.',
    "unix_days": '{column}: seconds counted from 1970, in world time: "{found}" is {read_as}.',
    "decimal_guessed": '{column}: "{found}" can be read both ways. It was read as {read_as}. Check this.',
    "takings_as_units": (
        "The file has no quantities: {column} is what each product took in a day. The money is forecast in place of "
        "units, so stock, packs and orders are amounts of money too."
    ),
    "places_together": "{column} names {count} places: {found}. Their sales were added up.",
    "one_place": "Only {found} was read, as you chose.",
    "damaged_codes": (
        'A spreadsheet has damaged {codes} codes in {column}, such as "{found}": several products may have become one. '
        "Export the file again without opening it in a spreadsheet."
    ),
    "placeholder_codes": "{column}: {found} stands for no code; these rows were told apart by the name of the product.",
    "column_by_content": "{column} was taken for the {name} by what stands in it.",
    "measured": "{column} is measured in {found}.",
    "same_file": "These are the sales of {file}, which you imported on {day}.",
    "currency": "Amounts are in {found}.",
    "row_is_unit": "The file has no quantities: each row was counted as one unit.",
    "no_revenue": "The file has neither amounts nor prices: the money taken is not known.",
    "units_from_money": "{column} is money: the units are {column} divided by {price}.",
    "before_discounts": (
        "Amounts are before the discounts in {column}: the file does not say which items they were given on."
    ),
    "items_in_one_cell": (
        "Each row is an order with all its items in {column}: {orders} orders were taken apart into {items} items. "
        "The file does not say what each item cost."
    ),
    "returns_not_taken_off": (
        "{column} names {units} units taken back. They were not taken off the units sold; check whether those are "
        "before or after returns."
    ),
    "refunds_not_by_item": (
        "{amount} was refunded, but the file does not say for which items: their units count as sold."
    ),
    "locations_summed": "The stock of {places} was added up.",
    "location_chosen": "The stock is that of {place}, without {others}.",
    "bad_cell": 'Row {row}, {column}: "{found}" is not {rule}. The cell was left out.',
}

QUESTIONS = {
    "date_order": '{column}: is "{found}" the day {if_day} or {if_month}? Nothing in the file shows it.',
    "sheet": "Which sheet holds the sales? {found} all look like sales. {sheet} is shown here.",
    "decimal": '{column}: is "{found}" the number {if_point} or {if_comma}? Nothing in the file shows it.',
    "day_column": "Which column is the day of the sale: {found}? {column} was taken here.",
    "item_column": "Which column names the item sold: {found}? {column} was taken here.",
    "units_column": "Which column is the number of units sold: {found}, or none of them?",
    "row_meaning": (
        "There are no quantities. Is each row one sale, or what a product took in a day? {column} is {found} in the "
        "first. In the second case the money is forecast in place of units."
    ),
    "amount_meaning": "{column}: is {found} the money of all {units} units together, or of one unit?",
}


def problem_sentence(problem: Problem) -> str:
    """What is wrong, where, and what to do.

    >>> problem_sentence(Problem("empty_file", {"file": "sales.csv"}))
    'sales.csv is empty. Export it again from the till and drop the new file in.'
    """
    values = problem.values
    if problem.code == "no_date_column":
        return _no_date_column(values)
    if problem.code == "no_rows_used":
        return _no_rows_used(values)
    if problem.code == "bad_value":
        return _bad_value(values)
    if "report" in values:
        values = {"article": _article(values["report"]), **values}
    return _filled(PROBLEMS, problem.code, values)


def left_out_sentence(left_out: LeftOut) -> str:
    """Which rows were left out, and why.

    >>> left_out_sentence(LeftOut("bad_quantity", (14,), 0.0, 0.0, column="Quantity", example="twelve"))
    'Row 14, Quantity: "twelve" is not a number. The row was left out.'
    """
    if left_out.reason in UNREADABLE:
        return _unreadable(left_out)
    one = len(left_out.rows) == 1
    rows = _rows(left_out.rows)
    words = {
        "rows_are": "is" if one else "are",
        "rows_were": "was" if one else "were",
        "rows_have": "has" if one else "have",
    }
    words |= {"rows_name": "names" if one else "name", "rows_repeat": "repeats" if one else "repeat"}
    told = {name: f"{rows} {word}" for name, word in words.items()}
    return _filled(LEFT_OUT, left_out.reason, {**told, "were": words["rows_were"]})


def note_sentence(note: Note) -> str:
    """How a file was read, where that was not plain.

    >>> note_sentence(Note("row_is_unit"))
    'The file has no quantities: each row was counted as one unit.'
    """
    if note.code == "merged_spellings":
        return _merged_spellings(note.values)
    if note.code == "repeated_products":
        return _repeated_products(note.values)
    if note.code == "format":
        return _filled(NOTES, note.code, {"article": _article(note.values["name"]), **note.values})
    if note.code == "missing_days":
        ends = {end: _spoken(note.values[end]) for end in ("first", "last")}
        return _filled(NOTES, note.code, {**note.values, **ends})
    return _filled(NOTES, note.code, note.values)


def _spoken(day: object) -> str:
    """A day of a note as it is spoken; what is no day as it is."""
    try:
        return day_text(date.fromisoformat(str(day)))
    except ValueError:
        return str(day)


def question_sentence(question: Question) -> str:
    """What the owner has to decide before a file is kept.

    >>> values = {"column": "Qty", "found": "1.250", "if_point": 1.25, "if_comma": 1250.0}
    >>> question_sentence(Question("decimal", values, (".", ","), "."))
    'Qty: is "1.250" the number 1.25 or 1,250.00? Nothing in the file shows it.'
    """
    return _filled(QUESTIONS, question.code, question.values)


def _article(name: object) -> str:
    """`a Square export`, `an Amazon report`."""
    return "an" if str(name)[0] in "AEIOaeio" else "a"


def _filled(sentences: Mapping[str, str], code: str, values: Mapping[str, object]) -> str:
    told = {name: _listed(value) for name, value in values.items()}
    if code in sentences:
        return sentences[code].format_map(told)
    return (
        f"{code.replace('_', ' ').capitalize()}: " + ", ".join(f"{name} {value}" for name, value in told.items()) + "."
    )


def _listed(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    if isinstance(value, date):
        return day_text(value)
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def _rows(rows: tuple[int, ...]) -> str:
    if len(rows) == 1:
        return f"Row {rows[0]}"
    named = ", ".join(map(str, rows[:ROWS_NAMED]))
    return f"{len(rows):,} rows ({named}{', ...' if len(rows) > ROWS_NAMED else ''})"


def _unreadable(left_out: LeftOut) -> str:
    wanted = UNREADABLE[left_out.reason]
    found = f'"{left_out.example}" is not {wanted}' if left_out.example.strip() else f"the cell is empty, not {wanted}"
    first = f"Row {left_out.rows[0]}, {left_out.column}: {found}."
    if len(left_out.rows) == 1:
        return f"{first} The row was left out."
    return f"{first} {_rows(left_out.rows)} like this were left out."


def _no_date_column(values: Mapping[str, Any]) -> str:
    told = f"{values['file']}, row {values['row']}: no column holds a date. Found: {_listed(values['found'])}. "
    if values["is_product_list"]:
        return told + "This looks like a product list; choose an export of sales with a row per sale or per day."
    return told + 'Sales need a column such as "Date". Choose an export with a row per sale or per day.'


def _no_rows_used(values: Mapping[str, Any]) -> str:
    reasons = ", ".join(f"{count} {reason.replace('_', ' ')}" for reason, count in values["reasons"].items())
    return f"{values['file']}: none of its {values['rows']} rows is a sale of a product ({reasons}). Check the export."


def _bad_value(values: Mapping[str, Any]) -> str:
    thing = values.get("sku", values.get("supplier", ""))
    of = f" of {thing}" if thing else ""
    return f'{values["field"]}{of} must be {values["rule"]}; "{values["found"]}" was not kept.'


def _merged_spellings(values: Mapping[str, Any]) -> str:
    if not values["merged"] or values["merged"] == [values["kept"]]:
        return f"{_products(values)} written in several ways and counted as one each."
    examples = f"{_listed(values['merged'])} as {values['kept']}"
    return f"{_products(values)} written in several ways and counted as one each, such as {examples}."


def _products(values: Mapping[str, Any]) -> str:
    return "1 product was" if values["products"] == 1 else f"{values['products']} products were"


def _repeated_products(values: Mapping[str, Any]) -> str:
    return f"{values['products']} products have several rows; the last counts: {_listed(values['examples'])}."
