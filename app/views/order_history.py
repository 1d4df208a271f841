"""Orders that are over, what was advised beside what was ordered and what came."""

from collections.abc import Mapping
from typing import Any

from dash import html

from app import ids
from app.ordering.own_numbers import OwnNumber
from app.views.cards import table, tag
from app.views.delivery_cards import UNDO
from app.views.forms import form, say_button
from app.views.order_links import order_downloads
from app.words.formats import day_text, days_text, units_text
from app.words.language import _
from app.words.order_words import STATES, order_money, orders_text, products_text, supplier_name
from app.words.own_number_words import own_number_text
from data.purchasing.orders import CANCELLED, Order

MOST_ORDERS = 20
UNDO_CANCELLING = "undo_cancelling"


def order_history(
    orders: tuple[Order, ...],
    names: dict[str, str],
    *,
    days_taken: dict[int, int],
    currency: str,
    everything: bool,
    judged: Mapping[tuple[int, str], OwnNumber],
) -> Any:
    """The orders that are over, newest first, each to be opened; judged: her own numbers whose days are over."""
    if not orders:
        return html.Div()
    shown = orders if everything else orders[:MOST_ORDERS]
    rows: list[Any] = [
        _order(order, names, days=days_taken.get(order.order_id), currency=currency, judged=judged) for order in shown
    ]
    if len(shown) < len(orders):
        text = _("Show all {orders}").format(orders=orders_text(len(orders)))
        rows.append(html.A(text, href="/on-the-way?history=all"))
    return html.Section([html.H2(_("Earlier orders")), *rows], className="sw-card sw-history")


def _order(
    order: Order,
    names: dict[str, str],
    *,
    days: int | None,
    currency: str,
    judged: Mapping[tuple[int, str], OwnNumber],
) -> Any:
    sent = day_text(order.sent_on) if order.sent_on else ""
    came = _("came after {days}").format(days=days_text(days)) if days is not None else _("nothing came")
    facts = [_("Order {number}, {day}").format(number=order.order_id, day=sent), came]
    facts += [products_text(len(order.ordered)), order_money(order, currency)]
    state = tag(_(STATES[order.state]), "" if order.state == CANCELLED else "good")
    summary = [html.Strong(supplier_name(order.supplier)), state]
    soft = html.Span(" · ".join(fact for fact in facts if fact), className="sw-soft")
    undo = (UNDO_CANCELLING, _("Expect it again")) if order.state == CANCELLED else (UNDO, _("It did not come: undo"))
    action, text = undo
    told = {sku: own_number_text(own, currency) for (number, sku), own in judged.items() if number == order.order_id}
    opened = [
        _lines(order, names, told),
        order_downloads(order=str(order.order_id)),
        say_button(text, action, kind="link"),
    ]
    return html.Details(
        [
            html.Summary([*summary, soft]),
            form(opened, store=ids.DELIVERY_SAID, key=str(order.order_id), className="sw-stack"),
        ]
    )


def _lines(order: Order, names: dict[str, str], told: Mapping[str, str]) -> Any:
    head = [_("Product"), _("Advised"), _("Ordered"), _("Came"), _("Your reason")]
    head += [_("What came of it")] if told else []
    rows = [
        [
            names.get(line.sku, line.sku),
            "–" if line.advised is None else units_text(line.advised),
            units_text(line.units),
            units_text(line.received),
            html.Span(line.reason, className="sw-reason"),
            *([html.Span(told.get(line.sku, ""), className="sw-reason")] if told else []),
        ]
        for line in order.lines
    ]
    return table(head, rows)
