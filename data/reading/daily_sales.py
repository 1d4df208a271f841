"""Rows of single sales summed to units and money per day and product, and what they tell about each product."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import CATEGORY, DAY, NAME, PRICE, REVENUE, SKU, UNITS, VARIANT
from data.reading.latest_text import latest_text
from data.reading.product_keys import item_and_variant
from data.reading.sales_rows import SalesRows
from data.tills import Till
from data.values.numbers import parse_numbers

CLOSE = 20  # keys to count for each row


def daily_sales_of(rows: SalesRows) -> pd.DataFrame:
    """day, sku, units, revenue of the rows used: one row per day and product, sorted by both."""
    used = np.flatnonzero(rows.fate.used)
    days = rows.days[used].astype(np.int64)
    first = days.min(initial=np.iinfo(np.int64).max)
    by_alphabet = np.argsort(rows.keys.skus, kind="stable")
    rank = np.empty(len(by_alphabet), dtype=np.int64)
    rank[by_alphabet] = np.arange(len(by_alphabet))
    cells = _numbered((days - first) * len(rank) + rank[rows.keys.codes[used]])
    day, product = np.divmod(cells.found, max(1, len(rank)))
    return pd.DataFrame(
        {
            DAY: (day + first).astype("datetime64[D]").astype("datetime64[us]"),
            SKU: pd.array(rows.keys.skus[by_alphabet], dtype="str").take(product),
            UNITS: np.bincount(cells.places, weights=rows.amounts.units[used]),
            REVENUE: np.bincount(cells.places, weights=rows.amounts.revenue[used]),
        }
    )


@dataclass(frozen=True)
class _Numbered:
    """found: the different keys of rows, rising, (n_found,). places: which of them each row has, (n_rows,)."""

    found: NDArray[np.int64]
    places: NDArray[np.int64]


def _numbered(keys: NDArray[np.int64]) -> _Numbered:
    """The same as np.unique, without its sort where keys lie so close that they can be counted instead."""
    size = int(keys.max(initial=-1)) + 1
    if size > CLOSE * len(keys):
        return _Numbered(*np.unique(keys, return_inverse=True))
    is_found = np.zeros(size, dtype=bool)
    is_found[keys] = True
    return _Numbered(np.flatnonzero(is_found), (np.cumsum(is_found) - 1)[keys])


def products_of(rows: SalesRows, *, till: Till) -> pd.DataFrame:
    """sku, name, category, price of every product with a row that is used: the latest that the file says."""
    size = len(rows.keys.skus)
    table = pd.DataFrame(
        {
            SKU: rows.keys.skus,
            NAME: _latest(rows, NAME, till),
            CATEGORY: _latest(rows, CATEGORY, till),
            PRICE: _listed_price(rows) if PRICE in rows.columns else _paid_price(rows),
        }
    )
    sold = np.bincount(rows.keys.codes[rows.fate.used], minlength=size) > 0
    return table[sold].astype({SKU: "str", NAME: "str", CATEGORY: "str"}).sort_values(SKU, ignore_index=True)


def _latest(rows: SalesRows, column: str, till: Till) -> NDArray[np.object_]:
    size = len(rows.keys.skus)
    found = rows.columns.get(column)
    if column == NAME and VARIANT in rows.columns:
        found = item_and_variant(rows.columns, placeholder_variants=till.placeholder_variants, joint=till.joint)
    if found is None:
        return rows.keys.skus if column == NAME else np.full(size, None, dtype=object)
    places = latest_text(
        found, products=rows.keys.codes, days=rows.days.astype(np.int64), rows=rows.fate.used, size=size
    )
    texts = np.array([" ".join(text.split()) for text in found.texts], dtype=object)
    none = rows.keys.skus if column == NAME else np.full(size, None, dtype=object)
    return np.where(places >= 0, texts[places], none)


def _listed_price(rows: SalesRows) -> NDArray[np.float64]:
    """The price that stands last in the column of prices, at a sale that was paid for."""
    column = rows.columns[PRICE]
    paid = rows.fate.used & (rows.amounts.units > 0) & (rows.amounts.revenue > 0)
    places = latest_text(
        column, products=rows.keys.codes, days=rows.days.astype(np.int64), rows=paid, size=len(rows.keys.skus)
    )
    values = parse_numbers(column.texts, decimal=rows.amounts.price_sign).values
    return np.where(places >= 0, values[places], np.nan)


def _paid_price(rows: SalesRows) -> NDArray[np.float64]:
    """Money per unit on the last day on which a product was paid for."""
    size = len(rows.keys.skus)
    paid = np.flatnonzero(rows.fate.used & (rows.amounts.units > 0) & (rows.amounts.revenue > 0))
    days, products = rows.days[paid].astype(np.int64), rows.keys.codes[paid]
    last = np.full(size, np.iinfo(np.int64).min)
    np.maximum.at(last, products, days)
    last_paid = paid[days == last[products]]
    units, revenue = (
        np.bincount(rows.keys.codes[last_paid], weights=amounts[last_paid], minlength=size)
        for amounts in (rows.amounts.units, rows.amounts.revenue)
    )
    return np.asarray(np.divide(revenue, units, out=np.full(size, np.nan), where=units > 0))
