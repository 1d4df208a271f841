"""A product list, read into a table of products with a report that accounts for every row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from data.choices import NO_CHOICES, ReadingChoices
from data.column import Column
from data.columns import ACTIVE, NAME, PRODUCT_FIELDS, PRODUCT_HEADERS, SKU, VARIANT, find_columns
from data.left_out_rows import left_out_rows
from data.number_columns import SIGNS
from data.problems import FileRejected, Problem
from data.product_cells import ProductCells, read_product_cells
from data.product_fields import TEXT_FIELDS
from data.product_keys import ProductKeys, item_and_variant, product_keys
from data.raw_file import RawFile, read_raw_file
from data.report import ImportReport, Note
from data.row_fate import RowFate
from data.sales_columns import HEADERS_SHOWN
from data.table import Table, read_table
from data.table_head import TableHead, read_head

PLACEHOLDER_VARIANTS = frozenset({"regular", "default title"})
DUPLICATES_NAMED = 3


@dataclass(frozen=True)
class ProductFile:
    """products: sku and those of PRODUCT_FIELDS that the list has, one row per product; None or NaN where not known."""

    products: pd.DataFrame
    report: ImportReport


def read_products(path: Path, *, choices: ReadingChoices = NO_CHOICES) -> ProductFile:
    """Read a CSV file with a row per product. Where a row has no SKU, item and variant are its key.

    Of rows about the same product the last counts. Cells that break their rule are left out with a note `bad_cell`, the
    rest of the row is used. Raises FileRejected with every problem found where it is no product list.
    """
    raw = read_raw_file(path)
    head = read_head(raw)
    places = find_columns(head.headers, PRODUCT_HEADERS)
    _check_columns(raw, head, places)
    table = read_table(raw, head, places)
    keys = product_keys(table.columns, placeholder_variants=PLACEHOLDER_VARIANTS)
    decimal = choices.answer("decimal", SIGNS)
    cells = read_product_cells(_named(table.columns), table.lines, delimiter=head.delimiter, decimal=decimal)
    fate = _fate(table, keys)
    products = _products(keys, cells, fate)
    notes = (*keys.notes, *cells.notes, *_duplicate_notes(keys, fate))
    report = replace(_report(raw, head, table, places, fate, notes=notes), questions=cells.questions)
    if not len(products):
        raise FileRejected(Problem("no_rows", {"file": raw.name, "row": head.lines}))
    return ProductFile(products, report)


def _check_columns(raw: RawFile, head: TableHead, places: Mapping[str, int]) -> None:
    if SKU not in places and NAME not in places:
        shown = {"row": head.lines, "found": list(head.headers[:HEADERS_SHOWN])}
        raise FileRejected(Problem("no_item_column", {"file": raw.name, **shown}))


def _named(columns: Mapping[str, Column]) -> dict[str, Column]:
    """The columns with item and variant as one name."""
    name = item_and_variant(columns, placeholder_variants=PLACEHOLDER_VARIANTS)
    return {**columns, NAME: name} if name is not None else dict(columns)


def _fate(table: Table, keys: ProductKeys) -> RowFate:
    """Blank rows and rows without item are left out, and all but the last row of a product."""
    fate = RowFate(len(table.lines))
    fate.leave_out(np.logical_and.reduce([column.is_blank() for column in table.columns.values()]), "blank")
    fate.leave_out(keys.is_blank(), "no_item")
    last = np.zeros(len(keys.skus), dtype=np.int64)
    np.maximum.at(last, keys.codes, np.arange(len(keys.codes)))
    fate.leave_out(last[keys.codes] != np.arange(len(keys.codes)), "repeated_product")
    return fate


def _products(keys: ProductKeys, cells: ProductCells, fate: RowFate) -> pd.DataFrame:
    columns: dict[str, object] = {SKU: keys.skus[keys.codes].astype(str)}
    for field in PRODUCT_FIELDS:
        if field in cells.values:
            dtype = "object" if field in (*TEXT_FIELDS, ACTIVE) else "float64"
            columns[field] = pd.Series(cells.values[field], dtype=dtype)
    return pd.DataFrame(columns)[fate.used].reset_index(drop=True)


def _duplicate_notes(keys: ProductKeys, fate: RowFate) -> tuple[Note, ...]:
    if "repeated_product" not in fate.reasons:
        return ()
    repeated = keys.skus[np.unique(keys.codes[fate.left_out_for("repeated_product")])]
    return (Note("repeated_products", {"products": len(repeated), "examples": list(repeated[:DUPLICATES_NAMED])}),)


def _report(
    raw: RawFile, head: TableHead, table: Table, places: Mapping[str, int], fate: RowFate, *, notes: tuple[Note, ...]
) -> ImportReport:
    nothing = np.zeros(len(table.lines))
    return ImportReport(
        file_name=raw.name,
        rows_read=len(table.lines) + sum(map(len, table.ragged.values())),
        rows_used=int(fate.used.sum()),
        left_out=left_out_rows(table, fate, units=nothing, revenue=nothing),
        units_read=0.0,
        units_used=0.0,
        revenue_read=0.0,
        revenue_used=0.0,
        first_day=None,
        last_day=None,
        products=int(fate.used.sum()),
        columns={name: head.headers[place] for name, place in places.items() if name != VARIANT},
        encoding=raw.encoding,
        delimiter=head.delimiter,
        notes=(*table.notes, *notes),
    )
