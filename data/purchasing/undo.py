"""Steps of an order taken back: sent, received or cancelled by mistake."""

from sqlalchemy import delete, func, select

from data.purchasing.order_steps import require_state, set_state
from data.purchasing.orders import CANCELLED, DRAFT, PARTLY_RECEIVED, RECEIVED, SENT, read_order
from data.schema import deliveries, delivery_lines, order_lines, orders
from data.shop import Shop, mark_changed, writing


def undo_sending(shop: Shop, order_id: int) -> None:
    """Make a draft again of an order of which nothing came: its units are on order no more.

    What was ordered as advised needs no line in a draft; a newer draft to the supplier gives way. Raises BadValue for
    an order that is not on its way or of which something came.
    """
    with writing(shop) as connection:
        order = read_order(connection, order_id)
        require_state(order, (SENT,))
        same = (orders.c.supplier == order.supplier) & (orders.c.state == DRAFT)
        connection.execute(delete(orders).where(same))
        as_advised = (order_lines.c.order_id == order_id) & (order_lines.c.units == order_lines.c.advised)
        connection.execute(delete(order_lines).where(as_advised))
        if any(line.units != line.advised for line in order.lines):
            set_state(connection, order_id, DRAFT, sent_on=None, expected_on=None)
        else:
            connection.execute(delete(orders).where(orders.c.order_id == order_id))
            mark_changed(connection)


def undo_delivery(shop: Shop, order_id: int) -> None:
    """Take back the last delivery of an order: its units leave the stock and are on their way again.

    An order closed though some was missing is open again too. Raises BadValue where nothing came yet.
    """
    with writing(shop) as connection:
        require_state(read_order(connection, order_id), (PARTLY_RECEIVED, RECEIVED))
        of_order = deliveries.c.order_id == order_id
        last = select(func.max(deliveries.c.delivery_id)).where(of_order).scalar_subquery()
        connection.execute(delete(delivery_lines).where(delivery_lines.c.delivery_id == last))
        connection.execute(delete(deliveries).where(deliveries.c.delivery_id == last))
        is_more = connection.execute(select(deliveries.c.delivery_id).where(of_order)).first() is not None
        set_state(connection, order_id, PARTLY_RECEIVED if is_more else SENT)


def undo_cancelling(shop: Shop, order_id: int) -> None:
    """Expect again what was cancelled. Raises BadValue for an order that was not."""
    with writing(shop) as connection:
        require_state(read_order(connection, order_id), (CANCELLED,))
        came = connection.execute(select(deliveries.c.delivery_id).where(deliveries.c.order_id == order_id)).first()
        set_state(connection, order_id, SENT if came is None else PARTLY_RECEIVED)
