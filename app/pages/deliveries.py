"""Deliveries: what is on its way, what came of it, and all orders that were."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dash import Dash, html

from app import ids
from app.desk import Desk, inputs_now, products_now
from app.ordering.order_days import plan_day
from app.ordering.own_numbers import OwnNumber, judged_numbers
from app.ordering.receiving import Arrival, arrival, everything, stamp
from app.said import Change, Said, day_said, hearing, on_said
from app.views.cards import empty_state, notice, page_title
from app.views.delivery_cards import ALL_CAME, CANCEL, DAY, RECEIVED_SOME, REST, STAMP, UNDO, delivery_card
from app.views.edits import bad_value_sentence, two_ways_text
from app.views.forms import form, say_button
from app.views.order_history import MOST_ORDERS, UNDO_CANCELLING, order_history
from app.words.formats import list_text
from app.words.language import _
from app.words.order_words import deliveries_headline, products_text, supplier_name
from data.purchasing.deliveries import delivery_times, receive
from data.purchasing.order_steps import cancel_order
from data.purchasing.orders import CANCELLED, ON_THE_WAY, RECEIVED, Order, read_orders
from data.purchasing.undo import undo_cancelling, undo_delivery
from data.shop_settings import read_settings
from data.value_rules import BadValue

PATH = "/on-the-way"


def layout(desk: Desk, choice: Mapping[str, str]) -> Any:
    """The page; `choice` may ask for all lines of an "order" or for "all" of the "history"."""
    content = html.Div(body(desk, choice=choice), id=ids.DELIVERIES, className="sw-stack")
    return html.Div([hearing(ids.DELIVERY_SAID), content])


def body(desk: Desk, *, choice: Mapping[str, str], message: Any = None) -> list[Any]:
    """Everything on the page, as it is now."""
    today = plan_day(desk.shop) or dt.date.today()
    orders = read_orders(desk.shop, states=(*ON_THE_WAY, RECEIVED, CANCELLED))
    names, currency = product_names(desk), read_settings(desk.shop).currency
    coming = tuple(sorted((order for order in orders if order.state in ON_THE_WAY), key=_expected))
    over = tuple(order for order in orders if order.state not in ON_THE_WAY)
    cards = [
        delivery_card(
            order,
            names,
            today=today,
            calendar_day=dt.date.today(),
            currency=currency,
            everything=choice.get("order") == str(order.order_id),
        )
        for order in coming
    ]
    advice = _("Orders that you mark as sent stand here until they have come.")
    empty = [] if cards else [empty_state(_("No open orders"), advice, drawing="deliveries")]
    whole = choice.get("history") == "all"
    times = delivery_times(desk.shop)
    taken = dict(zip(times["order_id"].tolist(), times["days"].tolist(), strict=True))
    history = order_history(
        over, names, days_taken=taken, currency=currency, everything=whole, judged=_judged(desk, over)
    )
    headline = page_title(deliveries_headline(coming, today=today, currency=currency))
    said = html.Div(message, role="status")
    return [headline, said, *empty, *cards, history]


def _judged(desk: Desk, over: tuple[Order, ...]) -> dict[tuple[int, str], OwnNumber]:
    """Of the newest orders that are over."""
    inputs = inputs_now(desk)
    return {} if inputs is None else judged_numbers(desk.shop, over[:MOST_ORDERS], inputs)


def product_names(desk: Desk) -> dict[str, str]:
    """What products are called, by SKU."""
    names = products_now(desk)["name"]
    return {str(sku): name for sku, name in names.items() if isinstance(name, str) and name}


def answer(desk: Desk, said: Said) -> list[Change]:
    """Do what the owner said of an order, and show the page as it is then."""
    found = [order for order in read_orders(desk.shop) if str(order.order_id) == said.key]
    try:
        message = _done(desk, found[0], said) if found else notice(_("There is no such order."), "danger")
    except BadValue as bad:
        message = notice(_refusal(bad), "danger")
    return [Change(ids.DELIVERIES, "children", body(desk, choice={}, message=message))]


def _done(desk: Desk, order: Order, said: Said) -> Any:
    who = supplier_name(order.supplier)
    if said.action in (ALL_CAME, RECEIVED_SOME):
        came = everything(order) if said.action == ALL_CAME else arrival(order, said.values)
        return _received(desk, order, came, said.values)
    if said.action == CANCEL:
        cancel_order(desk.shop, order.order_id)
        text = _("The order to {supplier} is cancelled. Tell the supplier.").format(supplier=who)
        return notice([text, " ", _take_back(order, UNDO_CANCELLING)], "warning")
    if said.action == UNDO:
        undo_delivery(desk.shop, order.order_id)
        return notice(_("The last delivery from {supplier} is taken back.").format(supplier=who), "good")
    if said.action == UNDO_CANCELLING:
        undo_cancelling(desk.shop, order.order_id)
        return notice(_("The order to {supplier} is expected again.").format(supplier=who), "good")
    return None


def _received(desk: Desk, order: Order, came: Arrival, values: Mapping[str, str]) -> Any:
    if values.get(STAMP) != stamp(order):
        return notice(_("This order has changed since you looked at it: nothing was noted now."), "warning")
    if came.unclear:
        two_ways = [told for text in came.unclear.values() if (told := two_ways_text(text))]
        if two_ways:
            return notice(" ".join(two_ways), "danger")
        typed = list_text([f"“{text}”" for text in came.unclear.values()])
        return notice(_("{typed} is no number of units: nothing was noted.").format(typed=typed), "danger")
    day, is_last = day_said(values.get(DAY, "")), bool(values.get(REST))
    if day is None:
        return notice(_("Say on which day it came: nothing was noted."), "danger")
    if not came.units and not is_last:
        return notice(_("Tick what came, or type how much: nothing was noted."), "warning")
    receive(desk.shop, order.order_id, came.units, day=day, is_last=is_last)
    number = sum(units > 0 for units in came.units.values())
    text = _("{products} from {supplier} came and are in your stock.").format(
        products=products_text(number), supplier=supplier_name(order.supplier)
    )
    return notice([text, " ", _take_back(order, UNDO)], "good")


def _take_back(order: Order, action: str) -> Any:
    button = say_button(_("Undo"), action, kind="link")
    return form(button, store=ids.DELIVERY_SAID, key=str(order.order_id), className="sw-inline")


def _refusal(bad: BadValue) -> str:
    if bad.problem.code == "wrong_order_state":
        return _("This order has changed since you looked at it: nothing was noted now.")
    return bad_value_sentence(bad)


def _expected(order: Order) -> tuple[dt.date, int]:
    return order.expected_on or dt.date.max, order.order_id


def register(app: Dash, desk: Desk) -> None:
    on_said(app, ids.DELIVERY_SAID, answer, desk)
