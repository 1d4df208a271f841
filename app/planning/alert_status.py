"""Which alerts are news: what was seen before, what the owner acted on, what came back."""

import datetime as dt
from collections.abc import Iterable, Mapping

from app.planning.shop_alerts import ORDERING, ShopAlert
from data.alert_memory import Remembered
from data.purchasing.orders import ON_THE_WAY, Order
from inventory.alert_news import AlertMemory, AlertNews, alert_news, silenced


def news_of(
    alerts: Iterable[ShopAlert],
    *,
    memory: Mapping[str, Remembered],
    orders: Iterable[Order],
    skus: tuple[str, ...],
    today: dt.date,
) -> AlertNews:
    """Which alerts are new, known, silent or returned, and what to remember for the next plan.

    An alert that asks for an order is silent from when one is sent until it should have come.
    """
    seen, coming, keys = {key: _seen(each) for key, each in memory.items()}, _expected_by_sku(orders), []
    for alert in alerts:
        keys.append(alert.key)
        known = seen.get(alert.key)
        if known is None or alert.code not in ORDERING:
            continue
        acted = [day for sent, day in coming.get(skus[alert.product], ()) if sent >= known.first_seen]
        if acted and (known.silent_until is None or known.silent_until < max(acted)) and max(acted) >= today:
            seen = silenced(seen, alert.key, until=max(acted))
    return alert_news(keys, memory=seen, today=today)


def _expected_by_sku(orders: Iterable[Order]) -> dict[str, list[tuple[dt.date, dt.date]]]:
    """Of each product on the way when its orders were sent and when they should come."""
    found: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for order in orders:
        if order.state in ON_THE_WAY and order.sent_on is not None and order.expected_on is not None:
            for line in order.lines:
                if line.missing > 0:
                    found.setdefault(line.sku, []).append((order.sent_on, order.expected_on))
    return found


def _seen(kept: Remembered) -> AlertMemory:
    return AlertMemory(first_seen=kept.first_seen, last_seen=kept.last_seen, silent_until=kept.silent_until)
