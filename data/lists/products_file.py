"""A product list, read into a table of products with a report that accounts for every row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import LOCATION, NAME, ON_HAND, PACK_SIZE, PRICE
from data.lists.list_report import list_report
from data.lists.product_cells import ProductCells, read_product_cells
from data.lists.product_columns import ProductColumns, find_product_columns, prepared, stock_column
from data.lists.product_rows import duplicate_notes, judged_rows, listed_products
from data.lists.stock_places import (
    chosen_place,
    first_known,
    in_units,
    is_in_packs,
    location_notes,
    location_question,
    summed,
)
from data.problems import FileRejected, Problem
from data.reading.product_keys import item_and_variant, product_keys
from data.report import ImportReport, Note
from data.tables.column import Column
from data.tables.raw_file import read_raw_file
from data.tables.table import Table, read_table
from data.tables.table_head import read_head
from data.tills import ProductList
from data.value_rules import Value
from data.values.decimal_sign import SIGNS


@dataclass(frozen=True)
class ProductFile:
    """products: sku and those of PRODUCT_FIELDS that the list has, one row per product; None or NaN where not known."""

    products: pd.DataFrame
    report: ImportReport


def read_products(path: Path, *, choices: ReadingChoices = NO_CHOICES) -> ProductFile:
    """Read a file with a row per product. Where a row has no SKU, item and variant are its key.

    Of rows about the same product the last counts. Stock in several places is summed, or that of the place chosen as
    "location". Cells that break their rule are left out with a note `bad_cell`, the rest of the row is used. Raises
    FileRejected with every problem found where it is no product list.
    """
    raw = read_raw_file(path)
    head = read_head(raw)
    found = find_product_columns(head, file_name=raw.name, choices=choices)
    table = read_table(raw, head, found.places)
    columns = prepared(table.columns, found)
    places = _row_places(columns)
    chosen = chosen_place(places, choices)
    keys = product_keys(columns, placeholder_variants=found.kind.placeholder_variants, joint=found.kind.joint)
    cells = _cells(columns, table, found, delimiter=head.delimiter, decimal=choices.answer("decimal", SIGNS))
    fate = judged_rows(columns, keys, found.kind, location=chosen)
    products = listed_products(keys, cells, fate, by_place=len(places) > 1)
    located = (*location_notes(places, chosen), *location_notes(list(found.stock.columns), found.stock.chosen))
    notes = (*keys.notes, *cells.notes, *located, *duplicate_notes(keys, fate))
    if not len(products):
        raise FileRejected(Problem("no_rows", {"file": raw.name, "row": head.lines}))
    report = list_report(
        raw,
        table,
        fate,
        columns=found.headers(head),
        delimiter=head.delimiter,
        notes=notes,
        products=len(products),
        format_name=found.kind.name,
    )
    asked = (*cells.questions, *location_question(found.stock))
    return ProductFile(products, replace(report, questions=asked))


def _row_places(columns: Mapping[str, Column]) -> list[str]:
    """The places of a list with a row for each product and place."""
    texts = columns[LOCATION].texts if LOCATION in columns else ()
    return sorted({text.strip() for text in texts} - {""})


def _cells(
    columns: Mapping[str, Column], table: Table, found: ProductColumns, *, delimiter: str, decimal: str
) -> ProductCells:
    """The values of all fields, with item and variant as the name and the stock of all places as one."""
    cells = read_product_cells(_named(columns, found.kind), table.lines, delimiter=delimiter, decimal=decimal)
    values, notes = dict(cells.values), cells.notes
    if found.stock.columns:
        values[ON_HAND] = summed([values[stock_column(place)] for place in found.stock.counted])
    elif ON_HAND in columns and is_in_packs(columns[ON_HAND].header):
        nothing: list[Value] = [None] * len(table.lines)
        values[ON_HAND] = in_units(values[ON_HAND], values.get(PACK_SIZE, nothing))
        notes = (*notes, Note("stock_in_packs", {"column": columns[ON_HAND].header, "has_size": PACK_SIZE in columns}))
    if found.prices:
        values[PRICE] = first_known([values[name] for name in (PRICE, *found.prices)])
    return replace(cells, values=values, notes=notes)


def _named(columns: Mapping[str, Column], kind: ProductList) -> dict[str, Column]:
    """The columns with item and variant as one name."""
    name = item_and_variant(columns, placeholder_variants=kind.placeholder_variants, joint=kind.joint)
    return {**columns, NAME: name} if name is not None else dict(columns)
