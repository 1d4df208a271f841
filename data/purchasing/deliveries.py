"""Deliveries: what came of an order and when; they raise the stock and tell how long a supplier takes."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from sqlalchemy import insert, select

from data.problems import Problem
from data.purchasing.order_steps import LONGEST_WAIT, require_state, set_state
from data.purchasing.orders import ON_THE_WAY, PARTLY_RECEIVED, RECEIVED, Order, read_order
from data.schema import deliveries, delivery_lines, orders, products
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
from data.stock_counts import latest_counts
from data.value_rules import BadValue, NumberRule, checked

UNITS = NumberRule(0, may_be_empty=False)


def receive(shop: Shop, order_id: int, units: Mapping[str, float], *, day: date, is_last: bool = False) -> None:
    """Note the units by SKU that came on `day`; more than ordered may come. With `is_last` nothing more is expected.

    Stock on hand rises where it is known. Raises BadValue where the order is not on its way, does not have a product,
    or the day is before it was sent or more than a year after.
    """
    with writing(shop) as connection:
        order = read_order(connection, order_id)
        require_state(order, ON_THE_WAY)
        came = _checked(order, units, day=day)
        keys = [sku_key(sku) for sku in came]
        rows = connection.execute(select(products.c.product_id, products.c.sku).where(products.c.sku_key.in_(keys)))
        by_sku = {row.sku: row.product_id for row in rows}
        counts = latest_counts(connection, by_sku.values())
        statement = insert(deliveries).values(order_id=order_id, day=day).returning(deliveries.c.delivery_id)
        delivery_id = connection.execute(statement).scalar_one()
        lines = [
            {
                "delivery_id": delivery_id,
                "product_id": product_id,
                "units": came[sku],
                "count_id": counts.get(product_id, {}).get("count_id"),
            }
            for sku, product_id in by_sku.items()
        ]
        if lines:
            connection.execute(insert(delivery_lines), lines)
        after = read_order(connection, order_id)
        is_over = is_last or not any(line.missing for line in after.lines)
        set_state(connection, order_id, RECEIVED if is_over else PARTLY_RECEIVED)
        mark_changed(connection)


def delivery_times(shop: Shop) -> pd.DataFrame:
    """How long deliveries took: supplier, order_id, days; the first delivery of every order that had one, oldest first.

    Later parts of an order say more of what was out of stock there than of the way here.
    """
    query = (
        select(orders.c.supplier, orders.c.order_id, orders.c.sent_on, deliveries.c.day)
        .join(deliveries, deliveries.c.order_id == orders.c.order_id)
        .order_by(deliveries.c.day, deliveries.c.delivery_id)
    )
    with reading(shop) as connection:
        rows = connection.execute(query).all()
    first = {row.order_id: (row.supplier, row.order_id, (row.day - row.sent_on).days) for row in reversed(rows)}
    table = pd.DataFrame(reversed(first.values()), columns=["supplier", "order_id", "days"])
    return table.astype({"supplier": "str", "order_id": "int64", "days": "int64"})


def _checked(order: Order, units: Mapping[str, float], *, day: date) -> dict[str, float]:
    """Units above 0 by the SKUs as the order has them."""
    ordered = {sku_key(line.sku): line.sku for line in order.lines}
    problems = [
        Problem("unknown_product", {"field": "sku", "rule": f"in order {order.order_id}", "found": sku})
        for sku in units
        if sku_key(sku) not in ordered
    ]
    if order.sent_on is not None and not order.sent_on <= day <= order.sent_on + LONGEST_WAIT:
        rule = f"a day from {order.sent_on} to {order.sent_on + LONGEST_WAIT}"  # a slip in the year is no lead time
        problems.append(Problem("bad_value", {"field": "day", "rule": rule, "found": str(day)}))
    if problems:
        raise BadValue(*problems)
    came = {}
    for sku, found in units.items():
        number = checked({"units": found}, {"units": UNITS}, of={"sku": sku})["units"]
        assert isinstance(number, float | int)
        if number > 0:
            came[ordered[sku_key(sku)]] = float(number)
    return came
