"""What is wrong, where, and what to do: the sentences about problems that the rooms report as data."""

from collections.abc import Mapping
from typing import Any

from app.words.bad_values import UNKNOWN, bad_value_text
from app.words.file_words import report_text
from app.words.filling import filled, listed
from app.words.formats import units_text
from app.words.language import N_, _
from app.words.left_out_reasons import reason_words
from data.problems import Problem

PROBLEMS = {
    "dask_missing": N_(
        "SHELFWISE_DASK names the Dask scheduler {address}, but the package distributed is not installed here. Install "
        "it (pip install distributed), or unset SHELFWISE_DASK to forecast on this computer."
    ),
    "dask_silent": N_(
        "No Dask scheduler answered at {address} within {seconds} seconds. Start it, correct SHELFWISE_DASK, or unset "
        "it to forecast on this computer."
    ),
    "dask_without_workers": N_(
        "The Dask scheduler at {address} has no workers. Start some (dask worker {address}), or unset "
        "SHELFWISE_DASK to forecast on this computer."
    ),
    "not_a_file": N_("{file} is not there or is a folder. Choose the file that your till exported."),
    "empty_file": N_("{file} is empty. Export it again from the till and drop the new file in."),
    "damaged_file": N_("{file} is damaged: it cannot be unpacked. Download or export it again."),
    "file_too_large": N_("{file} is larger than {limit} MB. Export a shorter period, or one year at a time."),
    "password_protected": N_("{file} is locked by a password. Save it without one and drop it in again."),
    "several_files": N_(
        "{file} holds {count} files ({found}), not one. Unpack it and drop in the file with the sales."
    ),
    "sheet_too_large": N_(
        "{file} has sheets of more than {limit} million cells, most of them empty. Copy the table into a new "
        "workbook, or export it as CSV."
    ),
    "not_a_table": N_("{file} is not a table of sales or products, it holds {found}. Export the sales as CSV."),
    "no_rows": N_("{file} has a header in row {row}, but no rows below it. Export a period with sales."),
    "sums_of_periods": N_(
        "{file}: {column} holds weeks or months. A forecast needs single days: export the sales by day, or each sale."
    ),
    "running_sums": N_(
        "{file}: {column} adds up from day to day. Choose an export that says what was sold on each day, or per sale."
    ),
    "stock_not_sold": N_(
        "{file}: {column} is what is left in stock, not what was sold. Choose an export of sales with a row per "
        "sale or per day."
    ),
    "no_dates_in_report": N_(
        "{file} is {report}: it adds up a whole period and has no dates, so nothing can be forecast from it. "
        "Take {instead} instead."
    ),
    "no_items_in_report": N_(
        "{file} is {report}: it does not say how many of each item were sold. Take {instead} instead."
    ),
    "no_sales_in_report": N_("{file} is {report}: it holds no sales of items by day. Take {instead} instead."),
    "no_item_column": N_(
        "{file}, row {row}: no column names the item. Found: {found}. It needs a row per sale, or per day and "
        'product, with a column such as "SKU" or "Item".'
    ),
    "no_supplier_column": N_(
        '{file}, row {row}: no column names the supplier. Found: {found}. Add a column such as "Supplier".'
    ),
    "ragged_rows": N_(
        "{file}: {rows_ragged} rows do not have {cells} cells as the header has, the first of them row {row}. "
        "Export the file again without editing it by hand."
    ),
    "unreadable_day": N_(
        '{file}, row {row}, {column}: "{found}" is not a date, and so in {rows_unreadable} of {rows} rows. Write '
        "dates like 2024-12-31 and import the file again."
    ),
    "unreadable_units": N_(
        '{file}, row {row}, {column}: "{found}" is not a number, and so in {rows_unreadable} of {rows} rows. '
        "Write the units sold in digits and import the file again."
    ),
    "unreadable_revenue": N_(
        '{file}, row {row}, {column}: "{found}" is not an amount of money, and so in {rows_unreadable} of {rows} '
        "rows. Write amounts like 1234.50 and import the file again."
    ),
    "unreadable_price": N_(
        '{file}, row {row}, {column}: "{found}" is not a price, and so in {rows_unreadable} of {rows} rows. Write '
        "prices like 2.50 and import the file again."
    ),
    "part_is_bundle": N_("“{found}” cannot be a part of {sku}: it is a bundle itself. Name what is in it."),
    "bundle_is_part": N_("{sku} is a part of another bundle, so it cannot have parts of its own."),
    "shop_unreadable": N_(
        "The shop file {path} cannot be read: {reason}. Choose another shop folder or restore a backup."
    ),
    "shop_too_new": N_("The shop file {path} was written by a newer Shelfwise. Install that version to open it."),
}

NO_DATE_COLUMN = N_(
    '{file}, row {row}: no column holds a date. Found: {found}. Sales need a column such as "Date". Choose an export '
    "with a row per sale or per day."
)
NO_DATE_IN_PRODUCT_LIST = N_(
    "{file}, row {row}: no column holds a date. Found: {found}. This looks like a product list; choose an export of "
    "sales with a row per sale or per day."
)
NO_DAYS_BUT_PERIODS = N_(
    "{file}, row {row}: no column holds a date. {period_column} names weeks or months, and a forecast needs days. "
    "Choose an export with a row per sale or per day."
)
NO_ROWS_USED = N_("{file}: none of its {rows} rows is a sale of a product ({reasons}). Check the export.")


def problem_sentence(problem: Problem) -> str:
    """What is wrong, where, and what to do.

    >>> problem_sentence(Problem("empty_file", {"file": "sales.csv"}))
    'sales.csv is empty. Export it again from the till and drop the new file in.'
    """
    values = problem.values
    if problem.code == "no_date_column":
        sentence = _no_date_sentence(values)
        return _(sentence).format_map({**values, "found": listed(values["found"])})
    if problem.code == "no_rows_used":
        return _no_rows_used(values)
    if problem.code == "bad_value" or problem.code in UNKNOWN:
        return bad_value_text(problem)
    if "report" in values:
        values = {**values, "report": report_text(str(values["report"])), "instead": _(str(values["instead"]))}
    if problem.code == "not_a_table":
        values = {**values, "found": _(str(values["found"]))}
    return filled(PROBLEMS, problem.code, values)


def _no_date_sentence(values: Mapping[str, Any]) -> str:
    if values["period_column"]:
        return NO_DAYS_BUT_PERIODS
    return NO_DATE_IN_PRODUCT_LIST if values["is_product_list"] else NO_DATE_COLUMN


def _no_rows_used(values: Mapping[str, Any]) -> str:
    reasons = ", ".join(f"{units_text(count)} {reason_words(reason)}" for reason, count in values["reasons"].items())
    return _(NO_ROWS_USED).format(file=values["file"], rows=values["rows"], reasons=reasons)
