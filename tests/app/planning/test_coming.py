"""What is on the way comes in the outlook on the day it is expected."""

import datetime as dt

import pytest

from app.planning.plan import Plan
from data.purchasing.orders import SENT, Order, OrderLine
from tests.app.shops import TODAY, plan_of


def plan_with(expected_in: int, *, units: float, on_order: float) -> Plan:
    lines = (OrderLine("tea", units, None, "", None, 0.0), OrderLine("gone", 5.0, None, "", None, 0.0))
    order = Order(1, "", SENT, TODAY, TODAY, TODAY + dt.timedelta(days=expected_in), lines)
    return plan_of({"sku": "tea", "on_hand": 99.0, "on_order": on_order}, orders=(order,))


@pytest.mark.parametrize(
    ("expected_in", "comes_on"),
    [(3, {3: 10.0, 7: 2.0}), (0, {0: 10.0, 7: 2.0}), (-2, {7: 12.0}), (90, {7: 2.0, 55: 0.0})],
)
def test_an_order_comes_on_its_day_and_what_is_late_or_ordered_elsewhere_after_the_lead_time(
    expected_in: int, comes_on: dict[int, float]
) -> None:
    arriving = plan_with(expected_in, units=10.0, on_order=12.0).outlook.arriving[0]
    first = {day: float(arriving[day]) for day in comes_on}
    assert first == comes_on
    assert arriving[:8].sum() == sum(units for day, units in comes_on.items() if day < 8)
