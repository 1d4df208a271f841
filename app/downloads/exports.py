"""Downloads: the order list as CSV and as an Excel sheet, all suppliers or one."""

import io
import re
from typing import Any

import pandas as pd
from flask import Blueprint, Response, abort, request

from app.desk import Desk, plan_now
from app.downloads.order_sums import order_sums
from app.incoming.pending import left_out_of
from app.views.order_table import of_supplier, order_table, to_order
from app.words.language import _
from app.words.left_out import told_left_out
from data.importing.left_out_store import read_left_out_rows

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LINE_END = "\r\n"  # of RFC 4180; with it, and on all systems, cells that hold a part of it are quoted
RESERVED_NAMES = ("", "history")  # Excel keeps the second for itself
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False}  # a name such as external:x is no link
MONEY, MONEY_WIDTH = ("unit_cost", "order_cost"), 12
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_text(table: pd.DataFrame) -> str:
    """The table as CSV whose text cells no spreadsheet takes for formulas, whole numbers without a decimal point."""
    return whole_numbers(harmless(table)).to_csv(index=False, lineterminator=LINE_END)


def excel_bytes(table: pd.DataFrame, *, title: str) -> bytes:
    """The table as an Excel workbook: its header frozen, its columns as wide as what they hold, money as money.

    An order table has its sums, by supplier and in all, on a second sheet.
    """
    buffer = io.BytesIO()
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": PLAIN_TEXT}) as book:
        _write_sheet(book, table, sheet_name(title), frozen=2)
        if {"supplier", "order_quantity", "order_cost"} <= set(table):
            _write_sheet(book, order_sums(table), _sums_name(sheet_name(title)), frozen=1, total=True)
    return buffer.getvalue()


def _write_sheet(book: Any, table: pd.DataFrame, name: str, *, frozen: int, total: bool = False) -> None:
    """One sheet; `total` sets the last row apart."""
    whole_numbers(harmless(table)).to_excel(book, sheet_name=name, index=False)
    sheet = book.sheets[name]
    sheet.freeze_panes(1, frozen)
    sheet.autofit(400)
    head = book.book.add_format({"bold": True, "bottom": 1, "bg_color": "#E2F1EC"})
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, str(column), head)
    money = book.book.add_format({"num_format": "#,##0.00"})
    for place in (place for place, column in enumerate(table.columns) if column in MONEY):
        sheet.set_column(place, place, MONEY_WIDTH, money)
    if total:
        sheet.set_row(len(table), None, book.book.add_format({"bold": True, "top": 1, "num_format": "#,##0.##"}))


def _sums_name(other: str) -> str:
    name = _("Sums")
    return f"{name} 2" if name.casefold() == other.casefold() else name


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """The table with an apostrophe before text that a spreadsheet would run as a formula."""
    safe = table.copy()
    for column in safe.select_dtypes(include=["object", "str"]):
        text = safe[column]
        risky = text.map(lambda cell: isinstance(cell, str) and cell.startswith(FORMULA_STARTS)).astype(bool)
        safe[column] = text.where(~risky, "'" + text.astype(str))
    return safe


def whole_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """The table with columns of whole numbers as such; gaps stay gaps."""
    columns = table.select_dtypes("float").columns
    whole = [column for column in columns if (table[column].dropna() % 1 == 0).all()]
    return table.astype(dict.fromkeys(whole, "Int64"))


def sheet_name(title: str) -> str:
    """A name Excel accepts for a sheet.

    >>> sheet_name("Fine [China] / Tea*: London and the whole of Kent")
    'Fine China  Tea London and the '
    """
    name = re.sub(r"[\[\]:*?/\\']", "", title).strip()[:31]
    return _("Orders") if name.lower() in RESERVED_NAMES else name


def exports_blueprint(desk: Desk) -> Blueprint:
    """The routes of the downloads."""
    routes = Blueprint("exports", __name__)

    @routes.get("/download/orders.csv")
    def orders_csv() -> Response:
        text = csv_text(_wanted(desk))
        return _file(("\ufeff" + text).encode(), "text/csv; charset=utf-8", "csv")  # the mark makes Excel read UTF-8

    @routes.get("/download/orders.xlsx")
    def orders_excel() -> Response:
        return _file(excel_bytes(_wanted(desk), title=request.args.get("supplier") or _("Orders")), EXCEL_TYPE, "xlsx")

    @routes.get("/download/left-out.csv")
    def left_out_csv() -> Response:
        content = _left_out(desk)
        name = {"Content-Disposition": 'attachment; filename="left-out.csv"'}
        return Response(b"\xef\xbb\xbf" + content, mimetype="text/csv; charset=utf-8", headers=name)

    return routes


def _left_out(desk: Desk) -> bytes:
    """The rows left out of a file that waits, or of an import."""
    number = request.args.get("import", "")
    if number.isdecimal():
        kept = _readable(read_left_out_rows(desk.shop, int(number[:9])))
    else:
        kept = left_out_of(desk.settings, request.args.get("file", ""))
    return kept if kept is not None else abort(404, _("There are no such rows."))


def _readable(stored: bytes | None) -> bytes | None:
    if stored is None:
        return None
    rows = pd.read_csv(io.BytesIO(stored), dtype=str, keep_default_na=False)
    return csv_text(told_left_out(rows)).encode()


def _wanted(desk: Desk) -> pd.DataFrame:
    plan = plan_now(desk)
    if plan is None:
        abort(404, _("There is no plan yet."))
    return of_supplier(to_order(order_table(plan)), request.args.get("supplier"))


def _file(content: bytes, kind: str, ending: str) -> Response:
    supplier = re.sub(r"[^A-Za-z0-9]+", "-", request.args.get("supplier") or "").strip("-").lower()
    name = f"orders-{supplier}.{ending}" if supplier else f"orders.{ending}"
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
