"""Invents what the sample shop needs beside its sales: suppliers, conditions and a stock count that tells a story."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.columns import PRODUCT_FIELDS

RECENT_DAYS = 56
ORDER_DAYS = 7  # from one order to the next
MOST_DAYS = 80  # of sales in stock that are not yet too many


@dataclass(frozen=True)
class InventedSupplier:
    """A supplier that does not exist, its lead time and spread in days, and what is bought there."""

    name: str
    lead_time_days: int
    lead_time_sd_days: int
    categories: tuple[str, ...]


SUPPLIERS = (
    InventedSupplier("Harbour Lane Imports", 21, 5, ("Bags", "Lighting")),
    InventedSupplier("Willow and Wren", 7, 2, ("Kitchen", "Hot water bottles")),
    InventedSupplier("Northgate Paper Company", 10, 3, ("Party", "Games and gifts")),
    InventedSupplier("Tinsmith Homewares", 14, 4, ("Home",)),
)
CATEGORY_WORDS = {
    "Home": ("Doormat",),
    "Hot water bottles": ("Hottie", "Bottle"),
    "Bags": ("Bag", "Shopper"),
    "Lighting": ("Light", "T-Light", "Lights"),
    "Party": ("Bunting", "Paper", "Ribbons"),
    "Kitchen": ("Cake", "Cakestand", "Tea", "Lunch", "Snack", "Popcorn", "Bowls", "Cutlery", "Baking", "Picnic"),
    "Games and gifts": ("Harmonica", "Trinket", "Fan", "Parasol", "Record", "Card"),
}
SOLD_OUT = (3, 17, 41)  # places in the order of revenue, the best-selling product being 0
SHORT = (5, 8, 12, 20, 26, 33, 38, 47, 54)
OVERSTOCKED = (10, 23, 30, 44, 51, 57)
NOT_COUNTED = (36, 59)
ON_ITS_WAY = (12, 17, 33)
DISCONTINUED = (55,)


def invented_products(sales: pd.DataFrame) -> pd.DataFrame:
    """A product list for all products of `sales` (date, sku, item, quantity, amount), the best-selling one first."""
    table = sales.groupby("sku").agg(name=("item", "first"), amount=("amount", "sum"), quantity=("quantity", "sum"))
    table = table.sort_values("amount", ascending=False).reset_index()
    recent = sales[sales["date"] > sales["date"].max() - pd.Timedelta(days=RECENT_DAYS)]
    daily = table["sku"].map(recent.groupby("sku")["quantity"].sum()).fillna(0).clip(lower=0) / RECENT_DAYS
    table["price"] = (table["amount"] / table["quantity"]).round(2)
    table["category"] = [category_of(name) for name in table["name"]]
    suppliers = [supplier_of(category) for category in table["category"]]
    table["supplier"] = [supplier.name for supplier in suppliers]
    table["lead_time_days"] = [supplier.lead_time_days for supplier in suppliers]
    table["lead_time_sd_days"] = [supplier.lead_time_sd_days for supplier in suppliers]
    table["unit_cost"] = (table["price"] * spread(len(table), 0.40, 0.60)).round(2)
    table["pack_size"] = np.select([table["price"] < 2, table["price"] < 5], [24, 12], 6)
    table["moq"] = table["pack_size"] * np.array([1, 2, 4])[np.arange(len(table)) % 3]
    table["active"] = np.where(table.index.isin(DISCONTINUED), "no", "yes")
    table["on_hand"], table["on_order"] = stock(table, daily)
    return table[[field for field in PRODUCT_FIELDS if field in table]]


def stock(table: pd.DataFrame, daily: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Units on hand and on order: mostly enough, some sold out, some short, some far too many, two not counted."""
    count, places = len(table), table.index
    need = daily * (table["lead_time_days"] + ORDER_DAYS)
    is_low = [places.isin(SOLD_OUT), places.isin(SHORT)]
    enough = np.select(is_low, [0.0, spread(count, 0.35, 0.70)], spread(count, 2.6, 3.4)) * need
    too_many = daily * spread(count, 200, 300)
    on_hand = enough.clip(upper=daily * MOST_DAYS).where(~places.isin(OVERSTOCKED), too_many).round()
    on_order = (need / table["pack_size"]).round().clip(lower=1) * table["pack_size"]
    on_order = on_order.where(places.isin(ON_ITS_WAY), 0)
    is_counted = ~places.isin(NOT_COUNTED)
    return on_hand.where(is_counted).astype("Int64"), on_order.where(is_counted).astype("Int64")


def category_of(name: str) -> str:
    """The first category that has one of the name's words.

    >>> category_of("Jumbo Bag Red Retrospot")
    'Bags'
    """
    words = set(name.split())
    return next((category for category, some in CATEGORY_WORDS.items() if words & set(some)), "Home")


def supplier_of(category: str) -> InventedSupplier:
    """Who sells a category."""
    return next(supplier for supplier in SUPPLIERS if category in supplier.categories)


def spread(count: int, low: float, high: float) -> NDArray[np.float64]:
    """So many numbers from `low` to `high` that look like chance and are always the same."""
    return low + (high - low) * (np.arange(count) * 0.618034 % 1)
