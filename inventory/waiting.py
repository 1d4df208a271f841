"""What waiting for a later order day would cost: the margin expected to be lost because the goods come later.

Money, days from today.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import FloatArray, IntArray
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.intervals import order_intervals
from inventory.lead_time import whole_days
from inventory.order_calendar import NEVER, OrderCalendar
from inventory.policy import Policy
from inventory.protection import mixed_demand

WEEKS_AHEAD = 8


@dataclass(frozen=True, eq=False, kw_only=True)
class OrderOpportunities:
    """The coming order days of each product and when their orders arrive: whole days (products, k); NEVER: none."""

    order_in: IntArray
    arrival_in: IntArray


def lost_by_waiting(
    demand: TotalDemand, policy: Policy, decision: Decision, *, calendar: OrderCalendar | None = None
) -> FloatArray:
    """Expected margin lost (products,) where the order is placed a chance later than the next one.

    The units short until the later order arrives, less those short anyway until the next one does, at the product's
    margin. 0 where the supplier takes no orders: waiting changes nothing. NaN where the stock was not counted, or
    price or cost are unknown.
    """
    intervals = order_intervals(policy, calendar)
    position = np.nan_to_num(decision.inventory_position)
    later = mixed_demand(demand, intervals.protection).expected_short(position)
    sooner = mixed_demand(demand, intervals.arrival).expected_short(position)
    lost = np.maximum(later - sooner, 0.0) * np.maximum(policy.margin, 0.0)
    lost = np.where(decision.active & intervals.orderable, lost, 0.0)
    return np.where(np.isnan(decision.inventory_position), np.nan, lost)


def opportunities(policy: Policy, *, calendar: OrderCalendar | None, horizon: int) -> OrderOpportunities:
    """All order days of the next eight weeks whose orders arrive within the horizon, at the mean lead time."""
    lead, review = whole_days(policy.lead_time_days), whole_days(policy.review_period_days)
    day = order_intervals(policy, calendar).order_in
    days, arrivals = [], []
    while (day != NEVER).any():
        arrival = day + lead if calendar is None else calendar.arrival_day(day + lead)
        fits = (day != NEVER) & (day <= 7 * WEEKS_AHEAD) & (arrival <= horizon)
        days.append(np.where(fits, day, NEVER))
        arrivals.append(np.where(fits, arrival, NEVER))
        following = following_order_day(day, calendar=calendar, review=review)
        day = np.where(fits, following, NEVER)
    shape = (policy.products, len(days))
    return OrderOpportunities(
        order_in=np.array(days, dtype=np.int64).T.reshape(shape),
        arrival_in=np.array(arrivals, dtype=np.int64).T.reshape(shape),
    )


def following_order_day(day: IntArray, *, calendar: OrderCalendar | None, review: IntArray) -> IntArray:
    """The order day after each day (products,), NEVER where none is left; review (products,): whole days."""
    if calendar is None:
        return day + np.maximum(review, 1)
    return calendar.order_day_from(day + 1, review_days=review)
