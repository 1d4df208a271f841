"""Orders in words: how many, how much, where they are on their way."""

import datetime as dt

from app.words.formats import money_text, units_text, weekday_text
from app.words.language import N_, _, ngettext
from data.purchasing.orders import CANCELLED, DRAFT, PARTLY_RECEIVED, RECEIVED, SENT, Order

STATES = {
    DRAFT: N_("Draft"),
    SENT: N_("On the way"),
    PARTLY_RECEIVED: N_("Partly here"),
    RECEIVED: N_("Here"),
    CANCELLED: N_("Cancelled"),
}


def products_text(count: int) -> str:
    """A number of products.

    >>> products_text(1), products_text(1200)
    ('1 product', '1,200 products')
    """
    return ngettext("{count} product", "{count} products", count).format(count=units_text(count))


def suppliers_text(count: int) -> str:
    """A number of suppliers."""
    return ngettext("{count} supplier", "{count} suppliers", count).format(count=units_text(count))


def orders_text(count: int) -> str:
    """A number of orders."""
    return ngettext("{count} order", "{count} orders", count).format(count=units_text(count))


def supplier_name(supplier: str) -> str:
    """The supplier, or that none is named."""
    return supplier or _("No supplier named")


def order_money(order: Order, currency: str) -> str:
    """What an order costs, as far as costs are known; nothing where none is."""
    known = [line.units * line.unit_cost for line in order.lines if line.unit_cost is not None]
    return money_text(sum(known), currency) if known else ""


def missing_money(orders: tuple[Order, ...]) -> float:
    """The money in what has not come yet, known costs only."""
    return sum(line.missing * (line.unit_cost or 0.0) for order in orders for line in order.lines)


def days_late(order: Order, today: dt.date) -> int:
    """Days by which an order on its way is late; 0 where it is not."""
    return max((today - order.expected_on).days, 0) if order.expected_on else 0


def late_text(days: int) -> str:
    """How late an order is."""
    return ngettext("{count} day late", "{count} days late", days).format(count=units_text(days))


def way_text(order: Order) -> str:
    """Where an order comes from and when it is expected."""
    sent = weekday_text(order.sent_on) if order.sent_on else ""
    expected = weekday_text(order.expected_on, today=order.sent_on) if order.expected_on else ""
    return _("Order {number}, sent {sent}, expected {expected}").format(
        number=order.order_id, sent=sent, expected=expected
    )


def deliveries_headline(orders: tuple[Order, ...], *, today: dt.date, currency: str) -> str:
    """The state of what is on its way in one sentence."""
    if not orders:
        return _("Nothing is on its way")
    money = missing_money(orders)
    said = ngettext("{orders} on its way", "{orders} on their way", len(orders)).format(orders=orders_text(len(orders)))
    if money:
        said = _("{said}, {money}").format(said=said, money=money_text(money, currency))
    late = sum(days_late(order, today) > 0 for order in orders)
    if not late:
        return said
    return _("{said}; {late}").format(
        said=said, late=ngettext("{count} is late", "{count} are late", late).format(count=units_text(late))
    )
