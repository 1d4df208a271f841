"""What was ordered today below the advice, or not at all: decided for the day, and the way to order the rest."""

from typing import Any

import numpy as np
from dash import html

from app import ids
from app.planning.plan import Plan
from app.views.forms import form, say_button
from app.views.order_line import AS_ADVISED
from app.words.formats import decimals_text
from app.words.language import _
from app.words.order_words import products_text
from app.words.reason_parts import decided_text, name_of

MOST_LINES = 30


def decided_card(plan: Plan) -> Any:
    """The products of orders sent today of which more is advised, folded away."""
    left = -plan.adjustments.decided
    rows = np.flatnonzero((left > 0) & np.isnan(plan.adjustments.override))
    if not rows.size:
        return html.Div()
    most = rows[np.argsort(-left[rows] * np.nan_to_num(plan.policy.unit_cost[rows], nan=1.0), kind="stable")]
    items = [html.Li(_line(plan, int(row), float(left[row]))) for row in most[:MOST_LINES]]
    title = _("Ordered today below the advice: {products}").format(products=products_text(rows.size))
    return html.Details([html.Summary(title), html.Ul(items, className="sw-later")], className="sw-card")


def _line(plan: Plan, row: int, left: float) -> list[Any]:
    sku = str(plan.inputs.products.index[row])
    text = _("Order {units} more").format(units=decimals_text(left))
    button = form(say_button(text, AS_ADVISED, kind="link"), store=ids.ORDER_SAID, key=sku, className="sw-inline")
    return [html.Strong(name_of(plan, row)), html.Span(decided_text(plan, row), className="sw-soft"), button]
