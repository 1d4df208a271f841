"""The steps of an order: drafted, sent, cancelled. Receiving is in `deliveries.py`, the way back in `undo.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from data.problems import Problem
from data.product_writing import products_by_key
from data.purchasing.orders import CANCELLED, DRAFT, ON_THE_WAY, SENT, Order, read_order
from data.schema import order_lines, orders
from data.shop import Shop, mark_changed, mark_redrafted, writing
from data.sku_key import sku_key
from data.supplier_names import add_suppliers
from data.value_rules import BadValue, NumberRule, Rule, TextRule, checked

LINE_RULES: dict[str, Rule] = {
    "units": NumberRule(0, may_be_empty=False),
    "advised": NumberRule(0),
    "reason": TextRule(empty=""),
    "unit_cost": NumberRule(0),
}
LONGEST_WAIT = timedelta(days=365)  # as for lead times
MADE_BEFORE = timedelta(days=7)  # an order may be noted some days after it was sent


@dataclass(frozen=True)
class WantedLine:
    """What the owner wants to order of a product, beside what was advised; `reason` is hers where they differ.

    No units: she decided not to order it.
    """

    sku: str
    units: float
    advised: float | None = None
    reason: str = ""
    unit_cost: float | None = None


def save_draft(shop: Shop, supplier: str, wanted: Sequence[WantedLine], *, day: date) -> int | None:
    """Keep the draft of the next order to a supplier, in place of the one before; without a line there is none.

    Units and costs 0 or more. Returns its number, that of the draft before. Raises BadValue with all lines that break
    a rule or name products the shop does not have; the draft before stays then.
    """
    with writing(shop) as connection:
        rows = _checked_lines(connection, wanted)
        spelled = add_suppliers(connection, [supplier])[supplier] if supplier else ""
        is_draft = (orders.c.supplier == spelled) & (orders.c.state == DRAFT)
        before = connection.execute(select(orders.c.order_id).where(is_draft)).scalar()
        connection.execute(delete(order_lines).where(order_lines.c.order_id == before))
        connection.execute(delete(orders).where(is_draft))
        mark_redrafted(connection)
        if not rows:
            return None
        values = {"supplier": spelled, "state": DRAFT, "made_on": day} | (
            {} if before is None else {"order_id": before}
        )
        statement = insert(orders).values(values).returning(orders.c.order_id)
        order_id: int = connection.execute(statement).scalar_one()
        connection.execute(insert(order_lines), [{**row, "order_id": order_id} for row in rows])
        return order_id


def send_order(shop: Shop, order_id: int, *, day: date, expected_on: date) -> None:
    """Note that a draft went to its supplier on `day`: from now on its units are on order.

    Lines of no units stay: she decided not to order these products, which is to be remembered and judged later.

    Raises BadValue for an order that is no draft, one without any units (empty_order), or a delivery expected before
    `day` or more than a year after it.
    """
    with writing(shop) as connection:
        draft = read_order(connection, order_id)
        require_state(draft, (DRAFT,))
        if not any(line.units for line in draft.lines):
            values = {"field": "units", "rule": "above 0 in a line at least", "found": 0, "order": order_id}
            raise BadValue(Problem("empty_order", values))
        check_expected(expected_on, sent_on=day)
        set_state(connection, order_id, SENT, sent_on=day, expected_on=expected_on)


def check_expected(expected_on: date, *, sent_on: date) -> None:
    """Raises BadValue for a delivery before the order or a year after it: after a slip in the year it is never late."""
    last = sent_on + LONGEST_WAIT
    if not sent_on <= expected_on <= last:
        values = {"field": "expected_on", "rule": f"a day from {sent_on} to {last}", "found": str(expected_on)}
        raise BadValue(Problem("bad_value", values))


def check_sent(day: date, *, made_on: date) -> None:
    """Raises BadValue for an order sent a week before it was made, or a year after it.

    After a slip in the month or year its supplier would seem to take that long, and it would be late at once.
    """
    first, last = made_on - MADE_BEFORE, made_on + LONGEST_WAIT
    if not first <= day <= last:
        values = {"field": "sent_on", "rule": f"a day from {first} to {last}", "found": str(day)}
        raise BadValue(Problem("bad_value", values))


def cancel_order(shop: Shop, order_id: int) -> None:
    """Take back an order that is on its way: what has not come is expected no more, what came stays.

    Raises BadValue for a draft (replace it) and for an order that is over.
    """
    with writing(shop) as connection:
        require_state(read_order(connection, order_id), ON_THE_WAY)
        set_state(connection, order_id, CANCELLED)


def require_state(order: Order, wanted: tuple[str, ...]) -> None:
    """Raise BadValue where an order has come too far, or not far enough, for what is to be done with it."""
    if order.state not in wanted:
        values = {"field": "state", "rule": " or ".join(wanted), "found": order.state, "order": order.order_id}
        raise BadValue(Problem("wrong_order_state", values))


def set_state(connection: Connection, order_id: int, state: str, **days: date | None) -> None:
    """Move an order on, in the caller's transaction."""
    connection.execute(update(orders).where(orders.c.order_id == order_id).values(state=state, **days))
    mark_changed(connection)


def _checked_lines(connection: Connection, wanted: Sequence[WantedLine]) -> list[dict[str, object]]:
    known = products_by_key(connection, [sku_key(line.sku) for line in wanted])
    rows: dict[int, dict[str, object]] = {}
    problems: list[Problem] = []
    for line in wanted:
        product = known.get(sku_key(line.sku))
        if product is None:
            values = {"field": "sku", "rule": "in the shop", "found": line.sku}
            problems.append(Problem("unknown_product", values))
            continue
        said = {field: getattr(line, field) for field in LINE_RULES}
        try:
            row = checked(said, LINE_RULES, of={"sku": line.sku})
        except BadValue as bad:
            problems += bad.problems
        else:
            rows[product["product_id"]] = {**row, "product_id": product["product_id"]}
    if problems:
        raise BadValue(*problems)
    return list(rows.values())
