"""Rows that sum up others and are not called a total: headings above indented items, places that are all places."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import HOUR, INVOICE, LOCATION, NAME, SKU, TIME
from data.tables.column import Column

CLOSE = 0.011  # a cent and what adding leaves
FEWEST_SUMS = 3
LEAST_PROVEN = 0.9
FEWEST_CELLS, LEAST_CELLS, MOST_PARTS = 5, 0.95, 60
MOST_WAYS_TO_PAY = 8

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
        cells = days[rows].astype(np.int64) * len(item.texts) + item.codes[rows]
        for part in _half_of_all(parts, amounts):
            if _is_sum_of_others(parts == part, np.unique(cells, return_inverse=True)[1], amounts):
                found[rows[parts == part]] = True
    return found


def day_sums(item: Column, days: NDArray[np.datetime64], *, units: Amounts, revenue: Amounts, used: Rows) -> Rows:
    """Rows of an "item" that on every day is the sum of all other items of the day, such as "All items", (n_rows,)."""
    found = np.zeros(len(used), dtype=bool)
    rows = np.flatnonzero(used & ~np.isnat(days) & ~item.is_blank())
    if len(np.unique(item.codes[rows])) < 3:
        return found
    cells = np.unique(days[rows], return_inverse=True)[1]
    for part in _half_of_all(item.codes[rows], units[rows]):
        own = item.codes[rows] == part
        if all(_is_sum_of_others(own, cells, amounts[rows]) for amounts in (units, revenue)):
            found[rows[own]] = True
    return found


def receipt_sums(columns: Mapping[str, Column], *, revenue: Amounts, used: Rows) -> Rows:
    """Rows of an "item" that is always all that the other rows of its receipt cost: how it was paid, (n_rows,)."""
    found = np.zeros(len(used), dtype=bool)
    item, receipt = columns.get(NAME, columns.get(SKU)), columns.get(INVOICE)
    if item is None or receipt is None:
        return found
    rows = np.flatnonzero(used & ~receipt.is_blank() & ~item.is_blank())
    cells, lines = np.unique(receipt.codes[rows], return_inverse=True)[1], item.codes[rows]
    whole, several = np.bincount(cells, weights=revenue[rows]), np.bincount(cells)[cells] > 2
    money = revenue[rows]
    is_rest = (np.abs(whole[cells] - 2 * money) < CLOSE) | ((np.abs(whole[cells]) < CLOSE) & (money < 0))
    is_rest &= money != 0
    rest = np.bincount(lines[is_rest], minlength=len(item.texts))
    shown = np.bincount(lines[is_rest & several], minlength=len(item.texts))
    often = np.bincount(lines, minlength=len(item.texts))
    paid = (shown >= FEWEST_SUMS) & (rest >= LEAST_CELLS * often)
    if paid.sum() > MOST_WAYS_TO_PAY:
        return found
    found[rows[paid[lines]]] = True
    return found


def _half_of_all(parts: Whole, amounts: Amounts) -> Whole:
    sums = np.bincount(parts, weights=amounts)
    return np.flatnonzero(np.isclose(2 * sums, amounts.sum(), rtol=0.02) & (sums != 0))


def _is_sum_of_others(own: Rows, cells: Whole, amounts: Amounts) -> bool:
    size = int(cells.max(initial=-1)) + 1
    told = np.bincount(cells[own], minlength=size) > 0
    several = np.bincount(cells[~own], minlength=size) > 1
    of_own = np.bincount(cells[own], weights=amounts[own], minlength=size)
    of_others = np.bincount(cells[~own], weights=amounts[~own], minlength=size)
    fits = (np.abs(of_own - of_others) < CLOSE) & told
    return bool((fits & several).sum() >= FEWEST_CELLS and fits[told].mean() >= LEAST_CELLS)
