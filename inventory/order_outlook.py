"""The coming eight weeks: what will be ordered on which day, what it will cost, and the stock that follows.

Expected demand is played day by day against the policy, as if every day sold just its mean; loops run over days, never
over products. Day 0 is today. Units, money.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from inventory.cents import to_cents
from inventory.check import BoolArray, FloatArray, IntArray
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.intervals import order_intervals
from inventory.lead_time import whole_days
from inventory.order_calendar import NEVER, OrderCalendar
from inventory.order_quantity import rounded_order
from inventory.policy import Policy
from inventory.shelf_life import shelf_life_limit
from inventory.waiting import following_order_day

OUTLOOK_DAYS = 56
DAYS_WAITED = 14  # that closed days may add to an interval


@dataclass(frozen=True, eq=False, kw_only=True)
class OrderOutlook:
    """Arrays (products, days): units ordered and arriving on each day, stock on hand at its end, and units sold.

    Only what was counted, is active and can be ordered is played; everything else orders nothing and its stock runs
    down from what is known (NaN where it was not counted).
    """

    ordered: FloatArray
    arriving: FloatArray
    on_hand: FloatArray
    sold: FloatArray

    def order_value(self, *, unit_cost: FloatArray, supplier: npt.ArrayLike, suppliers: int) -> FloatArray:
        """Money that the orders to each supplier take on each day (suppliers, days), each line to the cent.

        Known costs only.
        """
        value = np.nan_to_num(to_cents(self.ordered * unit_cost[:, None]))
        total = np.zeros((suppliers, value.shape[1]))
        np.add.at(total, np.asarray(supplier, dtype=np.int64), value)
        return total


@dataclass(frozen=True, eq=False, kw_only=True)
class Minimums:
    """The least orders that suppliers take: money (suppliers,), 0 or NaN: any.

    supplier (products,): index of each product's. fee (suppliers,): for a smaller one, NaN: it is not taken.
    """

    supplier: IntArray
    value: FloatArray
    fee: FloatArray

    def waiting(self, order: FloatArray, *, unit_cost: FloatArray, urgent: BoolArray) -> BoolArray:
        """Products (products,) whose supplier's order is too small and waits.

        It does not where a fee is taken and something ordered is `urgent` (products,).
        """
        places = self.value.size
        worth = np.bincount(self.supplier, np.nan_to_num(order * unit_cost), places)
        hurried = np.bincount(self.supplier, urgent & (order > 0), places) > 0
        waits = (worth > 0) & (worth < self.value) & ~(hurried & ~np.isnan(self.fee))
        return np.asarray(waits[self.supplier], dtype=np.bool_)


def order_outlook(
    demand: TotalDemand,
    policy: Policy,
    decision: Decision,
    *,
    calendar: OrderCalendar | None = None,
    coming: FloatArray | None = None,
    minimums: Minimums | None = None,
    days: int = OUTLOOK_DAYS,
) -> OrderOutlook:
    """The next `days` days if every day sells its mean and every delivery takes its mean lead time.

    The first order is the advised one. On later order days s and S are today's, moved by what is expected to sell
    over that day's own protection interval against today's. coming: units on order by day of arrival (products, days),
    day 0 today; None: all of them come when an order of today would. minimums: a later order that is too small
    waits for an order day on which it is not. Beyond the forecast the daily mean goes on.
    """
    lead, review = whole_days(policy.lead_time_days), whole_days(policy.review_period_days)
    daily = _daily_means(demand, days=days + int((lead + review).max(initial=0)) + DAYS_WAITED)
    total: FloatArray = np.concatenate([np.zeros((demand.products, 1)), np.cumsum(daily, axis=1)], axis=1)
    arriving: FloatArray = np.zeros(daily.shape)
    arriving[:, :days] = _coming(decision, calendar, lead=lead, days=days) if coming is None else coming[:, :days]
    ordered, on_hand, sold = (np.zeros((demand.products, days)) for _ in range(3))
    stock, position = np.maximum(decision.on_hand, 0.0), decision.inventory_position
    first = next_day = _first_order_days(decision)
    later = _as_on_later_days(demand, policy, decision, calendar=calendar)
    for day in range(days):
        stock = stock + arriving[:, day]
        due = next_day == day
        if due.any():
            after = following_order_day(next_day, calendar=calendar, review=review)
            until = np.minimum(_arrival(np.maximum(after, day) + lead, calendar), total.shape[1] - 1)
            moved = total[np.arange(until.size), until] - total[:, day] - decision.expected_demand
            order = np.where(
                first == day, np.nan_to_num(decision.order_quantity), _order(policy, later, position, moved)
            )
            order = np.where(due, order, 0.0)
            if minimums is not None:
                urgent = position < total[np.arange(until.size), until] - total[:, day]
                small = minimums.waiting(order, unit_cost=policy.unit_cost, urgent=urgent)
                order = np.where(small & (first != day), 0.0, order)
            ordered[:, day] = order
            arrival = np.minimum(_arrival(np.full(lead.shape, day) + lead, calendar), arriving.shape[1] - 1)
            arriving[np.arange(arrival.size), arrival] += ordered[:, day]
            stock = stock + np.where(arrival == day, ordered[:, day], 0.0)
            position, next_day = position + ordered[:, day], np.where(due, after, next_day)
        sold[:, day] = np.minimum(stock, daily[:, day])
        stock, position = stock - sold[:, day], position - sold[:, day]
        on_hand[:, day] = stock
    return OrderOutlook(ordered=ordered, arriving=arriving[:, :days], on_hand=on_hand, sold=sold)


def _as_on_later_days(
    demand: TotalDemand, policy: Policy, decision: Decision, *, calendar: OrderCalendar | None
) -> Decision:
    """The decision without what is missed of spoiling goods before the first delivery: no later order knows of it."""
    limit = shelf_life_limit(demand, policy, arrival=order_intervals(policy, calendar).arrival)
    point = decision.expected_demand + decision.safety_stock
    up_to = np.where(np.isinf(limit), decision.order_up_to, np.minimum(point + decision.lot, limit))
    return replace(
        decision,
        order_up_to=up_to,
        reorder_point=np.where(np.isinf(limit), decision.reorder_point, np.minimum(point, up_to)),
    )


def _order(policy: Policy, decision: Decision, position: FloatArray, moved: FloatArray) -> FloatArray:
    """Units to order on a later order day, with levels moved by what is expected to sell in its own interval."""
    need = np.where(position <= decision.reorder_point + moved, decision.order_up_to + moved - position, 0.0)
    return np.nan_to_num(rounded_order(need, moq=policy.moq, pack_size=policy.pack_size))


def _first_order_days(decision: Decision) -> IntArray:
    playing = decision.active & decision.orderable & ~np.isnan(decision.inventory_position)
    return np.where(playing, np.nan_to_num(decision.order_in_days, nan=NEVER), NEVER).astype(np.int64)


def _coming(decision: Decision, calendar: OrderCalendar | None, *, lead: IntArray, days: int) -> FloatArray:
    arrival = np.minimum(_arrival(lead, calendar), days - 1)
    return np.where(np.arange(days) == arrival[:, None], np.nan_to_num(decision.on_order)[:, None], 0.0)


def _arrival(day: IntArray, calendar: OrderCalendar | None) -> IntArray:
    return day if calendar is None else calendar.arrival_day(day)


def _daily_means(demand: TotalDemand, *, days: int) -> FloatArray:
    known = np.diff(demand.mean, axis=1, prepend=0.0)[:, :days]
    beyond = np.repeat(demand.daily_mean[:, None], max(days - demand.horizon, 0), axis=1)
    return np.concatenate([known, beyond], axis=1)
