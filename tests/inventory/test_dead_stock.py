import numpy as np
import pytest

from inventory.dead_stock import dead_stock, sell_off
from inventory.demand import poisson_demand
from inventory.policy import Stock
from tests.inventory import oracle
from tests.inventory.examples import weekly_policy


def test_dead_is_what_is_there_and_has_not_sold_for_long():
    found = dead_stock(
        [90, 89, 400, np.nan], on_hand=np.array([5.0, 5.0, 0.0, 5.0]), unit_cost=np.array([4.0, 4.0, 4.0, 4.0])
    )
    assert found.dead.tolist() == [True, False, False, False]
    assert found.money.tolist() == [20.0, 0.0, 0.0, 0.0]


def test_money_without_a_cost_is_unknown():
    found = dead_stock([100, 100], on_hand=np.array([5.0, np.nan]), unit_cost=np.array([0.0, 4.0]))
    assert np.isnan(found.money[0])
    assert found.dead.tolist() == [True, False]


def test_days_must_be_above_zero():
    with pytest.raises(ValueError, match="days must be above zero, got 0"):
        dead_stock([1.0], on_hand=np.array([1.0]), unit_cost=np.array([1.0]), days=0)


def test_what_is_not_bought_any_more_sells_as_far_as_it_does():
    """Two a day, 30 there, 14 days: 30 - 28 + E[short] are left (stockpyl's Poisson loss function)."""
    demand = poisson_demand([2.0, 2.0, 0.0, 2.0], horizon=28)
    stock = Stock(on_hand=[30, 30, 6, 0], active=[False, True, False, False])
    rest = sell_off(demand, weekly_policy(lead_time_days=np.full(4, 7)), stock, days=14)
    assert rest.units.tolist() == [30.0, 0.0, 6.0, 0.0]
    assert rest.days_to_sell[[0, 2]].tolist() == [15.0, np.inf]
    assert rest.left_over == pytest.approx([2 + oracle.poisson_loss(30, 28)[0], 0, 6, 0], abs=0.1)
    assert rest.money == pytest.approx(4 * rest.left_over)
