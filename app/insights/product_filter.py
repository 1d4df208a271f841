"""Which products a list shows, in which order: what the owner typed and chose, as the address of the page keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from app.insights.finding import Findable

SHOWN = ("", "order", "sold_out", "dead", "uncounted", "inactive", "deleted")
ORDERS = ("brought_in", "name", "days_of_cover", "on_hand", "a_week")
DESCENDING = ("brought_in", "on_hand", "a_week")


@dataclass(frozen=True)
class ProductFilter:
    """Choices of the product list; an empty text chooses all. `abc_xyz` is a class such as "A", "X" or "AX"."""

    text: str = ""
    abc_xyz: str = ""
    supplier: str = ""
    category: str = ""
    grade: str = ""
    shown: str = ""
    order: str = ORDERS[0]


def filter_of(query: Mapping[str, str]) -> ProductFilter:
    """The choices in an address; what it does not know is as if not said."""
    shown, order = query.get("show", ""), query.get("sort", "")
    return ProductFilter(
        text=query.get("q", "")[:200],
        abc_xyz=query.get("class", "").upper()[:2],
        supplier=query.get("supplier", ""),
        category=query.get("category", ""),
        grade=query.get("grade", ""),
        shown=shown if shown in SHOWN else "",
        order=order if order in ORDERS else ORDERS[0],
    )


def chosen(rows: pd.DataFrame, findable: Findable, wanted: ProductFilter) -> pd.DataFrame:
    """The rows that fit, in their order; `findable` are the same products, made ready to be found."""
    fits = _is_shown(rows, wanted.shown)
    if wanted.text:
        fits = fits & np.array(findable.fits(wanted.text), dtype=np.bool_)
    for letter in wanted.abc_xyz:
        fits = fits & ((rows["abc"] == letter) | (rows["xyz"] == letter)).to_numpy(dtype=bool)
    for column, value in (("supplier", wanted.supplier), ("category", wanted.category), ("grade", wanted.grade)):
        if value:
            fits = fits & (rows[column] == value).to_numpy(dtype=bool)
    return in_order(rows[fits], wanted.order)


def in_order(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows by a column of ORDERS, what is unknown last; equals by name."""
    by_name = rows["name"].str.casefold()
    keyed = rows.assign(**{"_name": by_name, "_key": by_name if order == "name" else rows[order]})
    rising = order not in DESCENDING
    return keyed.sort_values(["_key", "_name"], ascending=[rising, True], na_position="last")[list(rows.columns)]


def _is_shown(rows: pd.DataFrame, shown: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    deleted = rows["deleted"].to_numpy(dtype=bool)
    if shown == "deleted":
        return deleted
    fits = {
        "order": rows["order_quantity"] > 0,
        "sold_out": rows["active"] & (rows["on_hand"] <= 0),
        "dead": rows["dead"],
        "uncounted": rows["active"] & rows["on_hand"].isna(),
        "inactive": ~rows["active"],
    }.get(shown)
    return ~deleted if fits is None else fits.to_numpy(dtype=np.bool_) & ~deleted
