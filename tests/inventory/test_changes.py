from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.adjustments import Adjustments
from inventory.changes import CAUSES, change_parts, changes
from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.order_calendar import order_calendar
from inventory.planned import Planned
from inventory.policy import Stock
from tests.inventory.examples import MONDAY, SUPPLIERS, shops, weekly_policy


def planned(rate=2.0, *, on_hand=10, on_order=0, calendar=None, adjustments=None, below_zero=None, **conditions):
    policy = weekly_policy(**({"unit_cost": np.nan} | conditions))
    demand = poisson_demand(rate, horizon=40)
    decision = decide(demand, policy, Stock(on_hand=on_hand, on_order=on_order), calendar=calendar)
    below = None if below_zero is None else np.array([below_zero])
    made = Planned(policy=policy, decision=decision, calendar=calendar, adjustments=adjustments, below_zero=below)
    return made, demand


def explained(before, after, **moved):
    plan, demand = after
    change = changes(before[0], plan, demand, **moved)
    return {part.code: float(part.amount) for part in change_parts(change, 0)}


def test_nothing_changed_is_no_part():
    assert explained(planned(), planned()) == {}


@pytest.mark.parametrize(
    ("now", "cause", "units"),
    [
        ({"rate": 3.0}, "demand", 16.0),  # 53 are enough in 95 % where 37 were
        ({"lead_time_days": 10}, "delivery", 7.0),  # 44 in 17 days
        ({"service_level": 0.99}, "service_level", 4.0),  # 41
        ({"unit_cost": 4.0}, "costs", 85.0),  # the economical order size is known now
        ({"shelf_life_days": 3}, "shelf_life", -21.0),  # 20 sell until then, 4 of them are missed
        ({"on_hand": 8}, "count", 2.0),
        ({"on_order": 5}, "on_order", -5.0),
        ({"pack_size": 10}, "rounding", 3.0),  # 27 in packs of ten
        ({"adjustments": Adjustments(minimum_top_up=6)}, "minimum_top_up", 6.0),
        ({"adjustments": Adjustments(budget_cut=-6)}, "budget_cut", -6.0),
        ({"adjustments": Adjustments(decided=-20)}, "decided", -20.0),
        ({"adjustments": Adjustments(override=30)}, "override", 3.0),
        ({"calendar": order_calendar([SUPPLIERS[3]], supplier=[0], today=MONDAY)}, "due", -27.0),
    ],
)
def test_one_change_is_one_cause(now, cause, units):
    assert explained(planned(), planned(**now)) == {cause: units}


def test_sales_and_deliveries_since_last_time_are_told_from_a_correction_of_the_count():
    parts = explained(planned(), planned(on_hand=20), sold=np.array([12.0]), received=np.array([24.0]))
    assert parts == {"received": -24.0, "sold": 12.0, "count": 2.0}


def test_what_sold_beyond_the_record_is_no_count_of_hers():
    sold = explained(planned(on_hand=4), planned(on_hand=0, below_zero=6.0), sold=np.array([10.0]))
    assert sold == {"sold": 10.0, "below_zero": -6.0}
    came = explained(planned(on_hand=0, below_zero=6.0), planned(on_hand=14), received=np.array([20.0]))
    assert came == {"received": -20.0, "below_zero": 6.0}


def test_several_causes_come_largest_first_and_add_up():
    parts = explained(planned(), planned(3.0, lead_time_days=10, on_hand=8))
    assert parts == {"demand": 16.0, "delivery": 10.0, "count": 2.0}
    assert sum(parts.values()) == 55 - 27


def test_an_unknown_count_explains_nothing():
    assert explained(planned(on_hand=np.nan), planned()) == {}


def test_plans_of_other_products_are_refused():
    before, demand = planned()
    with pytest.raises(ValueError, match="before must have the 2 products of after, got 1"):
        changes(before, planned([1.0, 2.0], lead_time_days=[7, 7], on_hand=[1, 2])[0], demand)


@given(before=shops(), after=shops(), moved=st.floats(0, 90), adjust=st.booleans())
def test_the_causes_add_up_to_the_change_exactly(before, after, moved, adjust):
    average = np.full(5, 3.0)

    def plan(shop, rule, **adjustments):
        decision = decide(
            shop.demand, shop.policy, shop.stock, calendar=shop.calendar, rule=rule, average_daily_sales=average
        )
        given_up = Adjustments(**adjustments) if adjust else None
        below = np.full(5, 2.5) if adjust else None
        return Planned(
            policy=shop.policy, decision=decision, calendar=shop.calendar, adjustments=given_up, below_zero=below
        )

    was = plan(before, "quantile", minimum_top_up=2.25)
    now = plan(after, "simple" if adjust else "quantile", override=[np.nan, 12, np.nan, 0, 3.5])
    change = changes(was, now, after.demand, sold=np.full(5, moved), average_daily_sales=average)
    assert tuple(change.units) == CAUSES
    for product in range(5):
        if np.isnan(was.quantity[product]) or np.isnan(now.quantity[product]):
            assert change_parts(change, product) == ()
        else:
            causes = sum((part.amount for part in change_parts(change, product)), Decimal(0))
            printed = [Decimal(f"{plan.quantity[product]:.3f}") for plan in (now, was)]
            assert causes == printed[0] - printed[1]


def test_the_same_conditions_on_another_day_change_by_their_order_days():
    tuesdays = [order_calendar([SUPPLIERS[2]], supplier=[0], today=day) for day in (MONDAY, MONDAY.replace(day=6))]
    before, after = (planned(calendar=calendar) for calendar in tuesdays)
    parts = explained(before, after)
    assert set(parts) == {"delivery"}
    assert replace(after[0]).quantity == before[0].quantity + parts["delivery"]


def test_the_same_products_in_another_order_change_as_they_did():
    def two(*on_hand):
        return planned([2.0, 3.0], on_hand=list(on_hand), lead_time_days=[7, 7], adjustments=Adjustments(override=9))[0]

    turned = two(10, 20).only(np.array([1, 0]))
    np.testing.assert_array_equal(turned.decision.on_hand, [20, 10])
    np.testing.assert_array_equal(turned.policy.lead_time_days, [7, 7])
    np.testing.assert_array_equal(turned.quantity, [9, 9])
    assert turned.calendar is None
