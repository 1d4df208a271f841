"""Products: every product of the shop in one list that can be searched, narrowed down and put in order.

The list itself is drawn by assets/web/product_list.js, only the part in sight, from app/insights/answers.py.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from dash import dcc, html

from app import ids
from app.insights.in_hand import Insight
from app.insights.product_filter import ProductFilter, filter_of
from app.views.cards import aria, page_title
from app.words.formats import units_text
from app.words.language import N_, _, ngettext
from app.words.trust_words import GRADES

PATH = "/products"
SHOWN = {
    "": N_("All products"),
    "order": N_("To order today"),
    "sold_out": N_("Sold out"),
    "uncounted": N_("Not counted yet"),
    "dead": N_("Dead stock"),
    "inactive": N_("Not ordered any more"),
    "deleted": N_("Deleted"),
}
ORDERS = {
    "brought_in": N_("What brings in most"),
    "name": N_("Name"),
    "days_of_cover": N_("What runs out first"),
    "on_hand": N_("Most in stock"),
    "a_week": N_("What sells most"),
}
ABC = {
    "A": N_("A: brings in the most"),
    "B": N_("B: in between"),
    "C": N_("C: brings in the least"),
    "X": N_("X: sells evenly"),
    "Y": N_("Y: goes up and down"),
    "Z": N_("Z: sells now and then"),
}
HEADINGS = (
    ("name", N_("Product")),
    ("trend", N_("Last half year")),
    ("week", N_("Sells a week")),
    ("stock", N_("In stock")),
    ("cover", N_("Lasts")),
    ("class", N_("Class")),
    ("grade", N_("Forecast")),
)


def layout(insight: Insight, query: Mapping[str, str]) -> Any:
    """The page with the choices that its address names."""
    count = int((~insight.rows["deleted"]).sum())
    lead = ngettext("{count} product", "{count} products", count).format(count=units_text(count))
    return html.Div(
        [
            page_title(_("Products"), lead, actions=_to_table(query)),
            _choices(insight.rows, filter_of(query)),
            _list(),
            _explained(),
        ],
        className="sw-stack",
    )


def _to_table(query: Mapping[str, str]) -> Any:
    """The way to the same products as a table; assets/web/product_list.js keeps the choices in its address."""
    href = f"{PATH}/table?{urlencode(query)}" if query else f"{PATH}/table"
    return html.A(_("Edit as a table"), href=href, id=ids.PRODUCTS_TABLE, className="btn btn-outline-secondary")


def _choices(rows: pd.DataFrame, chosen: ProductFilter) -> Any:
    text = dcc.Input(
        id=ids.product_choice("q"),
        type="search",
        value=chosen.text,
        placeholder=_("Name or number"),
        autoComplete="off",
    )
    search = html.Div([html.Label(_("Search"), htmlFor=ids.product_choice("q"), className="form-label"), text])
    always = [
        search,
        _choice("show", _("Show"), SHOWN, chosen.shown),
        _choice("sort", _("Sort by"), ORDERS, chosen.order),
    ]
    seldom = [
        _choice("class", _("Class"), {"": N_("All classes"), **ABC}, chosen.abc_xyz),
        _choice("grade", _("Forecast"), {"": N_("All forecasts"), **GRADES}, chosen.grade),
        _named("supplier", _("Supplier"), _("All suppliers"), rows["supplier"], chosen.supplier),
        _named("category", _("Category"), _("All categories"), rows["category"], chosen.category),
    ]
    is_narrow = bool(chosen.abc_xyz or chosen.grade or chosen.supplier or chosen.category)
    more = html.Details(
        [html.Summary(_("Narrow down")), html.Div([one for one in seldom if one], className="sw-filter")],
        open=is_narrow,
    )
    return html.Div([html.Div(always, className="sw-filter"), more], role="search")


def _choice(name: str, label: str, options: Mapping[str, str], value: str) -> Any:
    return _select(name, label, {key: _(text) for key, text in options.items()}, value)


def _named(name: str, label: str, everything: str, column: "pd.Series[str]", value: str) -> Any:
    """A choice among the values of a column; none where there is but one."""
    values = sorted(set(column) - {""}, key=str.casefold)
    return _select(name, label, {"": everything, **{each: each for each in values}}, value) if len(values) > 1 else None


def _select(name: str, label: str, options: Mapping[str, str], value: str) -> Any:
    place = ids.product_choice(name)
    shown = [html.Option(text, value=key, selected=key == value) for key, text in options.items()]
    select = html.Select(shown, id=place, className="form-select")
    return html.Div([html.Label(label, htmlFor=place, className="form-label"), select])


def _list() -> Any:
    """The place of the list; its texts are handed to the script that fills it."""
    head = html.Div(
        [html.Span(_(text), role="columnheader", className=f"sw-cell-{name}") for name, text in HEADINGS],
        className="sw-product-head",
        role="row",
    )
    said: dict[str, Any] = {
        "data-one": ngettext("{count} product", "{count} products", 1),
        "data-many": ngettext("{count} product", "{count} products", 2),
        "data-none": _("No product fits. Take back one of the choices above."),
        "data-failed": _("The program does not answer. Is its window still open?"),
        "data-headings": "|".join(_(text) for _name, text in HEADINGS),
    }
    body = html.Div(id=ids.PRODUCT_LINES, role="rowgroup", className="sw-product-lines")
    table = html.Div([html.Div(head, role="rowgroup"), body], role="table", **aria(label=_("Products")))
    count = html.P(id=ids.PRODUCT_COUNT, className="sw-soft sw-small sw-product-count", role="status")
    return html.Div([count, html.Div(table, className="sw-card sw-products")], id=ids.PRODUCT_LIST, **said)


def _explained() -> Any:
    lines = [
        _("A, B and C: the A products bring in four fifths of your sales, B the next part up to 95 %, C the rest."),
        _("X, Y and Z: how even the weeks are. X sells nearly the same each week, Z now and then."),
        _("Lasts: how long what is in stock and on its way will last."),
        _("Dead stock: it is there, and none was sold for 90 days."),
    ]
    return html.Details(
        [html.Summary(_("What the words mean")), html.Ul([html.Li(line) for line in lines])], className="sw-soft"
    )
