import datetime as dt

import numpy as np
import pytest

from inventory.order_calendar import NEVER, order_calendar, usual_review_days
from inventory.order_days import SupplierDays, any_day, every_days, never, on_weekdays, unknown_days

MONDAY = dt.date(2026, 1, 5)
TUESDAYS = SupplierDays(order_days=on_weekdays(1))
NO_REVIEW = np.array([7])


def calendar_of(supplier, *, today=MONDAY):
    return order_calendar([supplier], supplier=[0], today=today)


def test_the_next_order_day_and_the_one_after_are_a_week_apart():
    calendar = calendar_of(TUESDAYS)
    first = calendar.order_day_from(0, review_days=NO_REVIEW)
    assert first.tolist() == [1]
    assert calendar.order_day_from(first + 1, review_days=NO_REVIEW).tolist() == [8]


def test_never_has_no_next_order_day():
    calendar = calendar_of(SupplierDays(order_days=never()))
    assert calendar.order_day_from(0, review_days=NO_REVIEW).tolist() == [NEVER]


def test_unknown_order_days_follow_the_review_period_from_today():
    calendar = calendar_of(SupplierDays(order_days=unknown_days()))
    days = [calendar.order_day_from(day, review_days=NO_REVIEW).item() for day in (0, 1, 7, 8)]
    assert days == [0, 7, 7, 14]


def test_a_delivery_on_a_closed_day_comes_on_the_next_open_one():
    weekdays_only = SupplierDays(order_days=any_day(), delivery_weekdays=(0, 1, 2, 3, 4))
    assert calendar_of(weekdays_only).arrival_day(np.array([[4, 5, 6, 7]])).tolist() == [[4, 7, 7, 7]]


def test_beyond_two_years_a_delivery_comes_when_it_comes():
    weekdays_only = SupplierDays(order_days=any_day(), delivery_weekdays=(0,))
    assert calendar_of(weekdays_only).arrival_day(np.array([[900]])).tolist() == [[900]]


def test_every_product_follows_its_own_supplier():
    calendar = order_calendar([TUESDAYS, SupplierDays(order_days=any_day())], supplier=[1, 0, 1], today=MONDAY)
    assert calendar.order_day_from(0, review_days=np.array([7, 7, 7])).tolist() == [0, 1, 0]
    assert calendar.only(np.array([1])).order_day_from(0, review_days=NO_REVIEW).tolist() == [1]
    assert (calendar.products, calendar.suppliers) == (3, 2)


@pytest.mark.parametrize(
    ("order_days", "usual"),
    [
        (on_weekdays(1), 7.0),
        (on_weekdays(1, 4), 3.5),
        (every_days(14, start=MONDAY), 14.0),
        (any_day(), 1.0),
    ],
)
def test_the_usual_review_period_is_the_mean_time_between_order_days(order_days, usual):
    assert usual_review_days(calendar_of(SupplierDays(order_days=order_days))) == pytest.approx([usual], rel=0.01)


def test_there_is_no_usual_review_period_without_order_days():
    assert np.isnan(usual_review_days(calendar_of(SupplierDays(order_days=never())))).all()
    assert np.isnan(usual_review_days(calendar_of(SupplierDays(order_days=unknown_days())))).all()


@pytest.mark.parametrize("index", [-1, 1, 0.5])
def test_a_supplier_that_is_not_there_is_refused(index):
    with pytest.raises(ValueError, match="supplier must be the index of one of 1 suppliers, got"):
        order_calendar([TUESDAYS], supplier=[index], today=MONDAY)
