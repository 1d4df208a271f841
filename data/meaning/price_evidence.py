"""Whether a number beside units is the price of one or the money of all, by how it goes with their number."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import NAME, SKU, VARIANT
from data.tables.column import Column

CENT = 0.011
FEWEST_TOLD, FEWEST_ROWS = 2, 6  # further numbers of units of the same products; rows that tell
LEAST_ALIKE = 0.9  # share of the rows

Amounts = NDArray[np.float64]


def stays_the_same(columns: Mapping[str, Column], amounts: Amounts, units: Amounts) -> bool:
    """Whether a product's amount is the same however many are sold: it is then the price of one."""
    return _is_constant(columns, amounts, units, tolerance=np.full(len(units), CENT))


def grows_with_units(columns: Mapping[str, Column], amounts: Amounts, units: Amounts) -> bool:
    """Whether a product's amount goes up in step with its units: it is then the money of the line."""
    with np.errstate(divide="ignore", invalid="ignore"):
        each, tolerance = np.abs(amounts) / np.abs(units), CENT / np.abs(units)
    return _is_constant(columns, each, units, tolerance=tolerance)


def _is_constant(columns: Mapping[str, Column], values: Amounts, units: Amounts, *, tolerance: Amounts) -> bool:
    """Whether values are the same on all rows of a product, of products sold in different numbers."""
    told = np.isfinite(values) & (np.nan_to_num(values) != 0) & (np.nan_to_num(units) != 0)
    product = _products(columns, len(units))[told]
    pairs = np.unique(np.column_stack([product, np.abs(units[told])]), axis=0)
    numbers_of = np.bincount(pairs[:, 0].astype(np.int64), minlength=int(product.max(initial=0)) + 1)
    if (numbers_of - 1).clip(0).sum() < FEWEST_TOLD:
        return False
    several = numbers_of[product] > 1
    if several.sum() < FEWEST_ROWS:
        return False
    middle = np.zeros(len(numbers_of))
    order = np.lexsort((values[told], product))
    starts = np.flatnonzero(np.diff(product[order], prepend=-1))
    ends = np.append(starts[1:], len(order))
    middle[product[order][starts]] = values[told][order][(starts + ends - 1) // 2]
    alike = np.abs(values[told] - middle[product]) <= tolerance[told]
    return bool(alike[several].mean() >= LEAST_ALIKE)


def _products(columns: Mapping[str, Column], rows: int) -> NDArray[np.int64]:
    product = np.zeros(rows, dtype=np.int64)
    for name in (SKU, NAME, VARIANT):
        if name in columns:
            product = np.unique(product * len(columns[name].texts) + columns[name].codes, return_inverse=True)[1]
    return product
