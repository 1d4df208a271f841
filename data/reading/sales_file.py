"""A till's sales file, read into daily sales per product, with a report that accounts for every row."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import DAY, NAME, PRICE, REVENUE, SKU, UNITS
from data.meaning.code_column import code_meaning
from data.meaning.group_headings import HEADING, under_headings
from data.meaning.items_cell import unpacked
from data.meaning.kind_column import meant_names
from data.meaning.line_fate import LineFate, line_fate
from data.meaning.variant_columns import with_one_variant
from data.meaning.wide import cell_names, made_long
from data.meaning.wide_meaning import IN_MONEY, as_takings, cells_meaning, with_takings
from data.problems import FileRejected, Problem
from data.reading.daily_sales import daily_sales_of, products_of
from data.reading.file_shape import shape_of
from data.reading.left_out_table import left_out_table, none_left_out
from data.reading.sales_columns import SalesColumns, find_sales_columns
from data.reading.sales_report import sales_report
from data.reading.sales_rows import read_sales_rows
from data.report import ImportReport
from data.tables.raw_file import RawFile, read_raw_file
from data.tables.table import Table, read_table
from data.tables.table_head import TableHead, read_head
from data.tills import PLAIN
from data.values.sale_times import last_sales, no_times

Progress = Callable[[float], None]
CONTENT_READ, TABLE_READ, ROWS_JUDGED = 0.2, 0.5, 0.8  # shares of the time, measured on half a million rows
MOST_RAGGED = 0.5
AMOUNTS = (UNITS, REVENUE, PRICE)


@dataclass(frozen=True)
class SalesFile:
    """What a sales file says.

    daily: day (datetime64), sku (text), units, revenue (float), one row per day and product, sorted by both.
    products: sku, name (text), category (text, None where unknown), price (float, NaN where unknown), sorted by sku.
    content_hash: of the unzipped bytes, so the same for the same file under another name.
    shape: as of file_shape. headers: of all columns. last_sales: as of sale_times. left_out_rows: as of left_out_table.
    """

    daily: pd.DataFrame
    products: pd.DataFrame
    report: ImportReport
    content_hash: str
    shape: str = ""
    headers: tuple[str, ...] = ()
    last_sales: pd.Series = field(default_factory=no_times)
    left_out_rows: pd.DataFrame = field(default_factory=none_left_out)


def read_sales(path: Path, *, choices: ReadingChoices = NO_CHOICES, progress: Progress | None = None) -> SalesFile:
    """Read a file of daily sales or single sales: text, Excel, or one of these in gzip or zip; long or wide.

    Where the file can be read in several ways, `choices` decide, else the report holds questions and the rows are read
    by the likeliest answer. What is answered is not asked again; a file with questions is for looking, not for keeping.

    Personal columns are never read. `progress` hears the share that is done, 0 to 1. Raises FileRejected with every
    problem found where the file cannot be read as sales; rows that cannot be read are left out and reported.
    """
    tell = progress or _silence
    raw = read_raw_file(path, sheet=choices.answers.get("sheet", ""))
    tell(CONTENT_READ)
    head = read_head(raw)
    columns = find_sales_columns(raw, head, choices=choices)
    places = {**columns.places, **(cell_names(columns.wide) if columns.wide else {})}
    table = read_table(
        raw,
        head,
        places,
        needed=_needed(columns),
        progress=lambda share: tell(CONTENT_READ + share * (TABLE_READ - CONTENT_READ)),
    )
    if columns.till is PLAIN:
        table = under_headings(table)
        table, columns = _by_values(table, columns, choices)
    raw = raw.without_content()
    _check_shape(raw, head, table)
    if columns.till.items_cell:
        table = unpacked(table, columns.till.items_cell)
    if columns.wide:
        table = made_long(table, columns.wide, head)
        cells = cells_meaning(table, choices)
        columns = replace(columns, questions=(*columns.questions, *cells.questions))
        if cells.meaning == IN_MONEY:
            table, choices = as_takings(table), with_takings(choices)
    tell(TABLE_READ)
    rows = read_sales_rows(table, columns.till, file_name=raw.name, delimiter=head.delimiter, choices=choices)
    tell(ROWS_JUDGED)
    products = products_of(rows, till=columns.till)
    daily = daily_sales_of(rows)
    lines = LineFate(table, rows.fate, rows.amounts.units, rows.amounts.revenue)
    if columns.wide:
        lines = line_fate(table, rows.fate, units=rows.amounts.units, revenue=rows.amounts.revenue)
    report = sales_report(raw, head, lines, columns, rows, products=len(products))
    _check_use(report)
    tell(1.0)
    return SalesFile(
        daily,
        products,
        report,
        raw.content_hash,
        shape=shape_of(head),
        headers=head.headers,
        last_sales=last_sales(rows.columns, rows.days, rows.fate.used),
        left_out_rows=left_out_table(lines.table, lines.fate),
    )


def _needed(columns: SalesColumns) -> list[str]:
    """The columns without which a line that ends early is no row; what stands in the others may be left out."""
    if HEADING in columns.places:
        return [HEADING]
    if columns.till is not PLAIN:
        return list(columns.places)
    return [name for name in (DAY, NAME if NAME in columns.places else SKU, *AMOUNTS) if name in columns.places]


def _silence(share: float) -> None:
    del share


def _by_values(table: Table, columns: SalesColumns, choices: ReadingChoices) -> tuple[Table, SalesColumns]:
    """The columns by the names that their values give them."""
    names = meant_names(table.columns)
    named = {names[name]: column for name, column in table.columns.items() if names[name]}
    meant = code_meaning(with_one_variant(named), choices)
    places = {names.get(name, name).partition(":")[0]: place for name, place in columns.places.items()}
    places = {name: place for name, place in places.items() if name in meant.columns}
    notes, questions = (*columns.notes, *meant.notes), (*columns.questions, *meant.questions)
    return replace(table, columns=meant.columns), replace(columns, places=places, notes=notes, questions=questions)


def _check_shape(raw: RawFile, head: TableHead, table: Table) -> None:
    """Raises FileRejected where there are no rows, or most do not have the header's number of cells."""
    ragged = {reason: lines for reason, lines in table.ragged.items() if reason not in ("blank", HEADING)}
    bad = sum(map(len, ragged.values()))
    if not bad and not len(table.lines):
        raise FileRejected(Problem("no_rows", {"file": raw.name, "row": head.lines}))
    if bad > MOST_RAGGED * (bad + len(table.lines)):
        values = {
            "row": min(int(lines[0]) for lines in ragged.values()),
            "rows_ragged": bad,
            "cells": len(head.headers),
        }
        raise FileRejected(Problem("ragged_rows", {"file": raw.name, **values}))


def _check_use(report: ImportReport) -> None:
    if not report.rows_used:
        reasons = {left_out.reason: len(left_out.rows) for left_out in report.left_out}
        raise FileRejected(
            Problem("no_rows_used", {"file": report.file_name, "rows": report.rows_read, "reasons": reasons})
        )
