"""Which rows of a product list count, and the products that they make."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import ACTIVE, LOCATION, NAME, PRODUCT_FIELDS, SKU
from data.lists.product_cells import ProductCells
from data.lists.stock_places import ALL
from data.meaning.totals import is_total
from data.product_fields import PARTS, STOCK_FIELDS, TEXT_FIELDS
from data.reading.product_keys import ProductKeys
from data.reading.row_fate import RowFate
from data.report import Note
from data.tables.column import Codes, Column
from data.tills import ProductList

DUPLICATES_NAMED = 3
FEWEST_FILLED = 3  # cells of a usual row
FEWEST_HEADINGS, MOST_HEADINGS = 2, 0.5  # rows, and share of the rows


def judged_rows(columns: Mapping[str, Column], keys: ProductKeys, kind: ProductList, *, location: str) -> RowFate:
    """Left out are blank rows, those that are no product or of a place that was not chosen, and all but the last of
    those about the same product in the same place.
    """
    fate = RowFate(len(keys.codes))
    fate.leave_out(np.logical_and.reduce([column.is_blank() for column in columns.values()]), "blank")
    for rule in kind.rules:
        if rule.column in columns:
            fate.leave_out(columns[rule.column].texts_are(rule.leaves_out), rule.reason, columns[rule.column])
    for name in (SKU, NAME):
        if name in columns:
            fate.leave_out(columns[name].texts_are(is_total), "total_row", columns[name])
    fate.leave_out(keys.is_blank(), "no_item", columns.get(NAME))
    fate.leave_out(_are_headings(columns), "heading")
    places = np.zeros(len(keys.codes), dtype=np.int64)
    if LOCATION in columns:
        places = columns[LOCATION].codes
        if location != ALL:
            fate.leave_out(columns[LOCATION].texts_are(lambda text: text.strip() != location), "other_location")
    fate.leave_out(_has_later(keys.codes, places, fate.used), "repeated_product")
    return fate


def listed_products(keys: ProductKeys, cells: ProductCells, fate: RowFate, *, by_place: bool) -> pd.DataFrame:
    """sku and those of PRODUCT_FIELDS that the list has, one row per product.

    With a row for each place, stock is summed and all else is what the last row that says it says.
    """
    columns: dict[str, object] = {SKU: keys.skus[keys.codes].astype(str)}
    for field in PRODUCT_FIELDS:
        if field in cells.values:
            dtype = "object" if field in (*TEXT_FIELDS, ACTIVE, PARTS) else "float64"
            columns[field] = pd.Series(cells.values[field], dtype=dtype)
    table = pd.DataFrame(columns)[fate.used]
    if not by_place:
        return table.reset_index(drop=True)
    products = keys.codes[fate.used]
    grouped = table.groupby(products, sort=False).last()
    for field in STOCK_FIELDS:
        if field in table:
            grouped[field] = table.groupby(products, sort=False)[field].sum(min_count=1)
    return grouped.reset_index(drop=True)


def duplicate_notes(keys: ProductKeys, fate: RowFate) -> tuple[Note, ...]:
    """How many products stand on several rows."""
    if "repeated_product" not in fate.reasons:
        return ()
    repeated = keys.skus[np.unique(keys.codes[fate.left_out_for("repeated_product")])]
    return (Note("repeated_products", {"products": len(repeated), "examples": list(repeated[:DUPLICATES_NAMED])}),)


def _are_headings(columns: Mapping[str, Column]) -> NDArray[np.bool_]:
    """Rows with one filled cell among rows with most of theirs filled: names of groups, (n_rows,)."""
    filled = np.sum([~column.is_blank() for column in columns.values()], axis=0)
    is_heading = filled == 1
    if is_heading.sum() < FEWEST_HEADINGS or is_heading.mean() > MOST_HEADINGS or is_heading[-1]:
        return np.zeros(len(filled), dtype=bool)
    if np.median(filled[filled > 1]) < FEWEST_FILLED:
        return np.zeros(len(filled), dtype=bool)
    return np.asarray(is_heading)


def _has_later(products: Codes, places: Codes, used: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows have a used one further down about the same product in the same place."""
    cells = products * (places.max(initial=0) + 1) + places
    last = np.full(cells.max(initial=0) + 1, -1, dtype=np.int64)
    rows = np.flatnonzero(used)
    np.maximum.at(last, cells[rows], rows)
    return np.asarray(last[cells] > np.arange(len(cells)))
