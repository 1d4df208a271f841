"""The levels an order aims at: reorder point and order-up-to level of every product, and what they are made of.

Units, days, shares.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from inventory.check import FloatArray
from inventory.demand import TotalDemand
from inventory.fill_rate import Cycle, fill_rate_units
from inventory.intervals import Intervals
from inventory.lead_time import LeadTimes
from inventory.lot_size import lot_size, policy_eoq
from inventory.policy import Policy
from inventory.protection import ProtectionDemand, mixed_demand
from inventory.safety_stock import reorder_point, safety_stock
from inventory.shelf_life import shelf_life_limit
from inventory.simple_rule import simple_threshold

Rule = Literal["quantile", "simple"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Levels:
    """Arrays (products,); made by `levels`.

    expected_demand + safety_stock + lot + shelf_life_cut = order_up_to, exactly, in tenths of a unit. reorder_point:
    the first two, no higher than the order-up-to level. eoq: NaN where a cost is unknown. shelf_life_limit: inf where
    a product keeps. service_level_reached: P(demand over the protection interval <= reorder point).
    """

    expected_demand: FloatArray
    safety_stock: FloatArray
    reorder_point: FloatArray
    eoq: FloatArray
    lot: FloatArray
    shelf_life_limit: FloatArray
    shelf_life_cut: FloatArray
    order_up_to: FloatArray
    service_level_reached: FloatArray


def levels(
    demand: TotalDemand,
    policy: Policy,
    intervals: Intervals,
    *,
    rule: Rule = "quantile",
    average_daily_sales: FloatArray | None = None,
    position: FloatArray | None = None,
) -> Levels:
    """The levels of all products under a rule, see `decide`. Raises ValueError as it does.

    position (products,): units there and on the way, for what spoils, see `shelf_life_limit`.
    """
    protection = mixed_demand(demand, intervals.protection)
    daily = demand.daily_mean
    eoq = policy_eoq(policy, daily_demand=daily)
    lot = lot_size(eoq, daily_demand=daily, maximum_cover_days=policy.maximum_cover_days)
    if rule == "quantile":
        point = service_point(demand, policy, intervals, protection=protection, lot=lot)
    else:
        point = _simple_point(rule, average_daily_sales, products=demand.products)
    expected = protection.expected.round(1)
    limit = shelf_life_limit(demand, policy, arrival=intervals.arrival, position=position)
    up_to = np.minimum(point + lot, limit).round(1)
    reached = np.minimum(point, up_to)
    return Levels(
        expected_demand=expected,
        safety_stock=safety_stock(point, expected_demand=expected),
        reorder_point=reached,
        eoq=eoq,
        lot=lot,
        shelf_life_limit=limit,
        shelf_life_cut=(up_to - (point + lot)).round(1) + 0.0,
        order_up_to=up_to,
        service_level_reached=protection.probability(reached),
    )


def service_point(
    demand: TotalDemand, policy: Policy, intervals: Intervals, *, protection: ProtectionDemand, lot: FloatArray
) -> FloatArray:
    """Whole units at or below which to order so that the promise holds (products,), as cycle service or fill rate."""
    point = reorder_point(protection, service_level=policy.service_level)
    chosen = np.flatnonzero(policy.by_fill_rate)
    if chosen.size:
        some, start, end = demand.only(chosen), _of(intervals.arrival, chosen), _of(intervals.protection, chosen)
        # Looked at every moment, an order cycle still is a day.
        start = LeadTimes(np.clip(start.days, 0, np.maximum(end.days - 1, 0)), start.probabilities)
        cycle = Cycle(
            until_start=mixed_demand(some, start),
            until_end=mixed_demand(some, end),
            lot=lot[chosen],
            usual=some.daily_mean * (end.mean - start.mean),
        )
        point[chosen] = fill_rate_units(cycle, level=policy.service_level[chosen])
    return point


def _of(days: LeadTimes, products: np.ndarray[tuple[int], np.dtype[np.int64]]) -> LeadTimes:
    return LeadTimes(days.days[products], days.probabilities[products])


def _simple_point(rule: str, average_daily_sales: FloatArray | None, *, products: int) -> FloatArray:
    if rule != "simple":
        raise ValueError(f"rule must be quantile or simple, got {rule}")
    if average_daily_sales is None:
        raise ValueError("average_daily_sales must be given for the simple rule, got None")
    threshold = simple_threshold(average_daily_sales)
    if threshold.shape != (products,):
        raise ValueError(f"average_daily_sales must have one value per product, got the shape {threshold.shape}")
    return threshold
