"""One product in a list, as the texts that assets/web/product_list.js puts on the page."""

import math
from typing import Any
from urllib.parse import quote

import pandas as pd
from numpy.typing import NDArray

from app.views.trend import trend_path
from app.words.cover_words import cover_text
from app.words.formats import about_text, units_text
from app.words.language import _
from app.words.trust_words import GRADE_TAGS, GRADES


def product_line(row: Any, weekly: NDArray[Any]) -> dict[str, Any]:
    """The texts of a row of the product table (a named tuple) and the line of its last weeks."""
    beside = [text for text in (row.sku, row.supplier, row.category) if text and text != row.name]
    return {
        "href": f"/product/{quote(row.sku, safe='')}",
        "name": row.name,
        "beside": " · ".join(beside),
        "class": f"{row.abc}{row.xyz}",
        "grade": _(GRADES[row.grade]),
        "gradeKind": GRADE_TAGS[row.grade],
        "stock": _("not counted") if math.isnan(row.on_hand) else units_text(row.on_hand),
        "cover": cover_text(row.days_of_cover),
        "week": about_text(row.a_week),
        "tags": tags(row),
        "trend": trend_path(weekly),
    }


def tags(row: Any) -> list[list[str]]:
    """What needs to be known of a product at once: text and kind of each tag."""
    found = []
    if row.deleted:
        found.append([_("Deleted"), "plain"])
    elif not row.active:
        found.append([_("Not ordered any more"), "plain"])
    elif row.on_hand <= 0:
        found.append([_("Sold out"), "danger"])
    if row.dead:
        found.append([_("Dead stock"), "warning"])
    if row.order_quantity > 0:
        found.append([_("Order {count}").format(count=units_text(row.order_quantity)), "good"])
    return found


def product_lines(rows: pd.DataFrame, weekly: NDArray[Any]) -> list[dict[str, Any]]:
    """The lines of `rows`, whose index are their columns in `weekly` (weeks, all products)."""
    return [product_line(row, weekly[:, place]) for place, row in zip(rows.index, rows.itertuples(), strict=True)]
