"""What the owner did with her stock: what she counted, ordered and received, day by day."""

from datetime import date

import pandas as pd
from sqlalchemy import func, literal, select, union_all

from data.purchasing.orders import CANCELLED, DRAFT
from data.schema import deliveries, delivery_lines, order_lines, orders, products, stock_counts
from data.shop import Shop, reading

COLUMNS = {"day": "datetime64[us]", "sku": "str", "ordered": "float64", "received": "float64"}


def stock_moves(shop: Shop) -> pd.DataFrame:
    """Units by day and sku that were `ordered` (on the day the order was sent) and `received`, by day.

    Of an order that was cancelled only what came of it counts as ordered.
    """
    came = (
        select(deliveries.c.order_id, delivery_lines.c.product_id, func.sum(delivery_lines.c.units).label("units"))
        .join(deliveries, deliveries.c.delivery_id == delivery_lines.c.delivery_id)
        .group_by(deliveries.c.order_id, delivery_lines.c.product_id)
        .subquery()
    )
    same = (came.c.order_id == order_lines.c.order_id) & (came.c.product_id == order_lines.c.product_id)
    meant = func.iif(orders.c.state == CANCELLED, func.coalesce(came.c.units, 0.0), order_lines.c.units)
    nothing = literal(0.0)
    ordered = (
        select(
            orders.c.sent_on.label("day"), order_lines.c.product_id, meant.label("ordered"), nothing.label("received")
        )
        .join(orders, orders.c.order_id == order_lines.c.order_id)
        .outerjoin(came, same)
        .where(orders.c.state != DRAFT)
    )
    received = select(deliveries.c.day, delivery_lines.c.product_id, nothing, delivery_lines.c.units).join(
        deliveries, deliveries.c.delivery_id == delivery_lines.c.delivery_id
    )
    moves = union_all(ordered, received).subquery()
    query = (
        select(moves.c.day, products.c.sku, func.sum(moves.c.ordered), func.sum(moves.c.received))
        .join(products, products.c.product_id == moves.c.product_id)
        .group_by(moves.c.day, products.c.sku)
        .order_by(moves.c.day, products.c.sku)
    )
    with reading(shop) as connection:
        rows = [tuple(row) for row in connection.execute(query)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def counts_by(shop: Shop, day: date) -> pd.DataFrame:
    """The last count of each product up to the morning of `day`, by sku: counted_on, on_hand, and what the count knew
    of: sold_by_then, the units sold on that day or later, and received_by_then, those noted as come on that day."""
    known = delivery_lines.c.count_id.is_(None) | (delivery_lines.c.count_id < stock_counts.c.count_id)
    received = (
        select(func.coalesce(func.sum(delivery_lines.c.units), 0.0))
        .join(deliveries, deliveries.c.delivery_id == delivery_lines.c.delivery_id)
        .where((delivery_lines.c.product_id == stock_counts.c.product_id) & (deliveries.c.day == stock_counts.c.day))
        .where(known)
        .correlate(stock_counts)
        .scalar_subquery()
    )
    query = (
        select(products.c.sku, stock_counts.c.day, stock_counts.c.on_hand, stock_counts.c.sold_by_then, received)
        .join(products, products.c.product_id == stock_counts.c.product_id)
        .where((stock_counts.c.day <= day) & stock_counts.c.on_hand.is_not(None))
        .order_by(stock_counts.c.day, stock_counts.c.count_id)
    )
    with reading(shop) as connection:
        last = {row.sku: tuple(row) for row in connection.execute(query)}
    units = ["on_hand", "sold_by_then", "received_by_then"]
    table = pd.DataFrame(last.values(), columns=["sku", "counted_on", *units])
    types = {"sku": "str", "counted_on": "datetime64[us]", **dict.fromkeys(units, "float64")}
    return table.astype(types).set_index("sku")
