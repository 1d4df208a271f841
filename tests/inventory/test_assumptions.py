import numpy as np
import pytest
from hypothesis import given

from inventory.assumptions import changed
from inventory.demand import poisson_demand
from tests.inventory.examples import shops, weekly_policy
from tests.inventory.long_run import long_run

TWO_A_DAY = poisson_demand(2.0, horizon=28)


def test_changes_reach_demand_and_policy():
    other = changed(
        TWO_A_DAY,
        weekly_policy(lead_time_sd_days=2),
        demand_factor=1.5,
        lead_time_factor=2.0,
        service_level=0.99,
        order_cost=8.0,
        holding_rate=0.3,
    )
    assert other.demand.expected(14) == [42.0]
    policy = other.policy
    assert policy.lead_time_days == [14.0]
    assert policy.lead_time_sd_days == [4.0]
    assert (policy.service_level, policy.order_cost, policy.holding_rate) == ([0.99], [8.0], [0.3])
    assert policy.unit_cost == [4.0]


def test_a_change_to_nonsense_is_refused():
    with pytest.raises(ValueError, match="holding_rate must be above zero, got 0"):
        changed(TWO_A_DAY, weekly_policy(), holding_rate=0.0)
    with pytest.raises(ValueError, match="lead_time_days must be zero or more, got -7"):
        changed(TWO_A_DAY, weekly_policy(), lead_time_factor=-1.0)


@given(shop=shops())
def test_no_change_changes_nothing(shop):
    same = changed(shop.demand, shop.policy)
    before, after = long_run(shop.demand, shop.policy), long_run(same.demand, same.policy)
    assert before.totals == after.totals


@given(shop=shops())
def test_more_service_costs_more_stock(shop):
    less = changed(shop.demand, shop.policy, service_level=0.8)
    more = changed(shop.demand, shop.policy, service_level=0.99)
    low, high = long_run(less.demand, less.policy), long_run(more.demand, more.policy)
    keeps = np.isnan(shop.policy.shelf_life_days)  # what spoils is ordered oftener in smaller lots: more cycles to miss
    assert (low.average_stock <= high.average_stock)[keeps].all()
    assert (low.expected_stockouts_a_year >= high.expected_stockouts_a_year - 1e-12)[keeps].all()
    assert (low.service_level_reached <= high.service_level_reached).all()
