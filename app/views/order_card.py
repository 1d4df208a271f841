"""The order to one supplier as a card: what it holds, what it costs, how it is sent."""

from typing import Any

import numpy as np
from dash import html

from app import ids
from app.ordering.order_list import SupplierOrder, day_in
from app.planning.plan import Plan
from app.said import Change
from app.views.cards import tag
from app.views.forms import day_field, form, hidden_field, say_button
from app.views.order_line import order_line
from app.views.order_links import order_downloads
from app.words.formats import money_text, weekday_text
from app.words.language import _, ngettext
from app.words.minimum_words import OUT_OF_REACH, REACHED, minimum_text, other_ways
from app.words.order_words import products_text, supplier_name

FIRST_LINES, MORE_LINES = 25, 100
SEND, MORE, ALL_AS_ADVISED = "send", "more", "all_as_advised"
SENT_ON, EXPECTED_ON, SEEN, SHOWN = "sent_on", "expected_on", "seen", "shown"
WAYS = "way:"


def order_card(plan: Plan, order: SupplierOrder, *, lines: int = FIRST_LINES) -> Any:
    """The card with its first `lines`; more of them are shown when they are wanted."""
    return form(
        [
            html.Div(head_part(plan, order), id=ids.order_part(order.supplier, part="head"), className="sw-order-head"),
            html.Div(lines_part(plan, order, lines), id=ids.order_part(order.supplier, part="lines")),
            _foot(plan, order),
        ],
        store=ids.ORDER_SAID,
        key=order.supplier,
        className="sw-card sw-order",
    )


def head_changes(plan: Plan, order: SupplierOrder) -> list[Change]:
    """What is to be shown anew above the lines after one of them changed."""
    return [Change(ids.order_part(order.supplier, part="head"), "children", head_part(plan, order))]


def head_part(plan: Plan, order: SupplierOrder) -> list[Any]:
    """Whose order, how much, when the next chance is, and how its minimum is met."""
    money = html.Span(money_text(order.cost, plan.inputs.settings.currency), className="sw-order-money")
    title = html.Div([html.H2(supplier_name(order.supplier)), *([money] if order.cost else [])], className="sw-head")
    facts = [products_text(len(order.ordered)), next_text(plan, order), unknown_text(order)]
    said = html.Div(" · ".join(fact for fact in facts if fact), className="sw-soft")
    return [title, said, *_minimum(plan, order), hidden_field(SEEN, order.content)]


def next_text(plan: Plan, order: SupplierOrder) -> str:
    """When this supplier can be ordered from again."""
    if np.isnan(order.next_in_days):
        return _("no later order day is known")
    return _("next order day {day}").format(day=weekday_text(day_in(plan, order.next_in_days), today=plan.inputs.today))


def unknown_text(order: SupplierOrder) -> str:
    """How many lines are not in the sum."""
    number = order.unknown_costs
    if not number:
        return ""
    return ngettext("{count} without a cost", "{count} without a cost", number).format(count=number)


def lines_part(plan: Plan, order: SupplierOrder, shown: int) -> list[Any]:
    """The first lines, and the way to more."""
    lines = html.Ul([order_line(plan, line) for line in order.lines[:shown]], className="sw-lines")
    hidden = len(order.lines) - shown
    if hidden <= 0:
        return [lines]
    text = _("Show {products} more").format(products=products_text(min(hidden, MORE_LINES)))
    more = [hidden_field(SHOWN, str(shown)), say_button(text, MORE)]
    return [lines, form(more, store=ids.ORDER_SAID, key=order.supplier)]


def _minimum(plan: Plan, order: SupplierOrder) -> list[Any]:
    text = minimum_text(plan, order)
    if not text:
        return []
    choice = str(plan.minimum.choice[order.place])
    if choice == REACHED and plan.adjusted.budget is None:
        return [html.Div(tag(text, "good"))]
    ways = [say_button(way.text, f"{WAYS}{way.way}", kind="link") for way in other_ways(plan, order)]
    kind = "danger" if choice == OUT_OF_REACH else "warning"
    return [html.Div([html.Span(text), *ways], className=f"sw-notice sw-ways {kind}")]


def _foot(plan: Plan, order: SupplierOrder) -> Any:
    today, arrives = plan.inputs.today, day_in(plan, order.arrival_in_days)
    return html.Div(
        [
            order_downloads(supplier=order.supplier),
            html.Div(
                [
                    day_field(SENT_ON, _("Sent on"), today),
                    day_field(EXPECTED_ON, _("Expected on"), arrives),
                    say_button(_("Mark as sent"), SEND, kind="primary"),
                ],
                className="sw-sending",
            ),
        ],
        className="sw-order-foot",
    )
