"""An order on its way as a card: what is expected of it, what came."""

import datetime as dt
from typing import Any

from dash import html

from app import ids
from app.ordering.order_days import working_day
from app.ordering.receiving import CAME, TICKED, stamp
from app.views.cards import tag
from app.views.forms import day_field, form, hidden_field, plain_units, say_button, tick, units_field
from app.views.order_links import order_downloads
from app.words.formats import units_text
from app.words.language import _
from app.words.order_words import STATES, days_late, late_text, order_money, products_text, supplier_name, way_text
from data.purchasing.orders import PARTLY_RECEIVED, Order, OrderLine

MOST_LINES = 40
ALL_CAME, RECEIVED_SOME, CANCEL, UNDO = "all_came", "came", "cancel", "undo"
DAY, REST, STAMP = "day", "rest", "stamp"


def delivery_card(
    order: Order, names: dict[str, str], *, today: dt.date, calendar_day: dt.date, currency: str, everything: bool
) -> Any:
    """One order on its way with the fields to note what came of it; long lists as far as `everything` is wanted."""
    open_lines = [line for line in order.lines if line.missing]
    shown = open_lines if everything else open_lines[:MOST_LINES]
    lines = html.Ul([_line(line, names, of=str(order.order_id)) for line in shown], className="sw-lines")
    return form(
        [
            _head(order, today=today, currency=currency),
            lines,
            _rest(order, len(open_lines) - len(shown)),
            hidden_field(STAMP, stamp(order)),
            _foot(order, today=today, calendar_day=calendar_day),
            _beside(order),
        ],
        store=ids.DELIVERY_SAID,
        key=str(order.order_id),
        className="sw-card sw-order",
        id=f"order-{order.order_id}",
    )


def _head(order: Order, *, today: dt.date, currency: str) -> Any:
    late = days_late(order, today)
    tags = [tag(late_text(late), "danger")] if late else []
    if order.state == PARTLY_RECEIVED:
        tags.append(tag(_(STATES[order.state]), "good"))
    facts = [products_text(len(order.ordered)), order_money(order, currency), way_text(order)]
    return html.Div(
        [
            html.Div([html.H2(supplier_name(order.supplier)), *tags], className="sw-title"),
            html.Div(" · ".join(fact for fact in facts if fact), className="sw-soft"),
        ],
        className="sw-order-head",
    )


def _line(line: OrderLine, names: dict[str, str], *, of: str) -> Any:
    name = names.get(line.sku, line.sku)
    said = _("{units} ordered").format(units=units_text(line.units))
    if line.received:
        said = _("{units} ordered, {received} came").format(
            units=units_text(line.units), received=units_text(line.received)
        )
    label = html.Span([html.Strong(name), html.Span(said, className="sw-soft sw-small")], className="sw-line-name")
    number = units_field(
        f"{CAME}{line.sku}", _("Units of {product} that came").format(product=name), hint=plain_units(line.missing)
    )
    return html.Li([tick(f"{TICKED}{line.sku}", label, of=of), number], className="sw-line sw-line-came")


def _rest(order: Order, hidden: int) -> Any:
    if hidden <= 0:
        return html.Div()
    text = _("{products} more: show all").format(products=products_text(hidden))
    return html.A(text, href=f"/on-the-way?order={order.order_id}")


def _foot(order: Order, *, today: dt.date, calendar_day: dt.date) -> Any:
    day = working_day(today, calendar_day=calendar_day)
    first = order.sent_on or day
    return html.Div(
        [
            day_field(DAY, _("Came on"), max(day, first), first=first),
            tick(REST, _("The rest will not come"), of=str(order.order_id)),
            html.Div(
                [
                    say_button(_("All came"), ALL_CAME, kind="primary"),
                    say_button(_("Keep what is ticked or typed"), RECEIVED_SOME),
                ],
                className="sw-actions",
            ),
        ],
        className="sw-order-foot",
    )


def _beside(order: Order) -> Any:
    parts = [order_downloads(order=str(order.order_id))]
    if order.state == PARTLY_RECEIVED:
        parts.append(say_button(_("Take the last delivery back"), UNDO, kind="link"))
    parts.append(say_button(_("Cancel what has not come"), CANCEL, kind="link"))
    return html.Details([html.Summary(_("Download, cancel")), html.Div(parts, className="sw-actions")])
