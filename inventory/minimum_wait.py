"""On which later order day a supplier's minimum is reached by itself, and what waiting for it would cost.

Money, days from today.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import FloatArray, IntArray
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.lead_time import LeadTimes
from inventory.order_calendar import NEVER, OrderCalendar
from inventory.order_quantity import rounded_order
from inventory.policy import Policy
from inventory.protection import mixed_demand
from inventory.waiting import OrderOpportunities, opportunities


@dataclass(frozen=True, eq=False, kw_only=True)
class Waits:
    """For each supplier (suppliers,) days to the first later order day that reaches its minimum, and the margin lost.

    NaN where no order day of the next eight weeks does; the margin counts what is known of prices and costs.
    """

    days: FloatArray
    cost: FloatArray


def waits(
    demand: TotalDemand,
    policy: Policy,
    decision: Decision,
    *,
    supplier: IntArray,
    minimum_value: FloatArray,
    calendar: OrderCalendar | None = None,
) -> Waits:
    """When each supplier's order would reach the minimum if nothing is ordered before, by expected sales.

    supplier: index of each product's (products,). minimum_value: money (suppliers,).
    """
    chances = opportunities(policy, calendar=calendar, horizon=demand.horizon)
    days, cost = np.full(minimum_value.size, np.nan), np.full(minimum_value.size, np.nan)
    for later in range(1, chances.order_in.shape[1]):
        value = np.bincount(supplier, _value_on(demand, policy, decision, chances, later), minimum_value.size)
        reached = np.flatnonzero((value >= minimum_value) & (value > 0) & np.isnan(days))
        if reached.size:
            lost = np.bincount(supplier, _lost_until(demand, policy, decision, chances, later), minimum_value.size)
            day = np.where(chances.order_in[:, later] == NEVER, np.inf, chances.order_in[:, later])
            soonest = np.full(minimum_value.size, np.inf)
            np.minimum.at(soonest, supplier, day)
            days[reached], cost[reached] = soonest[reached], lost[reached]
    return Waits(days=days, cost=cost)


def _value_on(
    demand: TotalDemand, policy: Policy, decision: Decision, chances: OrderOpportunities, later: int
) -> FloatArray:
    """Price of the orders (products,) that are expected to be due on a later order day."""
    day = chances.order_in[:, later]
    left = decision.inventory_position - demand.expected(np.maximum(day, 0))
    order = rounded_order(decision.order_up_to - left, moq=policy.moq, pack_size=policy.pack_size)
    due = (left <= decision.reorder_point) & decision.active & decision.orderable & (day != NEVER)
    return np.nan_to_num(np.where(due, order * policy.unit_cost, 0.0))


def _lost_until(
    demand: TotalDemand, policy: Policy, decision: Decision, chances: OrderOpportunities, later: int
) -> FloatArray:
    """Margin (products,) expected to be lost because the order arrives on the later day and not on the next."""
    position = np.nan_to_num(decision.inventory_position)
    short = [
        mixed_demand(demand, LeadTimes(np.maximum(days, 0)[:, None], np.ones((days.size, 1)))).expected_short(position)
        for days in (chances.arrival_in[:, 0], chances.arrival_in[:, later])
    ]
    counts = decision.active & (chances.arrival_in[:, later] != NEVER) & ~np.isnan(decision.inventory_position)
    lost = np.maximum(short[1] - short[0], 0.0) * np.maximum(policy.margin, 0.0)
    return np.nan_to_num(np.where(counts, lost, 0.0))
