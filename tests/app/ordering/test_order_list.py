"""Who is sent what today, and what waits for a later day."""

from dataclasses import replace

import numpy as np
import pytest

from app.ordering.order_list import later_orders, order_to, todays_orders
from data.purchasing.orders import DRAFT, Order, OrderLine
from tests.app.shops import TODAY, plan_of

SHORT = {"on_hand": 30.0}  # seven below the reorder point of 37: order seven
ENOUGH = {"on_hand": 60.0}


def draft(supplier: str, **units: float) -> Order:
    lines = tuple(OrderLine(sku, each, 7.0, "a fair", 2.0, received=0.0) for sku, each in units.items())
    return Order(1, supplier, DRAFT, TODAY, None, None, lines)


def test_orders_are_by_supplier_the_most_money_first_and_the_least_cover_first_in_each() -> None:
    plan = plan_of(
        {"sku": "a", "supplier": "Leaf", **SHORT},
        {"sku": "b", "supplier": "Mill", "unit_cost": 0.5, **SHORT},
        {"sku": "c", "supplier": "Mill", "unit_cost": 0.5, "on_hand": 3.0},
        {"sku": "d", "supplier": "Mill", **ENOUGH},
        {"sku": "e", **SHORT},
    )
    orders = todays_orders(plan)
    assert [(order.supplier, [line.sku for line in order.lines]) for order in orders] == [
        ("Mill", ["c", "b"]),
        ("", ["e"]),
        ("Leaf", ["a"]),
    ]
    quantities = plan.quantity
    assert orders[0].cost == pytest.approx(0.5 * (quantities[1] + quantities[2]))
    assert (orders[1].cost, orders[1].unknown_costs) == (0.0, 1)


def test_a_supplier_of_another_day_is_a_later_order_with_its_day() -> None:
    days = {"Tue": {"order_days": "tue"}, "Fri": {"order_days": "fri"}, "Never": {"order_days": "never"}}
    plan = plan_of(*({"supplier": name, **SHORT} for name in days), {**SHORT, "supplier": "Leaf"}, suppliers=days)
    assert [(order.supplier, order.in_days) for order in later_orders(plan)] == [("Tue", 1), ("Fri", 4)]
    (today,) = todays_orders(plan)
    assert (today.supplier, today.in_days, today.next_in_days, today.arrival_in_days) == ("Leaf", 0, 7.0, 7)


def test_half_a_day_between_orders_is_a_whole_day_as_in_the_plan() -> None:
    plan = plan_of({"supplier": "Mill", "on_hand": 0.0}, suppliers={"Mill": {"review_period_days": 3.5}})
    (order,) = todays_orders(plan)
    assert order.next_in_days == 4
    assert plan.decision.protection_days[0] - plan.decision.arrival_in_days[0] == 4


def test_the_next_day_is_known_for_order_days_that_are_said() -> None:
    plan = plan_of({"supplier": "Mill", "on_hand": 0.0}, suppliers={"Mill": {"order_days": "mon, thu"}})
    assert todays_orders(plan)[0].next_in_days == 3


def test_the_owners_own_numbers_stand_in_the_order_with_the_advice_beside() -> None:
    drafted = draft("Leaf", short=12, enough=6, none=0)
    products = [{"sku": "short", **SHORT}, {"sku": "enough", **ENOUGH}, {"sku": "none", **SHORT}, {"sku": "x", **SHORT}]
    plan = plan_of(*({"supplier": "Leaf", **each} for each in products), orders=(drafted,))
    order = order_to(plan, "Leaf")
    assert order is not None
    told = {line.sku: (line.units, line.advised, line.is_own, line.reason) for line in order.lines}
    assert told == {
        "short": (12.0, 7.0, True, "a fair"),
        "enough": (6.0, 0.0, True, "a fair"),
        "none": (0.0, 7.0, True, "a fair"),
        "x": (7.0, 7.0, False, ""),
    }
    assert [line.sku for line in order.ordered] == ["short", "x", "enough"]


def test_what_a_product_without_a_count_is_ordered_by_hand_has_no_advice() -> None:
    plan = plan_of({"sku": "a", "supplier": "Leaf"}, orders=(draft("Leaf", a=6),))
    (line,) = todays_orders(plan)[0].lines
    assert (line.units, np.isnan(line.advised)) == (6.0, True)


def test_an_order_that_waits_for_its_minimum_is_listed_with_nothing_to_send() -> None:
    plan = plan_of({"supplier": "Mill", **SHORT})
    waits = replace(plan.adjustments, minimum_wait=-plan.decision.order_quantity)
    (order,) = todays_orders(replace(plan, adjusted=replace(plan.adjusted, adjustments=waits)))
    assert len(order.lines) == 1
    assert order.ordered == ()


def test_the_content_of_an_order_is_another_when_a_number_is() -> None:
    plan = plan_of({"sku": "a", "supplier": "Leaf", **SHORT})
    (order,) = todays_orders(plan)
    (same,) = todays_orders(plan_of({"sku": "a", "supplier": "Leaf", **SHORT}))
    (line,) = order.lines
    assert order.content == same.content
    assert replace(order, lines=(replace(line, units=8.0),)).content != order.content
