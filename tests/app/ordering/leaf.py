"""What is advised now of the shop that orders from Leaf."""

from app.desk import Desk, plan_now
from app.ordering.order_list import SupplierOrder, order_to
from app.planning.plan import Plan


def plan(desk: Desk) -> Plan:
    found = plan_now(desk)
    assert found is not None
    return found


def order(desk: Desk) -> SupplierOrder:
    found = order_to(plan(desk), "Leaf")
    assert found is not None
    return found


def units(desk: Desk) -> dict[str, float]:
    return {line.sku: line.units for line in order(desk).lines}
