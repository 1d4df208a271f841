"""How long each order must last: days until the next order arrives, and until the one after it does.

The protection interval runs from today to the arrival of the order AFTER the next one, since what is ordered next must
last until then (Silver, Pyke and Thomas 2017, ch. 6: R + L). With order days both depend on the date.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import BoolArray, IntArray
from inventory.lead_time import LeadTimes, lead_times, whole_days
from inventory.order_calendar import NEVER, OrderCalendar
from inventory.policy import Policy


@dataclass(frozen=True, eq=False, kw_only=True)
class Intervals:
    """Days counted from today, for all products; made by `order_intervals`.

    order_in: days to the next order day (products,), 0 is today; order_after: to the one after. Both are NEVER where
    orders are not taken any more. arrival, protection: days until the orders of these two days arrive, as distributions
    (products, k); where orders are not taken, as if they were today and after a review period, to say what would be
    needed.
    """

    order_in: IntArray
    order_after: IntArray
    arrival: LeadTimes
    protection: LeadTimes

    @property
    def orderable(self) -> BoolArray:
        """Whether the supplier takes orders (products,)."""
        return np.asarray(self.order_in != NEVER, dtype=np.bool_)

    @property
    def longest(self) -> int:
        """The days ahead that a forecast must reach."""
        return int(self.protection.days.max(initial=0))

    def within(self, horizon: int) -> "Intervals":
        """The same, cut to a horizon: for a look back at conditions that reached further than today's forecast."""
        return Intervals(
            order_in=self.order_in,
            order_after=self.order_after,
            arrival=LeadTimes(np.minimum(self.arrival.days, horizon), self.arrival.probabilities),
            protection=LeadTimes(np.minimum(self.protection.days, horizon), self.protection.probabilities),
        )


def order_intervals(policy: Policy, calendar: OrderCalendar | None = None) -> Intervals:
    """The intervals of all products. Without a calendar the next order is today's, the one after a review period later.

    Raises ValueError where the calendar has other products than the policy.

    >>> weekly = Policy(lead_time_days=3, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> order_intervals(weekly).protection.days
    array([[10]])
    """
    lead = lead_times(policy.lead_time_days, policy.lead_time_sd_days)
    review = whole_days(policy.review_period_days)
    if calendar is None:
        return Intervals(
            order_in=np.zeros(policy.products, dtype=np.int64),
            order_after=review,
            arrival=lead,
            protection=LeadTimes(lead.days + review[:, None], lead.probabilities),
        )
    if calendar.products != policy.products:
        raise ValueError(f"calendar must have the {policy.products} products of the policy, got {calendar.products}")
    first = calendar.order_day_from(0, review_days=review)
    second = np.where(first == NEVER, NEVER, _order_after(calendar, first=first, review=review))
    taken = (first != NEVER) & (second != NEVER)
    order, after = np.where(taken, first, 0), np.where(taken, second, review)
    return Intervals(
        order_in=np.where(taken, first, NEVER),
        order_after=np.where(taken, second, NEVER),
        arrival=LeadTimes(calendar.arrival_day(order[:, None] + lead.days), lead.probabilities),
        protection=LeadTimes(calendar.arrival_day(after[:, None] + lead.days), lead.probabilities),
    )


def _order_after(calendar: OrderCalendar, *, first: IntArray, review: IntArray) -> IntArray:
    after = calendar.order_day_from(first + 1, review_days=review)
    # A review period of 0 is every moment: the next order may follow at once.
    known = calendar.known[calendar.supplier]
    return np.where(~known & (review == 0), first, after)
