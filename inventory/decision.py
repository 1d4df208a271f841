"""What to order now, for all products at once.

The policy is (R, s, S): look on order days; where the inventory position is at or below the reorder point s, order up
to S = s + lot (Silver, Pyke and Thomas 2017, ch. 7). Units, days, shares.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from inventory.check import BoolArray, FloatArray
from inventory.demand import TotalDemand
from inventory.lead_time import whole_days
from inventory.lot_size import lot_size, policy_eoq
from inventory.order_quantity import inventory_position, rounded_order
from inventory.policy import Policy, Stock
from inventory.protection import ProtectionDemand, protection_demand
from inventory.safety_stock import reorder_point, safety_stock
from inventory.simple_rule import simple_threshold

Rule = Literal["quantile", "simple"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Decision:
    """Everything about the orders, arrays (products,); made by `decide`.

    expected_demand, safety_stock: over lead time plus review period, one decimal each, together exactly the
    reorder_point. eoq: NaN where a cost is unknown. lot: the part of it that is used, whole units.
    order_up_to = reorder_point + lot. on_hand (NaN: not counted), on_order (NaN counts as 0), inventory_position: three
    decimals. need = order_up_to - inventory_position. order_quantity: 0 where nothing is ordered, NaN where on_hand is
    unknown. days_of_cover: position / daily_demand, NaN without demand or count. service_level_reached:
    P(demand over the protection interval <= reorder_point). protection_days: mean lead time plus review
    period. lead_time_demand: expected over the mean lead time in whole days.
    """

    rule: Rule
    protection_days: FloatArray
    daily_demand: FloatArray
    lead_time_demand: FloatArray
    expected_demand: FloatArray
    safety_stock: FloatArray
    reorder_point: FloatArray
    eoq: FloatArray
    lot: FloatArray
    order_up_to: FloatArray
    on_hand: FloatArray
    on_order: FloatArray
    inventory_position: FloatArray
    need: FloatArray
    order_quantity: FloatArray
    days_of_cover: FloatArray
    service_level: FloatArray
    service_level_reached: FloatArray
    pack_size: FloatArray
    moq: FloatArray
    active: BoolArray

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.order_quantity.size)


def decide(
    demand: TotalDemand,
    policy: Policy,
    stock: Stock,
    *,
    rule: Rule = "quantile",
    average_daily_sales: FloatArray | None = None,
) -> Decision:
    """Reorder points, order-up-to levels and order quantities of all products.

    rule "quantile": s is the service-level quantile of demand over the protection interval, rounded up. rule "simple":
    s is 1.5 x average_daily_sales (products,), then required; the service level it reaches is still the true one. An
    order is the need rounded up to whole packs and the minimum; products that are not active order 0. Raises
    ValueError where sizes differ or the demand does not reach over the protection interval.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90, pack_size=6, unit_cost=4)
    >>> decision = decide(poisson_demand(2.0, horizon=28), policy, Stock(on_hand=10))
    >>> decision.reorder_point, decision.eoq.round(1), decision.order_up_to, decision.order_quantity
    (array([37.]), array([85.4]), array([122.]), array([114.]))
    """
    _check_sizes(demand, policy, stock)
    protection = protection_demand(demand, policy)
    daily = demand.daily_mean
    expected = protection.expected.round(1)
    point = _reorder_point(protection, policy, rule=rule, average_daily_sales=average_daily_sales)
    eoq = policy_eoq(policy, daily_demand=daily)
    lot = lot_size(eoq, daily_demand=daily, maximum_cover_days=policy.maximum_cover_days)
    position = inventory_position(stock.on_hand, stock.on_order)
    need = (point + lot - position).round(3)
    return Decision(
        rule=rule,
        protection_days=policy.lead_time_days + policy.review_period_days,
        daily_demand=daily,
        lead_time_demand=demand.expected(whole_days(policy.lead_time_days)),
        expected_demand=expected,
        safety_stock=safety_stock(point, expected_demand=expected),
        reorder_point=point,
        eoq=eoq,
        lot=lot,
        order_up_to=(point + lot).round(1),
        on_hand=stock.on_hand,
        on_order=stock.on_order,
        inventory_position=position,
        need=need,
        order_quantity=_order_quantity(policy, stock, need=need, due=~(position > point)),
        days_of_cover=np.divide(position, daily, out=np.full(daily.shape, np.nan), where=daily > 0),
        service_level=policy.service_level,
        service_level_reached=protection.probability(point),
        pack_size=policy.pack_size,
        moq=policy.moq,
        active=stock.active,
    )


def _reorder_point(
    protection: ProtectionDemand, policy: Policy, *, rule: Rule, average_daily_sales: FloatArray | None
) -> FloatArray:
    if rule == "quantile":
        return reorder_point(protection, service_level=policy.service_level)
    if rule != "simple":
        raise ValueError(f"rule must be quantile or simple, got {rule}")
    if average_daily_sales is None:
        raise ValueError("average_daily_sales must be given for the simple rule, got None")
    threshold = simple_threshold(average_daily_sales)
    if threshold.shape != protection.expected.shape:
        raise ValueError(f"average_daily_sales must have one value per product, got the shape {threshold.shape}")
    return threshold


def _order_quantity(policy: Policy, stock: Stock, *, need: FloatArray, due: BoolArray) -> FloatArray:
    order = rounded_order(need, moq=policy.moq, pack_size=policy.pack_size)
    return np.where(due & stock.active, order, 0.0)


def _check_sizes(demand: TotalDemand, policy: Policy, stock: Stock) -> None:
    for name, size in (("policy", policy.products), ("stock", stock.products)):
        if size != demand.products:
            raise ValueError(f"{name} must have the {demand.products} products of the demand, got {size}")
