"""Rows that sum up others and are not called a total: headings above indented items, places that are all places."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import HOUR, LOCATION, NAME, SKU, TIME
from data.tables.column import Column

CLOSE = 0.011  # a cent and what adding leaves
FEWEST_SUMS = 3
LEAST_PROVEN = 0.9
FEWEST_CELLS, LEAST_CELLS, MOST_PARTS = 5, 0.95, 60

Rows = NDArray[np.bool_]
Amounts = NDArray[np.float64]
Whole = NDArray[np.int64]


def heading_sums(name: Column, *, units: Amounts, revenue: Amounts, used: Rows) -> Rows:
    """Rows whose name stands further left than those below it, and whose numbers are their sum, (n_rows,).

    Reports by category write "Drinks" so above "  Tea" and "  Coffee". All rows of that kind must be such sums, but for
    one in ten; indented names alone prove nothing.
    """
    found = np.zeros(len(used), dtype=bool)
    is_inner = name.texts_are(lambda text: text[:1].isspace() and bool(text.strip()))
    rows = np.flatnonzero(used & ~name.is_blank())
    inner = is_inner[rows]
    if not inner.any() or inner.all():
        return found
    heads = np.flatnonzero(~inner)
    group = np.cumsum(~inner) - 1
    below = inner & (group >= 0)
    members = np.bincount(group[below], minlength=len(heads))
    is_sum = members > 0
    for amounts in (units, revenue):
        summed = np.bincount(group[below], weights=amounts[rows][below], minlength=len(heads))
        is_sum &= np.abs(summed - amounts[rows][heads]) < CLOSE
    has_items = members > 0
    if is_sum.sum() < FEWEST_SUMS or is_sum.sum() < LEAST_PROVEN * has_items.sum() or members.max() < 2:
        return found
    found[rows[heads[is_sum]]] = True
    return found


def place_sums(
    columns: Mapping[str, Column], days: NDArray[np.datetime64], *, units: Amounts, revenue: Amounts, used: Rows
) -> Rows:
    """Rows of a place, hour or time of day that is always the sum of all the others, such as "Company", (n_rows,).

    Each day and product proves it by itself; one place in twenty that does not fit is forgiven.
    """
    found = np.zeros(len(used), dtype=bool)
    item = columns.get(SKU, columns.get(NAME))
    if item is None:
        return found
    rows = np.flatnonzero(used & ~np.isnat(days))
    amounts = (revenue if revenue[rows].any() else units)[rows]
    for column in (columns[name] for name in (LOCATION, TIME, HOUR) if name in columns):
        parts = column.codes[rows]
        if not 3 <= len(np.unique(parts)) <= MOST_PARTS:
            continue
        sums = np.bincount(parts, weights=amounts, minlength=len(column.texts))
        half = np.flatnonzero(np.isclose(2 * sums, amounts.sum(), rtol=0.02) & (sums != 0))
        cells = days[rows].astype(np.int64) * len(item.texts) + item.codes[rows]
        for part in half:
            if _is_sum_of_others(parts == part, np.unique(cells, return_inverse=True)[1], amounts):
                found[rows[parts == part]] = True
    return found


def _is_sum_of_others(own: Rows, cells: Whole, amounts: Amounts) -> bool:
    size = int(cells.max(initial=-1)) + 1
    told = np.bincount(cells[own], minlength=size) > 0
    several = np.bincount(cells[~own], minlength=size) > 1
    of_own = np.bincount(cells[own], weights=amounts[own], minlength=size)
    of_others = np.bincount(cells[~own], weights=amounts[~own], minlength=size)
    fits = (np.abs(of_own - of_others) < CLOSE) & told
    return bool((fits & several).sum() >= FEWEST_CELLS and fits[told].mean() >= LEAST_CELLS)
