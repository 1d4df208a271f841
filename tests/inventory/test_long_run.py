from dataclasses import dataclass

import numpy as np
import pytest

from inventory.demand import poisson_demand
from tests.inventory.examples import weekly_policy
from tests.inventory.long_run import long_run

TWO_A_DAY = poisson_demand(2.0, horizon=28)


def test_a_year_of_the_policy_by_hand():
    """Two a day: 730 a year, lots of 85 and 7 sold before the order day; stock moves from 122 - 14 to 37 - 7 - 14."""
    result = long_run(TWO_A_DAY, weekly_policy())
    assert result.order_size == [92.0]
    assert result.average_stock == [(122 - 14 + 37 - 7 - 14) / 2]
    assert result.money_in_stock == [248.0]
    assert result.orders_a_year == pytest.approx([730 / 92])
    assert result.holding_cost_a_year == [62.0]
    assert result.ordering_cost_a_year == pytest.approx([730 / 92 * 5])
    assert result.expected_stockouts_a_year == pytest.approx([730 / 92 * 0.05])


def test_the_averages_are_those_of_the_policy_played_day_by_day():
    """Poisson sales, weekly order days, one week of delivery: 40,000 days of (R, s, S) played."""
    result = long_run(TWO_A_DAY, weekly_policy())
    played = play(sales=np.random.default_rng(5).poisson(2.0, 40_000), reorder_point=37, order_up_to=122)
    assert played.orders_a_year == pytest.approx(result.orders_a_year[0], rel=0.03)
    assert played.average_stock == pytest.approx(result.average_stock[0], rel=0.03)


@dataclass(frozen=True)
class Played:
    orders_a_year: float
    average_stock: float


def play(*, sales, reorder_point, order_up_to, week=7):
    """Look every seventh morning, receive a week later; stock is counted in the middle of each day."""
    on_hand, arriving, orders, stock = float(order_up_to), {}, 0, 0.0
    for day, sold in enumerate(sales):
        on_hand += arriving.pop(day, 0.0)
        position = on_hand + sum(arriving.values())
        if day % week == 0 and position <= reorder_point:
            arriving[day + week], orders = order_up_to - position, orders + 1
        stock += max(on_hand - sold / 2, 0.0)
        on_hand -= sold
    return Played(orders / len(sales) * 365, stock / len(sales))


def test_orders_are_no_smaller_than_a_review_period_a_pack_and_the_minimum():
    policy = weekly_policy(unit_cost=[np.nan] * 3, moq=[0, 0, 30], pack_size=[1, 24, 12])
    result = long_run(poisson_demand([2.0, 2.0, 2.0], horizon=14), policy)
    assert result.order_size.tolist() == [14.0, 24.0, 36.0]


def test_unknown_costs_are_left_out_of_the_money_and_counted():
    totals = long_run(poisson_demand([2.0, 2.0], horizon=28), weekly_policy(unit_cost=[4.0, np.nan])).totals
    assert totals.money_in_stock == 248.0
    assert totals.unknown_cost == 1
    assert totals.average_stock == 62.0 + 16.0


def test_what_does_not_sell_costs_nothing():
    result = long_run(poisson_demand(0.0, horizon=28), weekly_policy(moq=12))
    assert result.average_stock == [0]
    assert result.orders_a_year == [0]
