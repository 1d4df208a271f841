import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inventory.demand import TotalDemand, poisson_demand
from inventory.lead_time import LeadTimes
from inventory.newsvendor import critical_ratio, expected_profit, newsvendor_units
from inventory.protection import mixed_demand

ONE_DAY = LeadTimes(np.array([[1]]), np.array([[1.0]]))


def season(demand):
    return mixed_demand(demand, ONE_DAY)


def test_the_ratio_weighs_what_is_earned_against_what_is_lost():
    assert critical_ratio([5.0, 3.0, 2.0], cost=2.0, salvage_value=1.0).tolist() == [0.75, 0.5, 0.0]


def test_a_price_below_cost_is_worth_nothing():
    ratio = critical_ratio(2.0, cost=3.0)
    assert ratio == 0
    assert newsvendor_units(season(poisson_demand(9.0, horizon=1)), ratio=ratio).tolist() == [0.0]


def test_what_is_unknown_stays_unknown():
    assert np.isnan(critical_ratio([np.nan, 2.0], cost=[1.0, np.nan])).all()


@pytest.mark.parametrize(
    ("money", "message"),
    [
        ({"price": -1.0, "cost": 1.0}, "price must be zero or more, got -1"),
        ({"price": 3.0, "cost": 1.0, "salvage_value": 1.0}, "salvage_value must be below the cost, got 1"),
    ],
)
def test_money_that_cannot_be_is_refused(money, message):
    price = money.pop("price")
    with pytest.raises(ValueError, match=message):
        critical_ratio(price, **money)


def test_a_ratio_of_one_is_refused():
    with pytest.raises(ValueError, match="ratio must be 0 or more and below 1, got 1"):
        newsvendor_units(season(poisson_demand(9.0, horizon=1)), ratio=1.0)


@settings(max_examples=60)
@given(
    weights=st.lists(st.integers(1, 9), min_size=2, max_size=9),
    cost=st.integers(1, 9),
    earned=st.integers(1, 9),
    salvage=st.floats(0, 0.9),
)
def test_no_other_whole_number_earns_more(weights, cost, earned, salvage):
    """Any distribution on 0, 1, 2, ...: profit by hand for every quantity."""
    chance = np.array(weights) / sum(weights)
    price, worth = cost + earned, salvage * cost
    ratio = float(critical_ratio(price, cost=cost, salvage_value=worth))
    levels = np.unique(np.clip([*np.cumsum(chance)[:-1], ratio, 0.9999], 1e-6, 0.9999))
    values = np.searchsorted(np.cumsum(chance) - 1e-9, levels)
    demand = TotalDemand([[chance @ np.arange(chance.size)]], levels, [[values]])
    chosen = int(newsvendor_units(season(demand), ratio=ratio)[0])
    sold = np.minimum(np.arange(chance.size)[:, None], np.arange(chance.size))
    profit = (price - worth) * (sold * chance).sum(axis=1) - (cost - worth) * np.arange(chance.size)
    assert profit[min(chosen, chance.size - 1)] == pytest.approx(profit.max(), abs=1e-6 * price)


def test_profit_is_what_is_sold_at_the_price_less_what_was_bought():
    sure = TotalDemand([[10.0]], [0.5, 0.9], [[[10, 10]]])
    earned = [expected_profit(season(sure), units, price=5, cost=2, salvage_value=1).item() for units in (8, 10, 12)]
    assert earned == [24.0, 30.0, 28.0]
