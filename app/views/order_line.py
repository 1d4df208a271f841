"""One line of an order: the product with its reason, how many, what they cost."""

from typing import Any
from urllib.parse import quote

import numpy as np
from dash import dcc, html

from app import ids
from app.ordering.order_list import ListedLine
from app.planning.plan import Plan
from app.said import Change
from app.views.cards import aria, data
from app.views.forms import plain_units, say_button, text_field, units_field
from app.words.alert_words import record_text
from app.words.change_words import change_text
from app.words.formats import decimals_text, money_text
from app.words.language import _
from app.words.reasons import why

UNITS, REASON, AS_ADVISED = "units", "reason", "as_advised"


def order_line(plan: Plan, line: ListedLine) -> Any:
    """The line as an item of a list; its fields speak of its SKU."""
    name = dcc.Link(line.name, href=f"/product/{quote(line.sku, safe='')}", className="sw-line-product")
    field = units_field(
        UNITS,
        _("Quantity of {product}").format(product=line.name),
        value=line.units,
        pack_size=line.pack_size,
        id=ids.line_part(line.sku, part=UNITS),
    )
    return html.Li(
        [
            html.Div(
                [
                    _tick(plan, line),
                    name,
                    html.Div(reasons(plan, line), id=ids.line_part(line.sku, part="why"), className="sw-why"),
                ]
            ),
            html.Div(field, **data(keep=UNITS)),
            html.Div(cost_text(plan, line), id=ids.line_part(line.sku, part="cost"), className="sw-line-cost"),
            html.Div(own_part(line), id=ids.line_part(line.sku, part="own"), className="sw-line-own"),
        ],
        className="sw-line",
        **data(form=ids.ORDER_SAID, key=line.sku),
    )


def _tick(plan: Plan, line: ListedLine) -> Any:
    """A box to tick while the order is read out or typed in elsewhere; the browser keeps it for the day of the plan."""
    label = _("Ordered: {product}").format(product=line.name)
    return html.Button(
        type="button",
        role="checkbox",
        className="sw-ordered",
        **aria(checked="false", label=label),
        **data(ordered=line.sku, plan=plan.inputs.today.isoformat()),
    )


def line_changes(plan: Plan, line: ListedLine) -> list[Change]:
    """What is to be shown anew of a line after its number changed."""
    return [
        Change(ids.line_part(line.sku, part=UNITS), "value", plain_units(line.units)),
        Change(ids.line_part(line.sku, part="why"), "children", reasons(plan, line)),
        Change(ids.line_part(line.sku, part="cost"), "children", cost_text(plan, line)),
        Change(ids.line_part(line.sku, part="own"), "children", own_part(line)),
    ]


def reasons(plan: Plan, line: ListedLine) -> list[Any]:
    """Why it is this many, why not as many as last time, and why its record is in doubt."""
    told = (why(plan, line.row), change_text(plan, line.row), record_text(plan, line.row))
    return [html.Div(text) for text in told if text]


def cost_text(plan: Plan, line: ListedLine) -> str:
    """What the line costs."""
    return _("no cost known") if np.isnan(line.cost) else money_text(line.cost, plan.inputs.settings.currency)


def own_part(line: ListedLine) -> list[Any]:
    """What stands below a number that is the owner's own: the advice, the way back to it, her reason."""
    parts: list[Any] = []
    packs = line.units / line.pack_size
    if line.units and abs(packs - round(packs)) > 1e-9:
        text = _("Not in whole packs of {pack}").format(pack=decimals_text(line.pack_size))
        parts.append(html.Span(text, className="sw-tag warning"))
    if not line.is_own:
        return parts
    text = _("As advised")
    if not np.isnan(line.advised):
        text = _("As advised: {units}").format(units=decimals_text(line.advised))
    back = say_button(text, AS_ADVISED, kind="link")
    reason = html.Div(text_field(REASON, _("Why? (for your own memory)"), line.reason), **data(keep=REASON))
    return [*parts, back, reason]
