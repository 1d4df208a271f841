"""An order as an Excel workbook to look at and to print: whose it is on top, the lines, the sums below."""

import io
from typing import Any

import pandas as pd
import xlsxwriter

from app.downloads.exports import PLAIN_TEXT, harmless, sheet_name
from app.downloads.order_sheet import OrderSheet
from app.downloads.order_table import HEADINGS, lines_table
from app.downloads.order_text import day_line, title_text
from app.words.language import _

WIDTHS = {"article_code": 16, "sku": 14, "name": 44, "units": 10, "packs": 8, "unit_cost": 12, "cost": 12}
MONEY = ("unit_cost", "cost")
SUMMED = ("units", "packs", "cost")
HEAD_ROW = 3
A4 = 9


def order_workbook(sheet: OrderSheet) -> bytes:
    """The workbook's bytes. The sums are formulas that carry their values, so that every reader knows them."""
    table = harmless(lines_table(sheet))
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **PLAIN_TEXT}) as book:
        page = book.add_worksheet(sheet_name(sheet.supplier))
        big, bold = book.add_format({"bold": True, "font_size": 14}), book.add_format({"bold": True})
        page.write_string(0, 0, _harmless(title_text(sheet)), big)
        page.write_string(1, 0, day_line(sheet))
        _write_lines(book, page, table)
        _write_sums(book, page, table, bold=bold)
        page.freeze_panes(HEAD_ROW + 1, 0)
        page.repeat_rows(HEAD_ROW)
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
    return buffer.getvalue()


def _write_lines(book: Any, page: Any, table: pd.DataFrame) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E2F1EC", "text_wrap": True, "valign": "top"})
    money, plain = book.add_format({"num_format": "#,##0.00"}), book.add_format()
    for column, name in enumerate(table.columns):
        page.set_column(column, column, WIDTHS[name], money if name in MONEY else plain)
        page.write_string(HEAD_ROW, column, _(HEADINGS[name]), head)
        for row, cell in enumerate(table[name], start=HEAD_ROW + 1):
            if isinstance(cell, str):
                page.write_string(row, column, cell)
            elif not pd.isna(cell):
                page.write_number(row, column, cell)


def _write_sums(book: Any, page: Any, table: pd.DataFrame, *, bold: Any) -> None:
    last = HEAD_ROW + len(table)
    total = book.add_format({"bold": True, "top": 1})
    money = book.add_format({"bold": True, "top": 1, "num_format": "#,##0.00"})
    for column, name in enumerate(table.columns):
        page.write_blank(last + 1, column, None, total)
        if name in SUMMED and len(table):
            first_cell, last_cell = (xlsxwriter.utility.xl_rowcol_to_cell(row, column) for row in (HEAD_ROW + 1, last))
            value = float(table[name].sum())
            page.write_formula(
                last + 1, column, f"=SUM({first_cell}:{last_cell})", money if name in MONEY else total, value
            )
    page.write_string(last + 1, 0, _("Total"), total)
    unknown = int(table["cost"].isna().sum()) if "cost" in table else 0
    if unknown:
        page.write_string(last + 2, 0, _("Lines without a cost are not in the sum."), bold)


def _harmless(text: str) -> str:
    return str(harmless(pd.DataFrame({"text": [text]}))["text"].iloc[0])
