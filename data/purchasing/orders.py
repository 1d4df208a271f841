"""Orders to suppliers: what was ordered, how far it has come, what is still on its way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, Subquery, case, func, select

from data.problems import Problem
from data.schema import deliveries, delivery_lines, order_lines, orders, products
from data.shop import Shop, reading
from data.value_rules import BadValue

DRAFT, SENT, PARTLY_RECEIVED, RECEIVED, CANCELLED = "draft", "sent", "partly_received", "received", "cancelled"
ON_THE_WAY = (SENT, PARTLY_RECEIVED)
NOTED = (*ON_THE_WAY, RECEIVED)  # sent, and not taken back since
DRAFT_STANDS_DAYS = 7


@dataclass(frozen=True)
class OrderLine:
    """One product of an order.

    units: ordered. advised: what Shelfwise advised, None where it advised nothing. reason: the owner's, where she
    ordered something else. unit_cost: None where unknown. received: units that came so far.
    """

    sku: str
    units: float
    advised: float | None
    reason: str
    unit_cost: float | None
    received: float

    @property
    def is_ordered(self) -> bool:
        """Whether it was ordered at all: a line of 0 units keeps the decision not to."""
        return self.units > 0 or self.received > 0

    @property
    def missing(self) -> float:
        """Units that have not come."""
        return max(self.units - self.received, 0.0)


@dataclass(frozen=True)
class Order:
    """An order to one supplier. sent_on, expected_on: None for a draft. state: one of this module's."""

    order_id: int
    supplier: str
    state: str
    made_on: date
    sent_on: date | None
    expected_on: date | None
    lines: tuple[OrderLine, ...]

    @property
    def ordered(self) -> tuple[OrderLine, ...]:
        """The lines with units."""
        return tuple(line for line in self.lines if line.is_ordered)


def read_orders(shop: Shop, *, states: Iterable[str] | None = None, made_on: date | None = None) -> tuple[Order, ...]:
    """The orders of a shop, newest first; only those in `states`, and made for one day, where given."""
    query = select(orders).order_by(orders.c.order_id.desc())
    if states is not None:
        query = query.where(orders.c.state.in_(tuple(states)))
    if made_on is not None:
        query = query.where(orders.c.made_on == made_on)
    with reading(shop) as connection:
        found = connection.execute(query).all()
        lines = _lines(connection, [row.order_id for row in found])
    return tuple(_order(row, lines.get(row.order_id, ())) for row in found)


def standing(found: Iterable[Order], *, today: date) -> tuple[Order, ...]:
    """The orders less drafts that are older than a week: what was typed then and never sent was about that week."""
    return tuple(order for order in found if order.state != DRAFT or (today - order.made_on).days <= DRAFT_STANDS_DAYS)


def read_order(connection: Connection, order_id: int) -> Order:
    """One order. Raises BadValue with code unknown_order."""
    row = connection.execute(select(orders).where(orders.c.order_id == order_id)).one_or_none()
    if row is None:
        raise BadValue(Problem("unknown_order", {"field": "order", "rule": "in the shop", "found": order_id}))
    return _order(row, _lines(connection, [order_id]).get(order_id, ()))


def units_on_the_way(connection: Connection) -> dict[int, float]:
    """Units ordered and not yet received, by product_id; only products of which any are."""
    came = _received()
    received = func.coalesce(came.c.units, 0.0)
    missing = case((order_lines.c.units > received, order_lines.c.units - received), else_=0.0)
    is_same = (came.c.order_id == order_lines.c.order_id) & (came.c.product_id == order_lines.c.product_id)
    query = (
        select(order_lines.c.product_id, func.sum(missing))
        .join(orders, orders.c.order_id == order_lines.c.order_id)
        .outerjoin(came, is_same)
        .where(orders.c.state.in_(ON_THE_WAY))
        .group_by(order_lines.c.product_id)
    )
    return {product_id: units for product_id, units in connection.execute(query) if units > 0}


def _received() -> Subquery:
    """Units that came so far, by order and product."""
    grouped = (deliveries.c.order_id, delivery_lines.c.product_id)
    return (
        select(*grouped, func.sum(delivery_lines.c.units).label("units"))
        .join(deliveries, deliveries.c.delivery_id == delivery_lines.c.delivery_id)
        .group_by(*grouped)
        .subquery()
    )


def _lines(connection: Connection, order_ids: list[int]) -> dict[int, tuple[OrderLine, ...]]:
    came = _received()
    is_same = (came.c.order_id == order_lines.c.order_id) & (came.c.product_id == order_lines.c.product_id)
    query = (
        select(order_lines, products.c.sku, func.coalesce(came.c.units, 0.0).label("received"))
        .join(products, products.c.product_id == order_lines.c.product_id)
        .outerjoin(came, is_same)
        .where(order_lines.c.order_id.in_(order_ids))
        .order_by(order_lines.c.order_id, products.c.sku)
    )
    found: dict[int, tuple[OrderLine, ...]] = {}
    for row in connection.execute(query):
        line = OrderLine(row.sku, row.units, row.advised, row.reason, row.unit_cost, row.received)
        found[row.order_id] = (*found.get(row.order_id, ()), line)
    return found


def _order(row: Row[tuple[object, ...]], lines: tuple[OrderLine, ...]) -> Order:
    return Order(row.order_id, row.supplier, row.state, row.made_on, row.sent_on, row.expected_on, lines)
