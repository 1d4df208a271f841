import datetime as dt

import pytest

from inventory.demand import poisson_demand
from inventory.intervals import order_intervals
from inventory.order_calendar import NEVER, order_calendar
from inventory.order_days import SupplierDays, any_day, never, on_weekdays, unknown_days
from inventory.protection import longest_protection_days, protection_demand
from tests.inventory.examples import weekly_policy

MONDAY = dt.date(2026, 1, 5)


def intervals_of(order_days, *, today=MONDAY, policy=None, **exceptions):
    supplier = SupplierDays(order_days=order_days, **exceptions)
    calendar = order_calendar([supplier], supplier=[0], today=today)
    return order_intervals(policy or weekly_policy(lead_time_days=3), calendar)


def test_without_a_calendar_it_is_lead_time_plus_review_period():
    intervals = order_intervals(weekly_policy(lead_time_days=3))
    assert (intervals.arrival.days.tolist(), intervals.protection.days.tolist()) == ([[3]], [[10]])
    assert (intervals.order_in.tolist(), intervals.order_after.tolist()) == ([0], [7])


@pytest.mark.parametrize(
    ("weekday", "next_order", "arrival", "protection"), [(0, 1, 4, 11), (1, 0, 3, 10), (2, 6, 9, 16)]
)
def test_from_today_to_the_arrival_of_the_order_after_the_next(weekday, next_order, arrival, protection):
    """Tuesdays, three days of delivery: on Monday 1 + 7 + 3, on Tuesday 7 + 3, on Wednesday 6 + 7 + 3."""
    intervals = intervals_of(on_weekdays(1), today=MONDAY + dt.timedelta(days=weekday))
    assert intervals.order_in.tolist() == [next_order]
    assert intervals.arrival.days.tolist() == [[arrival]]
    assert intervals.protection.days.tolist() == [[protection]]


def test_a_holiday_on_the_order_day_lengthens_the_interval_by_a_week():
    closed = frozenset({MONDAY + dt.timedelta(days=8)})
    assert intervals_of(on_weekdays(1), no_orders=closed).protection.days.tolist() == [[18]]


def test_a_holiday_on_the_delivery_day_lengthens_it_by_a_day():
    closed = frozenset({MONDAY + dt.timedelta(days=11)})
    assert intervals_of(on_weekdays(1), no_deliveries=closed).protection.days.tolist() == [[12]]


def test_unknown_order_days_are_as_without_a_calendar():
    intervals, plain = intervals_of(unknown_days()), order_intervals(weekly_policy(lead_time_days=3))
    assert intervals.protection.days.tolist() == plain.protection.days.tolist()
    assert intervals.order_in.tolist() == [0]


def test_a_review_period_of_nothing_is_every_moment():
    policy = weekly_policy(lead_time_days=3, review_period_days=0)
    assert intervals_of(unknown_days(), policy=policy).protection.days.tolist() == [[3]]
    assert intervals_of(any_day(), policy=policy).protection.days.tolist() == [[4]]


def test_never_cannot_be_ordered_and_still_says_what_would_be_needed():
    intervals = intervals_of(never())
    assert intervals.order_in.tolist() == [NEVER]
    assert not intervals.orderable.any()
    assert intervals.protection.days.tolist() == [[10]]


def test_the_forecast_must_reach_to_the_arrival_of_the_order_after_the_next():
    supplier = SupplierDays(order_days=on_weekdays(1))
    calendar = order_calendar([supplier], supplier=[0], today=MONDAY)
    policy = weekly_policy(lead_time_days=3)
    assert longest_protection_days(policy, calendar=calendar) == 11
    expected = protection_demand(poisson_demand(2.0, horizon=11), policy, calendar=calendar).expected
    assert expected.tolist() == [22.0]
    with pytest.raises(ValueError, match="days must be whole and between 0 and the horizon of 10, got 11"):
        protection_demand(poisson_demand(2.0, horizon=10), policy, calendar=calendar)


def test_the_calendar_must_have_the_products_of_the_policy():
    calendar = order_calendar([SupplierDays(order_days=any_day())], supplier=[0, 0], today=MONDAY)
    with pytest.raises(ValueError, match="calendar must have the 1 products of the policy, got 2"):
        order_intervals(weekly_policy(), calendar)


def test_intervals_can_be_cut_to_a_horizon():
    assert order_intervals(weekly_policy()).within(10).protection.days.tolist() == [[10]]
