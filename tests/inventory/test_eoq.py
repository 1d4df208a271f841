import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.eoq import economic_order_quantity, yearly_cost

amounts = st.floats(0.01, 1e5)


@given(demand=amounts, order_cost=amounts, holding_cost=amounts, factor=st.floats(0.01, 100))
def test_no_other_order_size_costs_less(demand, order_cost, holding_cost, factor):
    terms = {"annual_demand": demand, "order_cost": order_cost, "holding_cost": holding_cost}
    best = economic_order_quantity(demand, order_cost=order_cost, holding_cost=holding_cost)
    assert yearly_cost(best, **terms) <= yearly_cost(best * factor, **terms) * (1 + 1e-12)


@given(demand=amounts, order_cost=amounts, holding_cost=amounts)
def test_four_times_the_demand_is_twice_the_order_size(demand, order_cost, holding_cost):
    once, four_times = economic_order_quantity([demand, 4 * demand], order_cost=order_cost, holding_cost=holding_cost)
    assert four_times == pytest.approx(2 * once)


def test_no_demand_is_nothing_and_an_unknown_cost_is_unknown():
    size = economic_order_quantity([0, 100, 100], order_cost=[5, np.nan, 5], holding_cost=[1, 1, np.nan])
    assert size[0] == 0
    assert np.isnan(size[1:]).all()


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({"annual_demand": -1, "order_cost": 5, "holding_cost": 1}, "annual_demand must be zero or more, got -1"),
        ({"annual_demand": 1, "order_cost": -5, "holding_cost": 1}, "order_cost must be zero or more, got -5"),
        ({"annual_demand": 1, "order_cost": 5, "holding_cost": 0}, "holding_cost must be above zero, got 0"),
        ({"annual_demand": "many", "order_cost": 5, "holding_cost": 1}, "annual_demand must be numbers, got 'many'"),
    ],
)
def test_bad_values_are_named(terms, message):
    with pytest.raises(ValueError, match=message):
        economic_order_quantity(**terms)


def test_an_order_of_nothing_has_no_cost():
    with pytest.raises(ValueError, match="order_size must be above zero, got 0"):
        yearly_cost(0, annual_demand=10, order_cost=5, holding_cost=1)
