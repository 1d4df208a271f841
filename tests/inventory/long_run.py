"""The long run of a policy by formulas: what rolling it forward day by day must come near to.

Units, money, events per year.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import FloatArray
from inventory.demand import TotalDemand
from inventory.intervals import order_intervals
from inventory.lead_time import whole_days
from inventory.levels import levels
from inventory.lot_size import DAYS_A_YEAR
from inventory.order_quantity import rounded_order
from inventory.policy import Policy

_SUMMED = (
    "average_stock",
    "money_in_stock",
    "orders_a_year",
    "expected_stockouts_a_year",
    "holding_cost_a_year",
    "ordering_cost_a_year",
)


@dataclass(frozen=True, kw_only=True)
class ShopTotals:
    """Sums over the products; the money of those with a known cost only, `unknown_cost` counts the others."""

    average_stock: float
    money_in_stock: float
    orders_a_year: float
    expected_stockouts_a_year: float
    holding_cost_a_year: float
    ordering_cost_a_year: float
    unknown_cost: int


@dataclass(frozen=True, eq=False, kw_only=True)
class LongRun:
    """The long run of a policy, arrays (products,), and the totals of the shop; made by `long_run`."""

    reorder_point: FloatArray
    safety_stock: FloatArray
    service_level_reached: FloatArray
    order_size: FloatArray
    average_stock: FloatArray
    money_in_stock: FloatArray
    orders_a_year: FloatArray
    expected_stockouts_a_year: FloatArray
    holding_cost_a_year: FloatArray
    ordering_cost_a_year: FloatArray

    @property
    def totals(self) -> ShopTotals:
        """The sums over all products."""
        sums = {name: float(np.nansum(getattr(self, name))) for name in _SUMMED}
        return ShopTotals(**sums, unknown_cost=int(np.isnan(self.money_in_stock).sum()))


def long_run(demand: TotalDemand, policy: Policy) -> LongRun:
    """What the policy means in a year for each product and for the shop.

    order_size: the lot plus the undershoot, what sells between passing the reorder point and the next order day: half
    a review period's sales on average (Silver, Pyke and Thomas 2017, ch. 7). At least what sells in a review period
    (the undershoot then is all of it), a pack and the minimum; 0 without demand. average_stock: safety stock + sales
    of a review period + half the order size - undershoot, never below 0: the middle between the order-up-to level
    and the reorder point less undershoot, without what sells in a lead time and is still on the way. orders_a_year:
    yearly demand / order size. expected_stockouts_a_year: order cycles in which a unit is missed, orders a year x
    (1 - service level reached). The long run knows no order days: the policy's review period counts. Money is NaN where
    the unit cost is unknown.
    """
    aim = levels(demand, policy, order_intervals(policy))
    point, reached = aim.reorder_point, aim.service_level_reached
    safety = (point - aim.expected_demand).round(1)
    review = demand.expected(whole_days(policy.review_period_days))
    size = _order_size(demand, policy, lot=aim.order_up_to - point, review_demand=review)
    yearly = demand.daily_mean * DAYS_A_YEAR
    orders = np.divide(yearly, size, out=np.zeros(size.shape), where=size > 0)
    undershoot = np.clip(2 * review - size, review / 2, review)
    stock = np.maximum(safety + np.where(size > 0, review + size / 2 - undershoot, 0.0), 0.0)
    money = stock * policy.unit_cost
    return LongRun(
        reorder_point=point,
        safety_stock=safety,
        service_level_reached=reached,
        order_size=size,
        average_stock=stock,
        money_in_stock=money,
        orders_a_year=orders,
        expected_stockouts_a_year=orders * (1 - reached),
        holding_cost_a_year=money * policy.holding_rate,
        ordering_cost_a_year=orders * policy.order_cost,
    )


def _order_size(demand: TotalDemand, policy: Policy, *, lot: FloatArray, review_demand: FloatArray) -> FloatArray:
    smallest = rounded_order(1.0, moq=policy.moq, pack_size=policy.pack_size)
    size = np.maximum.reduce([lot + review_demand / 2, review_demand, smallest])
    return np.where(demand.daily_mean > 0, size, 0.0)
