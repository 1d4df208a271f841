"""The coming weeks are those of the plan's outlook."""

import datetime as dt

import numpy as np
import pytest

from app.ordering.coming_orders import coming_orders, coming_weeks, stock_value
from app.planning.plan import Plan
from tests.app.shops import TODAY, plan_of


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(
        {"supplier": "Mill", "on_hand": 10.0, "unit_cost": 2.0},
        {"supplier": "Mill", "on_hand": 40.0, "unit_cost": 3.0},
        {"supplier": "Leaf", "on_hand": 10.0},
        suppliers={"Mill": {"order_days": "tue"}, "Leaf": {"order_days": "mon"}},
    )


def test_orders_fall_on_their_suppliers_days_and_begin_with_the_advised_one(plan: Plan) -> None:
    orders = coming_orders(plan)
    assert {(order.supplier, order.day.weekday()) for order in orders} == {("Mill", 1), ("Leaf", 0)}
    first = next(order for order in orders if order.supplier == "Mill")
    assert first.day == TODAY + dt.timedelta(days=1)
    assert first.units == plan.quantity[:2].sum()
    assert first.money == pytest.approx(2 * plan.quantity[0] + 3 * plan.quantity[1])


def test_no_money_is_made_up_where_no_cost_is_known(plan: Plan) -> None:
    assert {order.money for order in coming_orders(plan) if order.supplier == "Leaf"} == {0.0}


def test_the_weeks_hold_each_order_once_and_all_the_money(plan: Plan) -> None:
    weeks = coming_weeks(plan)
    assert [week.first_day for week in weeks] == [TODAY + dt.timedelta(weeks=number) for number in range(8)]
    assert tuple(order for week in weeks for order in week.orders) == coming_orders(plan)
    spent = np.nansum(plan.outlook.ordered * plan.policy.unit_cost[:, None])
    assert sum(week.money for week in weeks) == pytest.approx(spent, abs=0.1)


def test_the_stock_is_worth_what_is_expected_to_be_there(plan: Plan) -> None:
    last = plan.outlook.on_hand[:, -1]
    assert stock_value(plan)[-1] == pytest.approx(2 * last[0] + 3 * last[1])
    assert coming_weeks(plan)[-1].stock_value == stock_value(plan)[-1]
