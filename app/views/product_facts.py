"""The head of a product's page: what it is called, what needs to be known at once, and its figures."""

from typing import Any
from urllib.parse import quote

import numpy as np
import pandas as pd
from dash import dcc, html

from app.planning.plan import Plan
from app.views.cards import figure_card, figures, page_title, tag
from app.words.cover_words import cover_text
from app.words.formats import about_money_text, about_text, day_text, units_text
from app.words.language import _


def product_head(plan: Plan, product: int) -> Any:
    """Name, number, supplier and category, a tag for what is urgent, and the way to try things out."""
    row, sku = plan.inputs.products.iloc[product], str(plan.inputs.products.index[product])
    name = row["name"] if isinstance(row["name"], str) and row["name"] else sku
    beside = (sku, row["supplier"], row["category"])
    known = [text for text in beside if isinstance(text, str) and text and text != name]
    tags = [tag(text, kind) for text, kind in _tags(plan, product)]
    lead = html.Span([html.Span(" · ".join(known)), *tags], className="sw-tags")
    address = f"/what-if?sku={quote(sku, safe='')}"
    what_if = dcc.Link(_("What if …?"), href=address, className="btn btn-outline-secondary")
    return page_title(name, lead, actions=what_if)


def _tags(plan: Plan, product: int) -> list[tuple[str, str]]:
    if plan.deleted[product]:
        return [(_("Deleted"), "plain")]
    if not plan.stock.active[product]:
        return [(_("Not ordered any more"), "plain")]
    if plan.stock.on_hand[product] <= 0:
        return [(_("Sold out"), "danger")]
    return []


def product_figures(plan: Plan, product: int) -> Any:
    """What is there, what is coming, how long it lasts and how fast it sells."""
    on_hand, coming = plan.stock.on_hand[product], float(np.nan_to_num(plan.stock.on_order[product]))
    days = float(plan.decision.days_of_cover[product])
    cover = _("unknown") if np.isnan(days) else cover_text(days)
    return figures(
        figure_card(_("In stock"), _stock_text(on_hand), _counted_text(plan, product)),
        figure_card(_("On the way"), units_text(coming)),
        figure_card(_("Lasts"), cover, _("with what is on the way")),
        figure_card(_("Sells a week"), about_text(float(plan.average_daily_sales[product]) * 7), _("lately")),
        *_money(plan, product),
    )


def _stock_text(on_hand: float) -> str:
    return _("not counted") if np.isnan(on_hand) else units_text(on_hand)


def _counted_text(plan: Plan, product: int) -> str:
    if "counted_on" not in plan.inputs.products:
        return ""
    day: Any = plan.inputs.products["counted_on"].iloc[product]
    return "" if pd.isna(day) else _("counted on {day}").format(day=day_text(day.date()))


def _money(plan: Plan, product: int) -> list[Any]:
    cost = plan.stock.on_hand[product] * plan.policy.unit_cost[product]
    if not cost > 0:
        return []
    return [figure_card(_("Money in stock"), about_money_text(float(cost), plan.inputs.settings.currency))]
