"""A plan orders on its suppliers' days: what cannot be ordered today is advised for the day on which it can."""

import datetime as dt

import pandas as pd
import pytest

from app.planning.order_days import supplier_days
from app.planning.supplier_terms import supplier_terms
from data.shop_settings import ShopSettings
from tests.app.shops import NO_CLOSURES, NO_DELIVERIES, TODAY, plan_of, supplier_table
from tests.inventory.long_run import long_run

TUESDAYS = {"order_days": "Tue", "lead_time_days": 2.0}
TEA = {"supplier": "Tea house", "on_hand": 1.0, "unit_cost": 4.0}


def test_without_order_days_every_plan_is_made_on_one() -> None:
    plan = plan_of({**TEA, "supplier": None}, TEA)
    assert plan.orderable_today.tolist() == [True, True]
    assert plan.quantity_today.tolist() == plan.quantity.tolist()


def test_what_is_ordered_tomorrow_is_advised_for_tomorrow_and_not_ordered_today() -> None:
    plan = plan_of(TEA, suppliers={"Tea house": TUESDAYS})
    assert TODAY.weekday() == 0
    assert plan.decision.order_in_days.tolist() == [1]
    assert not plan.orderable_today[0]
    assert plan.quantity[0] > 0
    assert plan.quantity_today.tolist() == [0]


def test_the_order_must_last_until_the_order_after_it_arrives() -> None:
    plan = plan_of(TEA, suppliers={"Tea house": TUESDAYS})
    assert plan.decision.protection_days.tolist() == [1 + 7 + 2]


def test_a_closed_supplier_is_ordered_from_on_its_next_day() -> None:
    closed = pd.DataFrame(
        {"supplier": ["Tea house"], "first_day": [pd.Timestamp(2024, 3, 12)], "last_day": [pd.Timestamp(2024, 3, 13)]}
    )
    plan = plan_of(TEA, suppliers={"Tea house": TUESDAYS}, closures=closed)
    assert plan.decision.order_in_days.tolist() == [8]


@pytest.mark.parametrize(("closed", "following"), [(True, 42), (False, 21)])
def test_public_holidays_count_where_the_supplier_keeps_them(closed: bool, following: int) -> None:
    """Orders are taken every three weeks; the next but this would be on Easter Monday, the first of April 2024."""
    every = {"order_days": "every 21 days from 2024-04-01", "lead_time_days": 2.0, "closed_on_holidays": closed}
    plan = plan_of(TEA, suppliers={"Tea house": every}, settings=ShopSettings(country="FR"), country="FR")
    assert plan.decision.order_in_days.tolist() == [0]
    assert plan.decision.protection_days.tolist() == [following + 2]


def test_a_supplier_who_takes_no_orders_gets_none() -> None:
    plan = plan_of(TEA, suppliers={"Tea house": {"order_days": "never"}})
    assert plan.quantity.tolist() == [0]
    assert not plan.orderable_today[0]


def test_what_if_knows_the_usual_days_between_orders() -> None:
    plan = plan_of(TEA, {**TEA, "supplier": "Any"}, suppliers={"Tea house": TUESDAYS, "Any": {"order_days": "any"}})
    assert plan.policy.review_period_days.tolist() == [7, 7]
    assert plan.long_run_policy.review_period_days.tolist() == [7, 1]
    result = long_run(plan.demand, plan.long_run_policy)
    assert result.average_stock[1] < result.average_stock[0]


def test_a_fortnights_closure_does_not_stretch_the_usual_days_between_orders() -> None:
    closed = pd.DataFrame({"supplier": ["Tea house"], "first_day": ["2024-07-01"], "last_day": ["2024-07-14"]})
    weekdays = {"order_days": "Mon, Tue, Wed, Thu, Fri"}
    plan = plan_of(
        TEA, {**TEA, "supplier": "Mill"}, suppliers={"Tea house": TUESDAYS, "Mill": weekdays}, closures=closed
    )
    assert plan.long_run_policy.review_period_days.tolist() == [7, 1]


def test_the_outlook_begins_with_the_advised_order_on_its_day() -> None:
    plan = plan_of(TEA, suppliers={"Tea house": TUESDAYS})
    assert plan.outlook.ordered[0, :2].tolist() == [0, plan.quantity[0]]
    assert plan.outlook.arriving[0, 3] == plan.quantity[0]


def test_what_would_come_on_a_closed_day_of_the_shop_comes_on_the_next_open_one() -> None:
    """Ordered on Monday 11 March 2024, two days to come; nobody is in from the 13th to the 15th."""
    closed = frozenset(dt.date(2024, 3, day) for day in (13, 14, 15))
    terms = supplier_terms(
        supplier_table({"Tea house": {"order_days": "any", "lead_time_days": 2.0}}),
        closures=NO_CLOSURES,
        deliveries=NO_DELIVERIES,
        products=pd.DataFrame({"supplier": ["Tea house"], "lead_time_days": [2.0], "lead_time_sd_days": [0.0]}),
        shop_closed=closed,
    )
    (days,) = supplier_days(terms, holidays=frozenset())[:1]
    assert (days.no_orders, days.no_deliveries) == (frozenset(), closed)
