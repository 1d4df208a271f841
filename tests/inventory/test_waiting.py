import datetime as dt

import numpy as np
import pytest

from inventory.decision import decide
from inventory.demand import normal_demand, poisson_demand
from inventory.order_calendar import NEVER, order_calendar
from inventory.order_days import SupplierDays, never, on_weekdays
from inventory.policy import Stock
from inventory.waiting import lost_by_waiting, opportunities
from tests.inventory import oracle
from tests.inventory.examples import weekly_policy

MONDAY = dt.date(2026, 1, 5)


def lost(on_hand, *, calendar=None, active=True, **conditions):
    """Fifty a day give or take 8, at a margin of 3; ordered now it comes in 2 days, a chance later in 9."""
    policy = weekly_policy(**({"lead_time_days": 2, "price": 7} | conditions))
    demand = normal_demand(50.0, 8.0, horizon=30)
    decision = decide(demand, policy, Stock(on_hand=on_hand, active=active), calendar=calendar)
    return lost_by_waiting(demand, policy, decision, calendar=calendar)


@pytest.mark.parametrize("on_hand", [0.0, 80.0, 400.0, 450.0, 500.0])
def test_waiting_loses_the_margin_of_what_is_missing_between_the_two_deliveries(on_hand):
    later, sooner = (oracle.normal_loss(on_hand, 50 * days, 8 * np.sqrt(days))[0] for days in (9, 2))
    assert lost(on_hand) == pytest.approx([3 * (later - sooner)], rel=1e-6, abs=1e-6)


def test_with_plenty_of_stock_waiting_loses_nothing():
    assert lost(5000) == pytest.approx([0.0], abs=1e-9)


def test_what_is_not_known_is_not_made_up():
    assert np.isnan(lost(np.nan)).all()
    assert np.isnan(lost(0, price=np.nan)).all()


def test_what_cannot_or_need_not_be_ordered_loses_nothing_by_waiting():
    closed = order_calendar([SupplierDays(order_days=never())], supplier=[0], today=MONDAY)
    assert lost(0, calendar=closed).tolist() == [0.0]
    assert lost(0, active=False).tolist() == [0.0]


def test_the_chances_to_order_are_the_order_days_whose_goods_come_within_the_forecast():
    calendar = order_calendar(
        [SupplierDays(order_days=on_weekdays(1)), SupplierDays(order_days=never())], supplier=[0, 1], today=MONDAY
    )
    policy = weekly_policy(lead_time_days=[2, 2])
    chances = opportunities(policy, calendar=calendar, horizon=20)
    assert chances.order_in[0][chances.order_in[0] != NEVER].tolist() == [1, 8, 15]
    assert chances.arrival_in[0][:3].tolist() == [3, 10, 17]
    assert (chances.order_in[1] == NEVER).all()


def test_without_order_days_every_review_period_is_a_chance():
    chances = opportunities(weekly_policy(lead_time_days=2), calendar=None, horizon=20)
    assert chances.order_in[0][:3].tolist() == [0, 7, 14]


def test_money_is_lost_only_from_demand_that_there_is():
    policy = weekly_policy(price=7)
    demand = poisson_demand(0.0, horizon=30)
    decision = decide(demand, policy, Stock(on_hand=0))
    assert lost_by_waiting(demand, policy, decision).tolist() == [0.0]
