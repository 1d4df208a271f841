import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.order_days import (
    OrderDays,
    SupplierDays,
    any_day,
    every_days,
    never,
    on_weekdays,
    takes_deliveries,
    takes_orders,
    unknown_days,
)

MONDAY = dt.date(2026, 1, 5)


def days_of(order_days, *, days=15, **exceptions):
    supplier = SupplierDays(order_days=order_days, **exceptions)
    return takes_orders(supplier, today=MONDAY, days=days).nonzero()[0].tolist()


def test_every_tuesday_is_tomorrow_and_a_week_later():
    assert days_of(on_weekdays(1)) == [1, 8]


def test_two_weekdays_alternate():
    assert days_of(on_weekdays(3, 0)) == [0, 3, 7, 10, 14]


def test_every_fourteen_days_is_counted_from_its_date_both_ways():
    assert days_of(every_days(14, start=MONDAY)) == [0, 14]
    assert days_of(every_days(14, start=MONDAY + dt.timedelta(days=30))) == [2]
    assert days_of(every_days(14, start=MONDAY - dt.timedelta(days=1))) == [13]


def test_any_day_is_every_day_and_never_is_none():
    assert days_of(any_day(), days=3) == [0, 1, 2]
    assert days_of(unknown_days(), days=3) == [0, 1, 2]
    assert days_of(never()) == []


def test_an_order_day_that_is_closed_falls_away():
    assert days_of(on_weekdays(1), no_orders=frozenset({MONDAY + dt.timedelta(days=1)})) == [8]


def test_deliveries_come_on_their_weekdays_less_holidays():
    supplier = SupplierDays(
        order_days=any_day(), delivery_weekdays=(2, 4), no_deliveries=frozenset({MONDAY + dt.timedelta(days=2)})
    )
    assert takes_deliveries(supplier, today=MONDAY, days=10).nonzero()[0].tolist() == [4, 9]


def test_exceptions_in_the_past_change_nothing():
    long_ago = frozenset({dt.date(2020, 1, 7), dt.date(2040, 1, 3)})
    assert days_of(on_weekdays(1), no_orders=long_ago) == [1, 8]


@pytest.mark.parametrize("days", [0, -14, 400, 2.5])
def test_a_number_of_days_that_is_none_is_refused(days):
    with pytest.raises(ValueError, match=r"days must be whole and between 1 and 365, got "):
        every_days(days, start=MONDAY)


def test_weekdays_are_monday_to_sunday():
    with pytest.raises(ValueError, match=r"weekdays must be between 0 \(Monday\) and 6 \(Sunday\), got 7"):
        on_weekdays(1, 7)
    with pytest.raises(ValueError, match="weekdays must name one weekday or more, got none"):
        on_weekdays()
    with pytest.raises(ValueError, match="delivery_weekdays must name one weekday or more, got none"):
        SupplierDays(order_days=any_day(), delivery_weekdays=())


@given(weekdays=st.sets(st.integers(0, 6), min_size=1), shift=st.integers(0, 400))
def test_tomorrow_sees_the_same_order_days_one_day_nearer(weekdays, shift):
    supplier = SupplierDays(order_days=on_weekdays(*weekdays))
    start = MONDAY + dt.timedelta(days=shift)
    today = takes_orders(supplier, today=start, days=20)
    tomorrow = takes_orders(supplier, today=start + dt.timedelta(days=1), days=19)
    np.testing.assert_array_equal(today[1:], tomorrow)


def test_order_days_can_be_compared():
    assert on_weekdays(4, 1) == OrderDays(kind="weekdays", weekdays=(1, 4))
