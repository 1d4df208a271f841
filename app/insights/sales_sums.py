"""What was sold, added up by day, by category, and by product and week: all that the views of sales need."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DAYS_A_WEEK = 7
MOST_WEEKS = 104

Amounts = NDArray[np.float64]


@dataclass(frozen=True)
class Sums:
    """One amount, units or money: by day (days,), day and category (days, categories), week and product (weeks, n)."""

    by_day: Amounts
    by_category: Amounts
    by_week: Amounts


@dataclass(frozen=True)
class SalesSums:
    """The sales of at most MOST_WEEKS whole weeks, the last one ending with the last day.

    `products` holds the SKUs, `categories` the categories of the shop with "" for products without one. `money` is None
    where no sale has any; a sale without money beside others with it counts as nothing.
    """

    days: pd.DatetimeIndex
    categories: tuple[str, ...]
    products: tuple[str, ...]
    units: Sums
    money: Sums | None

    def of(self, measure: str) -> Sums:
        """The sums of "money", or of units where there is no money or units are asked for."""
        return self.money if measure == "money" and self.money is not None else self.units


def add_up(sold: pd.DataFrame, category_of: "pd.Series[str]", *, last_day: dt.date) -> SalesSums:
    """Add up sales (day, sku, units, revenue) up to `last_day`; `category_of` by SKU, "" where there is none.

    Sales of products that `category_of` does not name are left out. Days before the first sale are not part of it, but
    for those that make its first week whole.
    """
    end = pd.Timestamp(last_day)
    first = max(pd.Timestamp(sold["day"].min()) if len(sold) else end, end - pd.Timedelta(days=MOST_WEEKS * 7 - 1))
    weeks = -(-((end - first).days + 1) // DAYS_A_WEEK)
    days = pd.date_range(end=end, periods=weeks * DAYS_A_WEEK)
    names = tuple(sorted(set(category_of)))
    category = pd.Index(names).get_indexer(pd.Index(category_of))
    day = (sold["day"] - days[0]).dt.days.to_numpy(dtype=np.int64)
    product = category_of.index.get_indexer(pd.Index(sold["sku"]))
    is_in = (day >= 0) & (day < len(days)) & (product >= 0)
    day, product = day[is_in], product[is_in]

    def sums(amounts: Amounts) -> Sums:
        return Sums(
            by_day=_grid(day, np.zeros_like(day), amounts, (len(days), 1))[:, 0],
            by_category=_grid(day, category[product], amounts, (len(days), len(names))),
            by_week=_grid(day // DAYS_A_WEEK, product, amounts, (weeks, len(category_of))),
        )

    money = sold["revenue"].to_numpy(dtype=np.float64)[is_in]
    return SalesSums(
        days=days,
        categories=names,
        products=tuple(category_of.index),
        units=sums(sold["units"].to_numpy(dtype=np.float64)[is_in]),
        money=None if np.isnan(money).all() else sums(np.nan_to_num(money)),
    )


def _grid(rows: NDArray[Any], columns: NDArray[Any], amounts: Amounts, shape: tuple[int, int]) -> Amounts:
    """The amounts added up in a matrix of `shape`."""
    sums = np.bincount(rows * shape[1] + columns, amounts, shape[0] * shape[1])
    return sums.astype(np.float64, copy=False).reshape(shape)
