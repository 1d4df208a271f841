"""Which day it is for orders."""

import datetime as dt

import pytest

from app.desk import Desk
from app.ordering.order_days import RECENT_DAYS, plan_day, working_day

PLAN_DAY = dt.date(2024, 3, 11)


def test_the_plan_is_for_the_day_after_the_sales(small_desk: Desk) -> None:
    assert plan_day(small_desk.shop) == PLAN_DAY


def test_a_shop_without_sales_has_no_day(desk: Desk) -> None:
    assert plan_day(desk.shop) is None


@pytest.mark.parametrize(
    ("days", "is_calendars"), [(-1, False), (0, True), (RECENT_DAYS, True), (RECENT_DAYS + 1, False)]
)
def test_the_calendar_counts_while_the_sales_are_recent(days: int, is_calendars: bool) -> None:
    calendar_day = PLAN_DAY + dt.timedelta(days=days)
    assert working_day(PLAN_DAY, calendar_day=calendar_day) == (calendar_day if is_calendars else PLAN_DAY)
