"""Policies, demands and whole random shops for the tests of the inventory room."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from inventory.demand import TotalDemand, normal_demand, poisson_demand
from inventory.order_calendar import OrderCalendar, order_calendar
from inventory.order_days import SupplierDays, any_day, never, on_weekdays, unknown_days
from inventory.policy import Policy, Stock

HORIZON = 50
MONDAY = dt.date(2026, 1, 5)
SUPPLIERS = (
    SupplierDays(order_days=unknown_days()),
    SupplierDays(order_days=any_day(), delivery_weekdays=(0, 3)),
    SupplierDays(order_days=on_weekdays(1), no_orders=frozenset({MONDAY + dt.timedelta(days=8)})),
    SupplierDays(order_days=never()),
)


@dataclass(frozen=True)
class Shop:
    demand: TotalDemand
    policy: Policy
    stock: Stock
    calendar: OrderCalendar | None


def weekly_policy(**changes):
    """Ordered once a week, delivered after a week, promised 95 %."""
    usual = {
        "lead_time_days": 7,
        "review_period_days": 7,
        "order_cost": 5,
        "holding_rate": 0.25,
        "service_level": 0.95,
        "maximum_cover_days": 90,
        "unit_cost": 4,
    }
    return Policy(**(usual | changes))


def _column(products, values):
    return st.lists(values, min_size=products, max_size=products)


@st.composite
def shops(draw, products=5):
    """Normal, Poisson and dead products; fixed and random lead times; unknown costs and counts; packs of all sizes.

    With and without order days; what keeps and what spoils; both kinds of service.
    """
    rate = np.array(draw(_column(products, st.sampled_from([0.0, 0.05, 0.4, 3.0, 27.3]))))
    demand = draw(
        st.sampled_from([poisson_demand(rate, horizon=HORIZON), normal_demand(rate, rate * 0.6 + 0.1, horizon=HORIZON)])
    )
    policy = Policy(
        lead_time_days=draw(_column(products, st.sampled_from([0.0, 1.0, 4.5, 12.0]))),
        lead_time_sd_days=draw(_column(products, st.sampled_from([np.nan, 0.0, 0.5, 3.0]))),
        review_period_days=draw(_column(products, st.integers(0, 14))),
        order_cost=draw(_column(products, st.sampled_from([np.nan, 0.0, 5.0]))),
        holding_rate=0.25,
        service_level=draw(_column(products, st.floats(0.5, 0.999))),
        maximum_cover_days=draw(_column(products, st.integers(1, 120))),
        pack_size=draw(_column(products, st.sampled_from([0.25, 1.0, 6.0, 10.0]))),
        moq=draw(_column(products, st.sampled_from([0.0, 1.0, 15.0, 2.5]))),
        unit_cost=draw(_column(products, st.sampled_from([np.nan, 0.0, 0.8, 30.0]))),
        price=draw(_column(products, st.sampled_from([np.nan, 0.7, 50.0]))),
        shelf_life_days=draw(_column(products, st.sampled_from([np.nan, np.nan, 2.0, 30.0]))),
        by_fill_rate=draw(_column(products, st.booleans())),
    )
    stock = Stock(
        on_hand=draw(_column(products, st.one_of(st.just(np.nan), st.floats(-20, 300), st.integers(-3, 40)))),
        on_order=draw(_column(products, st.one_of(st.just(np.nan), st.floats(0, 60), st.just(0.0)))),
        active=draw(_column(products, st.sampled_from([True, True, True, False]))),
    )
    return Shop(demand, policy, stock, draw(st.one_of(st.none(), calendars(products))))


@st.composite
def calendars(draw, products=5):
    """Order days of every kind, seen from any day of the week."""
    supplier = draw(_column(products, st.integers(0, len(SUPPLIERS) - 1)))
    return order_calendar(SUPPLIERS, supplier=supplier, today=MONDAY + dt.timedelta(days=draw(st.integers(0, 6))))
