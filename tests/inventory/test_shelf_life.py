from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from inventory.decision import decide
from inventory.demand import normal_demand, poisson_demand
from inventory.intervals import order_intervals
from inventory.policy import Stock
from inventory.shelf_life import shelf_life_limit
from tests.inventory import oracle
from tests.inventory.examples import shops, weekly_policy


def limit_of(demand, **conditions):
    policy = weekly_policy(**({"lead_time_days": 2, "review_period_days": 1} | conditions))
    return shelf_life_limit(demand, policy, arrival=order_intervals(policy).arrival)


def test_what_keeps_has_no_limit():
    assert limit_of(poisson_demand(2.0, horizon=14)).tolist() == [np.inf]


def test_what_spoils_is_a_newsvendor_until_the_delivery_is_too_old():
    """Two days until it comes and three on the shelf, fifty a day; price 7, cost 4, salvage 1: ratio one half."""
    limit = limit_of(normal_demand(50.0, 8.0, horizon=14), shelf_life_days=3, price=7, unit_cost=4, salvage_value=1)
    book = oracle.newsvendor_normal_explicit(
        revenue=7, purchase_cost=4, salvage_value=1, demand_mean=250, demand_sd=8 * 5**0.5
    )[0]
    assert limit == [np.ceil(book)]


def test_what_is_sold_out_before_the_delivery_is_not_made_up_for():
    """Fifty a day, two days until it comes: of 100 there nothing is missed, of 30 the sales of 70; never below none."""
    demand, policy = (
        normal_demand([50.0] * 5, 8.0, horizon=14),
        weekly_policy(
            lead_time_days=2, review_period_days=1, shelf_life_days=[3] * 5, price=7, unit_cost=4, salvage_value=1
        ),
    )
    position = np.array([120.0, 100.0, 30.0, -5.0, np.nan])
    limit = shelf_life_limit(demand, policy, arrival=order_intervals(policy).arrival, position=position)
    assert limit.tolist() == [250.0, 250.0, 180.0, 150.0, 250.0]


def test_an_empty_shelf_is_filled_for_the_days_after_the_delivery_only():
    """Bread that comes in ten days and keeps two is bought for two days, however long the shelf is empty."""
    policy = weekly_policy(lead_time_days=10, review_period_days=7, shelf_life_days=2, price=2, unit_cost=1)
    empty = decide(normal_demand(30.0, 1.0, horizon=40), policy, Stock(on_hand=0))
    assert empty.order_quantity == pytest.approx(60, abs=4)


def test_what_earns_more_is_held_longer():
    demand = normal_demand(50.0, 8.0, horizon=14)
    low, high = (limit_of(demand, shelf_life_days=3, unit_cost=4, price=price) for price in (5, 40))
    assert low < 250 < high


def test_what_does_not_cover_its_cost_is_not_worth_ordering():
    assert limit_of(poisson_demand(2.0, horizon=14), shelf_life_days=3, unit_cost=4, price=3).tolist() == [0.0]


def test_without_a_price_as_many_are_bought_as_are_as_likely_to_sell_as_not():
    assert limit_of(normal_demand(50.0, 8.0, horizon=14), shelf_life_days=3, price=np.nan).tolist() == [250.0]


def test_a_shelf_life_beyond_the_forecast_goes_on_at_the_daily_mean():
    assert limit_of(normal_demand(50.0, 8.0, horizon=14), shelf_life_days=18).tolist() == [700.0 + 6 * 50]


def test_a_salvage_value_of_all_the_cost_bears_no_risk():
    limit = limit_of(normal_demand(50.0, 8.0, horizon=14), shelf_life_days=3, price=7, salvage_value=4)
    assert limit > 330
    assert np.isfinite(limit).all()


@settings(max_examples=25)
@given(shop=shops())
def test_a_longer_shelf_life_never_lowers_the_limit(shop):
    arrival = order_intervals(shop.policy, shop.calendar).arrival
    short, long = (
        shelf_life_limit(shop.demand, _with_shelf_life(shop.policy, days), arrival=arrival) for days in (2, 9)
    )
    assert (short <= long).all()


def _with_shelf_life(policy, days):
    return replace(policy, shelf_life_days=np.full(policy.products, days))


@pytest.mark.parametrize("days", [0, -1])
def test_a_shelf_life_of_nothing_is_refused(days):
    with pytest.raises(ValueError, match=f"shelf_life_days must be above zero, got {days}"):
        weekly_policy(shelf_life_days=days)
