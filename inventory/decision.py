"""What to order, for all products at once.

The policy is (R, s, S): look on order days; where the inventory position is at or below the reorder point s, order up
to S = s + lot (Silver, Pyke and Thomas 2017, ch. 7). Units, days, shares.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import BoolArray, FloatArray
from inventory.demand import TotalDemand
from inventory.intervals import Intervals, order_intervals
from inventory.lead_time import whole_days
from inventory.levels import Levels, Rule, levels
from inventory.order_calendar import OrderCalendar
from inventory.order_quantity import inventory_position, rounded_order, rounded_order_within
from inventory.policy import Policy, Stock

__all__ = ["Decision", "Rule", "decide"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Decision:
    """Everything about the orders, arrays (products,); made by `decide`.

    expected_demand, safety_stock: over the protection interval, one decimal each, together the reorder_point unless the
    shelf life cuts it. eoq: NaN where a cost is unknown. lot: the part of it that is used, whole units. shelf_life_cut:
    units taken off because they would spoil, 0 or below; shelf_life_limit: the position beyond which they would, inf
    where a product keeps. order_up_to = expected_demand + safety_stock + lot + shelf_life_cut. on_hand (NaN: not
    counted), on_order (NaN counts as 0), inventory_position: three decimals. need = order_up_to - inventory_position.
    order_quantity: 0 where nothing is ordered, NaN where on_hand is unknown. days_of_cover: position / daily_demand,
    NaN without demand or count. service_level_reached: P(demand over the protection interval <= reorder_point).
    protection_days: until the order after the next one arrives, on average. lead_time_demand: expected until the next
    order arrives. order_in_days: to the next order day, on which order_quantity is meant to be ordered, 0 is
    today, NaN where orders are not taken. arrival_in_days: until that order arrives, on average.
    """

    rule: Rule
    protection_days: FloatArray
    order_in_days: FloatArray
    arrival_in_days: FloatArray
    daily_demand: FloatArray
    lead_time_demand: FloatArray
    expected_demand: FloatArray
    safety_stock: FloatArray
    reorder_point: FloatArray
    eoq: FloatArray
    lot: FloatArray
    shelf_life_limit: FloatArray
    shelf_life_cut: FloatArray
    order_up_to: FloatArray
    on_hand: FloatArray
    on_order: FloatArray
    inventory_position: FloatArray
    need: FloatArray
    order_quantity: FloatArray
    days_of_cover: FloatArray
    service_level: FloatArray
    service_level_reached: FloatArray
    by_fill_rate: BoolArray
    pack_size: FloatArray
    moq: FloatArray
    active: BoolArray

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.order_quantity.size)

    @property
    def orderable(self) -> BoolArray:
        """Whether the supplier takes orders (products,)."""
        return ~np.isnan(self.order_in_days)


def decide(
    demand: TotalDemand,
    policy: Policy,
    stock: Stock,
    *,
    calendar: OrderCalendar | None = None,
    rule: Rule = "quantile",
    average_daily_sales: FloatArray | None = None,
) -> Decision:
    """Reorder points, order-up-to levels and order quantities of all products.

    rule "quantile": s is the service-level quantile of demand over the protection interval, rounded up, or the fewest
    units with the promised fill rate. rule "simple": s is 1.5 x average_daily_sales (products,), then required; the
    service level it reaches is still the true one. An order is the need rounded up to whole packs and the minimum, down
    to them where the rest would spoil; products that are not active or whose supplier takes no orders order 0.
    calendar: the suppliers' order days; None: today is an order day and the next comes after the review period. Raises
    ValueError where sizes differ or the demand does not reach over the protection interval.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90, pack_size=6, unit_cost=4)
    >>> decision = decide(poisson_demand(2.0, horizon=28), policy, Stock(on_hand=10))
    >>> decision.reorder_point, decision.eoq.round(1), decision.order_up_to, decision.order_quantity
    (array([37.]), array([85.4]), array([122.]), array([114.]))
    """
    _check_sizes(demand, policy, stock)
    intervals = order_intervals(policy, calendar)
    position = inventory_position(stock.on_hand, stock.on_order)
    aim = levels(demand, policy, intervals, rule=rule, average_daily_sales=average_daily_sales, position=position)
    daily = demand.daily_mean
    need = (aim.order_up_to - position).round(3)
    return Decision(
        rule=rule,
        **_times(demand, policy, intervals, calendar=calendar),
        daily_demand=daily,
        expected_demand=aim.expected_demand,
        safety_stock=aim.safety_stock,
        reorder_point=aim.reorder_point,
        eoq=aim.eoq,
        lot=aim.lot,
        shelf_life_limit=aim.shelf_life_limit,
        shelf_life_cut=aim.shelf_life_cut,
        order_up_to=aim.order_up_to,
        on_hand=stock.on_hand,
        on_order=stock.on_order,
        inventory_position=position,
        need=need,
        order_quantity=_order_quantity(
            policy, aim, position=position, need=need, wanted=stock.active & intervals.orderable
        ),
        days_of_cover=np.divide(position, daily, out=np.full(daily.shape, np.nan), where=daily > 0),
        service_level=policy.service_level,
        service_level_reached=aim.service_level_reached,
        by_fill_rate=policy.by_fill_rate,
        pack_size=policy.pack_size,
        moq=policy.moq,
        active=stock.active,
    )


def _times(
    demand: TotalDemand, policy: Policy, intervals: Intervals, *, calendar: OrderCalendar | None
) -> dict[str, FloatArray]:
    order_in = np.where(intervals.orderable, intervals.order_in, np.nan)
    if calendar is None:  # the owner's own numbers, which need not be whole days
        return {
            "order_in_days": order_in,
            "arrival_in_days": policy.lead_time_days,
            "protection_days": policy.lead_time_days + policy.review_period_days,
            "lead_time_demand": demand.expected(whole_days(policy.lead_time_days)),
        }
    until = demand.expected(np.minimum(intervals.arrival.days, demand.horizon))
    return {
        "order_in_days": order_in,
        "arrival_in_days": intervals.arrival.mean.round(1),
        "protection_days": intervals.protection.mean.round(1),
        "lead_time_demand": (until * intervals.arrival.probabilities).sum(axis=1).round(9),
    }


def _order_quantity(
    policy: Policy, aim: Levels, *, position: FloatArray, need: FloatArray, wanted: BoolArray
) -> FloatArray:
    order = rounded_order(need, moq=policy.moq, pack_size=policy.pack_size)
    room = aim.shelf_life_limit - position
    fitting = rounded_order_within(room, order=order, moq=policy.moq, pack_size=policy.pack_size)
    due = ~(position > aim.reorder_point)
    return np.where(due & wanted, fitting, 0.0)


def _check_sizes(demand: TotalDemand, policy: Policy, stock: Stock) -> None:
    for name, size in (("policy", policy.products), ("stock", stock.products)):
        if size != demand.products:
            raise ValueError(f"{name} must have the {demand.products} products of the demand, got {size}")
