"""Orders reach their supplier's minimum, keep the budget, and give way to the owner's own numbers, in this order."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

from app.planning.plan import Plan
from data.purchasing.orders import DRAFT, Order, OrderLine
from data.shop_settings import ShopSettings
from inventory.trace import trace_order
from tests.app.shops import plan_of

TEA: dict[str, Any] = {"sku": "tea", "supplier": "Tea house", "on_hand": 30.0, "unit_cost": 4.0, "price": 9.0}
CUP: dict[str, Any] = {"sku": "cup", "supplier": "Potter", "on_hand": 2.0, "unit_cost": 5.0, "price": 6.0}
KNOWN = ShopSettings(order_cost=0)  # no economical order size: orders are what is missing


def draft(**units: float) -> tuple[Order, ...]:
    lines = tuple(OrderLine(sku, number, None, "a party", None, 0.0) for sku, number in units.items())
    return (Order(1, "Tea house", DRAFT, dt.date(2024, 3, 11), None, None, lines),)


def adds_up(plan: Plan) -> None:
    for product in range(plan.decision.products):
        trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
        assert float(trace.order_quantity or 0) == pytest.approx(np.nan_to_num(plan.quantity[product]), abs=1e-12)


def minimum(value: float, fee: float = np.nan) -> dict[str, dict[str, float]]:
    return {"Tea house": {"minimum_order_value": value, "fee_below_minimum": fee}}


def test_an_order_below_the_minimum_is_topped_up_where_that_costs_least() -> None:
    plan = plan_of(TEA, settings=KNOWN, suppliers=minimum(60))
    assert plan.decision.order_quantity.tolist() == [7]
    assert plan.minimum.choice[0] == "top_up"
    assert plan.adjustments.minimum_top_up.tolist() == [8]
    assert plan.quantity.tolist() == [15]
    adds_up(plan)


def test_an_order_waits_where_that_costs_less() -> None:
    plan = plan_of({**TEA, "on_hand": 36.0, "price": 4.01}, settings=KNOWN, suppliers=minimum(100))
    assert plan.minimum.choice[0] == "wait"
    assert plan.adjustments.minimum_wait.tolist() == [-1]
    assert plan.quantity.tolist() == [0]
    adds_up(plan)


def test_a_fee_is_paid_where_it_is_least() -> None:
    plan = plan_of(TEA, settings=KNOWN, suppliers=minimum(60, fee=0.01))
    assert plan.minimum.choice[0] == "fee"
    assert plan.quantity.tolist() == [7]


def test_what_the_owner_decided_counts_towards_the_minimum_and_is_not_topped_up() -> None:
    plan = plan_of(TEA, settings=KNOWN, suppliers=minimum(60), orders=draft(tea=9))
    assert plan.minimum.order_value[0] == 36
    assert plan.quantity.tolist() == [9]
    assert plan.adjusted.reasons == {0: "a party"}
    adds_up(plan)


def test_the_rest_of_an_order_does_not_wait_while_the_owner_orders() -> None:
    other = {**TEA, "sku": "pot", "on_hand": 36.0, "price": 4.01}
    plan = plan_of(TEA, other, settings=KNOWN, suppliers=minimum(100), orders=draft(tea=3))
    assert plan.minimum.choice[0] != "wait"
    assert (plan.adjustments.minimum_wait == 0).all()


def test_an_order_of_no_more_than_is_needed_is_not_topped_up_with_something_else_where_a_fee_allows_it() -> None:
    other = {**TEA, "sku": "pot", "on_hand": 60.0}
    small = {"settings": KNOWN, "suppliers": minimum(60, fee=30.0)}
    assert plan_of(TEA, other, **small).quantity.sum() == 15
    assert plan_of(TEA, other, orders=draft(tea=7), **small).quantity.tolist() == [7, 0]
    assert plan_of(TEA, other, orders=draft(tea=7), **small).minimum.choice[0] == "fee"
    assert plan_of(TEA, other, orders=draft(tea=8), **small).quantity.tolist() == [8, 7]
    assert plan_of(TEA, other, orders=draft(tea=7), settings=KNOWN, suppliers=minimum(60)).quantity[1] > 0


def budgeted(budget: float, *products: dict[str, Any], **more: Any) -> Plan:
    return plan_of(*(products or (TEA, CUP)), settings=ShopSettings(order_cost=0, budget=budget), **more)


def test_a_budget_buys_what_saves_most_for_the_money() -> None:
    free = plan_of(TEA, CUP, settings=KNOWN)
    whole = float(np.dot(free.quantity, free.policy.unit_cost))
    plan = budgeted(100)
    outcome = plan.adjusted.budget
    assert whole > 100
    assert outcome is not None
    assert outcome.spent == pytest.approx(float(np.dot(plan.quantity, plan.policy.unit_cost)))
    assert 95 < outcome.spent <= 100
    assert (outcome.risk[plan.adjustments.budget_cut < 0] > 0).all()
    assert 0 < outcome.next_money.spent <= 100
    adds_up(plan)


def test_a_budget_of_nothing_buys_nothing_and_one_that_is_large_enough_cuts_nothing() -> None:
    assert budgeted(0).quantity.tolist() == [0, 0]
    np.testing.assert_array_equal(budgeted(10_000).quantity, plan_of(TEA, CUP, settings=KNOWN).quantity)


def test_what_costs_nobody_knows_is_in_no_budget() -> None:
    plan = budgeted(1000, TEA, {**CUP, "unit_cost": np.nan})
    outcome = plan.adjusted.budget
    assert outcome is not None
    assert plan.quantity[1] == 0
    assert np.isnan(outcome.risk[1])


def test_the_owners_own_numbers_are_paid_first_even_beyond_the_budget() -> None:
    plan = budgeted(30, orders=draft(tea=10))
    outcome = plan.adjusted.budget
    assert outcome is not None
    assert plan.quantity.tolist() == [10, 0]
    assert (outcome.owners, outcome.over, outcome.spent) == (40, 10, 40)
    adds_up(plan)


def test_a_budget_leaves_no_order_below_its_suppliers_minimum() -> None:
    plan = budgeted(60, suppliers={"Tea house": {"minimum_order_value": 28}, "Potter": {"minimum_order_value": 100}})
    value = plan.quantity * plan.policy.unit_cost
    outcome = plan.adjusted.budget
    assert outcome is not None
    assert value[0] >= 28
    assert value[1] == 0
    assert outcome.left_out.tolist() == [True, False, False]  # Potter
    assert outcome.risk[1] > 0


def test_the_fee_of_a_small_order_is_in_the_budget() -> None:
    plan = budgeted(20, TEA, suppliers=minimum(60, fee=0.01))
    outcome = plan.adjusted.budget
    assert outcome is not None
    assert outcome.fees == 0.01
    assert plan.quantity.tolist() == [4]
    assert outcome.spent == pytest.approx(16.01)


def test_a_fee_that_cannot_be_paid_is_not() -> None:
    plan = budgeted(0, TEA, suppliers=minimum(60, fee=0.01))
    outcome = plan.adjusted.budget
    assert outcome is not None
    assert (outcome.spent, plan.quantity.tolist()) == (0, [0])


def test_what_cannot_be_ordered_today_takes_nothing_of_the_budget() -> None:
    plan = budgeted(0, suppliers={"Tea house": {"order_days": "Tue"}})
    assert plan.adjustments.budget_cut[0] == 0
    assert plan.quantity[0] > 0
    assert plan.quantity_today.tolist() == [0, 0]


def test_a_number_for_a_product_that_is_gone_is_passed_over() -> None:
    plan = plan_of(TEA, orders=draft(gone=5.0))
    assert np.isnan(plan.adjustments.override).all()
