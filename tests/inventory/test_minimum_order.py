import datetime as dt
from functools import reduce

import numpy as np
import pytest

from inventory.decision import decide
from inventory.demand import poisson_demand
from inventory.minimum_order import minimum_orders
from inventory.order_calendar import order_calendar
from inventory.order_days import SupplierDays, on_weekdays
from inventory.policy import Stock
from tests.inventory.examples import weekly_policy

MONDAY = dt.date(2026, 1, 5)
CASES = 500


def met(*, minimum_value, fee=np.nan, on_hand=(10, 60, 40), rate=2.0, calendar=None, **conditions):
    """Three products of one supplier at 4 a unit that sell two a day; the first is due: 27 units, 108."""
    usual = {"lead_time_days": [7, 7, 7], "order_cost": np.nan, "price": 7}
    policy = weekly_policy(**(usual | conditions))
    demand = poisson_demand(np.full(3, rate), horizon=60)
    decision = decide(demand, policy, Stock(on_hand=on_hand), calendar=calendar)
    return minimum_orders(
        demand, policy, decision, supplier=[0, 0, 0], minimum_value=[minimum_value], fee=[fee], calendar=calendar
    )


def test_an_order_that_is_large_enough_stays_as_it_is():
    orders = met(minimum_value=100)
    assert orders.order_value.tolist() == [108.0]
    assert orders.choice.tolist() == ["reached"]
    assert not orders.top_up.any()


def test_nothing_to_order_needs_no_minimum():
    assert met(minimum_value=100, on_hand=(60, 60, 60)).choice.tolist() == ["reached"]


def test_what_is_needed_soonest_fills_up_first():
    """The due product and the third last to the same day; the second has stock for longer, so it is not touched."""
    orders = met(minimum_value=140)
    assert orders.choice.tolist() == ["top_up"]
    assert orders.top_up.sum() == 8
    assert orders.top_up[1] == 0
    # 32 money, 1 a unit and year, at least a week early: 8 x 7 / 365.
    assert orders.top_up_cost == pytest.approx([8 * 7 / 365], rel=0.01)
    assert orders.top_up_value.tolist() == [32.0]


def test_a_fee_that_is_smaller_than_holding_is_paid():
    assert met(minimum_value=400, fee=0.2).choice.tolist() == ["fee"]
    assert met(minimum_value=140, fee=0.2).choice.tolist() == ["top_up"]


def test_nothing_is_added_beyond_maximum_cover_or_shelf_life():
    orders = met(minimum_value=1000, maximum_cover_days=25)
    assert np.isnan(orders.top_up_cost).all()
    assert not orders.top_up.any()
    spoils = met(minimum_value=140, shelf_life_days=14)
    assert (np.array([10, 60, 40]) + spoils.top_up <= 2 * 21 + 5).all() or np.isnan(spoils.top_up_cost).all()


def test_waiting_for_the_day_on_which_more_is_due_costs_the_margin_lost():
    """On the next order day in a week the third is due as well; by then 14 + 14 sell and ten are there."""
    orders = met(minimum_value=200, maximum_cover_days=1)
    assert orders.wait_days.tolist() == [7.0]
    assert orders.wait_cost[0] == pytest.approx((28 - 10 - 4.2) * 3, rel=0.02)
    assert orders.choice.tolist() == ["wait"]


def test_waiting_follows_the_order_days():
    calendar = order_calendar([SupplierDays(order_days=on_weekdays(1))], supplier=[0, 0, 0], today=MONDAY)
    assert met(minimum_value=240, maximum_cover_days=1, calendar=calendar).wait_days.tolist() == [8.0]


def test_what_can_be_neither_reached_nor_paid_is_said():
    orders = met(minimum_value=100_000)
    assert orders.choice.tolist() == ["out_of_reach"]
    assert np.isnan(orders.wait_days).all()


@pytest.mark.parametrize(("name", "values"), [("minimum_value", {"minimum_value": -5}), ("fee", {"fee": -1})])
def test_negative_money_is_refused(name, values):
    with pytest.raises(ValueError, match=f"{name} must be zero or more, got -"):
        met(**({"minimum_value": 100} | values))


def test_five_hundred_small_minimums_are_reached_as_cheaply_as_by_trying_all(record_property):
    random, gaps = np.random.default_rng(1), []
    for _ in range(CASES):
        products = random.integers(2, 5)
        policy = weekly_policy(
            lead_time_days=np.full(products, 7),
            order_cost=np.nan,
            unit_cost=random.integers(2, 40, products) / 2,
            pack_size=random.choice([4, 6, 10], products),
            moq=random.choice([0, 12], products),
            maximum_cover_days=random.integers(15, 35),
        )
        demand = poisson_demand(random.gamma(2, 1, products), horizon=30)
        decision = decide(demand, policy, Stock(on_hand=random.integers(0, 40, products)))
        value = np.nansum(decision.order_quantity * policy.unit_cost)
        if value == 0:
            continue
        minimum = value + random.uniform(5, 150)
        orders = minimum_orders(demand, policy, decision, supplier=np.zeros(products), minimum_value=[minimum])
        best = cheapest_by_trying_all(policy, decision, missing=minimum - value)
        gaps.append(0.0 if np.isinf(best) else orders.top_up_cost[0] / best - 1)
        assert np.isinf(best) == np.isnan(orders.top_up_cost[0])
        assert np.isinf(best) or value + orders.top_up_value[0] >= minimum - 1e-9
    assert len(gaps) > CASES / 2
    record_property("largest_gap", max(gaps))
    assert max(gaps) < 0.005  # 0.23 % in one case, none in the others
    assert np.mean(np.array(gaps) > 1e-9) < 0.005


def cheapest_by_trying_all(policy, decision, *, missing):
    """Every combination of packs within the maximum cover; each pack is early by the days until it would be due."""
    choices = []
    for product in range(policy.products):
        position = decision.inventory_position[product] + decision.order_quantity[product]
        daily, pack = decision.daily_demand[product], policy.pack_size[product]
        room = max(daily * policy.maximum_cover_days[product] - position, 0.0)
        first = 1 if decision.order_quantity[product] > 0 else max(int(np.ceil(policy.moq[product] / pack)), 1)
        most, possible, cost, count = int(room / pack + 1e-9), [(0.0, 0.0)], 0.0, 0
        while (step := first if count == 0 else 1) + count <= most:
            early = max((position + count * pack - decision.reorder_point[product]) / daily, 7.0)
            cost += step * pack * early * policy.holding_cost[product] / 365
            count += step
            possible.append((cost, count * pack * policy.unit_cost[product]))
        choices.append(possible)
    cost, value = (reduce(np.add.outer, [np.array(each)[:, column] for each in choices]) for column in (0, 1))
    return cost[value >= missing - 1e-9].min(initial=np.inf)
