"""Rows that are the sum of those before them: called like a total, and proven to be one by their numbers."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from data.columns import CATEGORY, INVOICE, NAME, SKU
from data.meaning.totals import is_called_total, summed_thing
from data.tables.column import Column

CLOSE = 0.011  # a cent and what adding leaves
LEAST_PROVEN = 0.9  # share of the rows of one name
FEWEST_SUMMED, FEWEST_SUMMED_ONCE = 2, 3  # rows in the longest sum; where a name stands on one row and tells no money

Rows = NDArray[np.bool_]
Amounts = NDArray[np.float64]
Whole = NDArray[np.int64]


def total_rows(
    columns: Mapping[str, Column],
    days: NDArray[np.datetime64],
    *,
    units: Amounts,
    revenue: Amounts,
    used: Rows,
) -> Rows:
    """Which rows are sums of the rows of their day, month, receipt or category just before them, (n_rows,).

    A row is one where its name begins or ends like a total and the rows of that name are such sums by their money, or
    by their units where they tell no money; or where it names a category or a product of the file besides. Words alone
    prove nothing: "Total Care Shampoo" is a product.
    """
    named = columns.get(NAME, columns.get(SKU))
    found = np.zeros(len(days), dtype=bool)
    if named is None:
        return found
    found = _named_after(named, columns) & used
    called = named.texts_are(is_called_total) & used & ~found & ~np.isnat(days)
    if not called.any():
        return found
    groups = [columns[name].codes for name in (INVOICE, CATEGORY) if name in columns]
    by_day = np.argsort(days, kind="stable")  # of a table with a row per product and a column per day
    for left_aside in (called, found):
        for order in (np.arange(len(days)), by_day):
            sums = _Sums(order, used & ~left_aside & ~found, days=days, groups=groups)
            found |= _proven(sums, named.codes, called & ~found, units=units, revenue=revenue)
    return found


def _named_after(named: Column, columns: Mapping[str, Column]) -> Rows:
    """Rows such as "Total Bakery" where "Bakery" is a category or a product of the file."""
    beside = [columns[name] for name in (CATEGORY, NAME, SKU) if name in columns]
    known = {text.strip().casefold() for column in beside for text in column.texts} - {""}
    return named.texts_are(lambda text: summed_thing(text) in known)


class _Sums:
    """The sums of rows just before each row, in one order of the rows."""

    def __init__(self, order: Whole, counted: Rows, *, days: NDArray[np.datetime64], groups: Sequence[Whole]) -> None:
        self.order = order
        self.counted = counted[order]
        months = days.astype("datetime64[M]")
        keys = [days.astype(np.int64), months.astype(np.int64), *groups, np.zeros(len(days), dtype=np.int64)]
        breaks = [np.diff(key[order], prepend=key[order][0] - 1) != 0 for key in keys]
        breaks.append(np.concatenate([[True], ~self.counted[:-1]]))
        places = np.arange(len(order))
        starts = [np.maximum.accumulate(np.where(some, places, 0)) for some in breaks]
        self.starts = np.array([np.concatenate([[0], some[:-1]]) for some in starts])
        self.rows = self._before(np.ones(len(order)))

    def _before(self, values: Amounts) -> Amounts:
        added = np.concatenate([[0.0], np.cumsum(np.where(self.counted, values, 0.0))])
        return np.asarray(added[np.arange(len(self.order))] - added[self.starts])

    def equal(self, values: Amounts) -> Whole:
        """How many rows make up a sum that equals the value of each row, 0 where none does, (n_rows,)."""
        own = values[self.order]
        is_sum = (np.abs(self._before(own) - own) < CLOSE) & (own != 0)
        found = np.zeros(len(own), dtype=np.int64)
        found[self.order] = np.where(is_sum, self.rows, 0).max(axis=0).astype(np.int64)
        return found


def _proven(sums: _Sums, names: Whole, called: Rows, *, units: Amounts, revenue: Amounts) -> Rows:
    has_money = revenue != 0
    summed = np.where(has_money, sums.equal(revenue), sums.equal(units))
    told = called & ((units != 0) | has_money)
    of_told, many = names[told], int(names.max()) + 1
    rows = np.bincount(of_told, minlength=many)
    sums_of = np.bincount(of_told, weights=summed[told] > 0, minlength=many)
    longest = np.zeros(many, dtype=np.int64)
    np.maximum.at(longest, of_told, summed[told])
    is_open = (rows == 1) & (np.bincount(of_told, weights=has_money[told], minlength=many) == 0)
    fewest = np.where(is_open, FEWEST_SUMMED_ONCE, FEWEST_SUMMED)
    is_total = (rows > 0) & (longest >= fewest) & (sums_of >= LEAST_PROVEN * rows)
    return np.asarray(called & is_total[names])
