"""Days rolled forward: what stock does under several ways of ordering, for all products at once.

The loop is over days only. Units and whole days; demand that finds no stock is lost, not delivered later.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import BoolArray, FloatArray, IntArray, require, require_zero_or_more
from inventory.order_quantity import rounded_order_within, whole_packs
from inventory.policy import Policy
from inventory.spoiling import Ageing

RECORDED = ("on_hand", "received", "sold", "ordered", "on_order", "spoiled")


@dataclass(frozen=True, eq=False, kw_only=True)
class SpoilingLimits:
    """How far a way of ordering minds what spoils, see `shelf_life_limit`: arrays (days, ways, products).

    position: units there and on the way beyond which stock would spoil, inf where that is not minded. until_arrival:
    units expected to sell before an order arrives.
    """

    position: FloatArray
    until_arrival: FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class OrderLevels:
    """When to order and up to what, as decided on each morning: arrays (days, ways, products), NaN on no order day.

    spoiling: None where no way of ordering minds what spoils.
    """

    reorder_point: FloatArray
    order_up_to: FloatArray
    spoiling: SpoilingLimits | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class StockRecord:
    """What happened, arrays (days, ways, products) in units; made by `simulate`.

    on_hand: at the start of the day. received, sold, ordered: during it. spoiled: thrown away in its evening. on_order:
    at its end. demand: the same for all ways (days, products).
    """

    on_hand: FloatArray
    received: FloatArray
    demand: FloatArray
    sold: FloatArray
    ordered: FloatArray
    on_order: FloatArray
    spoiled: FloatArray

    @property
    def missed(self) -> FloatArray:
        """Units demanded and not on the shelf (days, ways, products)."""
        return np.asarray((self.demand[:, None] - self.sold).round(3), dtype=np.float64)

    def since(self, day: int) -> "StockRecord":
        """The record from a day on, by row."""
        parts = {name: getattr(self, name)[day:] for name in self.__dataclass_fields__}
        return StockRecord(**parts)

    def beside(self, other: "StockRecord") -> "StockRecord":
        """The ways of this record, then those of another over the same days, products and demand."""
        ways = {
            name: np.concatenate((getattr(self, name), getattr(other, name)), axis=1)
            for name in self.__dataclass_fields__
            if name != "demand"
        }
        return StockRecord(demand=self.demand, **ways)

    def only(self, products: BoolArray | IntArray) -> "StockRecord":
        """The record of some products."""
        parts = {name: getattr(self, name)[..., products] for name in self.__dataclass_fields__}
        return StockRecord(**parts)


def simulate(
    levels: OrderLevels, *, demand: FloatArray, on_hand: FloatArray, policy: Policy, lead_days: IntArray
) -> StockRecord:
    """Roll the shop forward under every way of ordering.

    On the morning of a day each way sees its position, on hand plus on order; at or below the reorder point it orders
    what is missing to its order-up-to level, in packs and above the minimum. What was ordered `lead_days` mornings ago
    is put on the shelf, then the day's demand is served as far as the shelf goes. So an order covers the
    days until the one after it arrives, lead time plus review period (Silver, Pyke and Thomas 2017, ch. 6). What has a
    shelf life is sold by age, the oldest first, and thrown away in the evening of its last day, whoever ordered it; a
    way with a limit orders no further than that, as `decide` does.

    demand: (days, products). on_hand: (ways, products) on the first morning, fresh, nothing being on order. policy:
    packs, minimums and shelf lives. lead_days: whole days (products,), or (days, products) by the morning of the order.
    Units are rounded to three decimals. Raises ValueError for shapes that do not fit and negative numbers.

    >>> weekly = Policy(lead_time_days=1, review_period_days=1, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> level = np.array([4.0, 4.0, 4.0]).reshape(3, 1, 1)
    >>> record = simulate(OrderLevels(reorder_point=level, order_up_to=level), demand=np.array([[3.0], [2.0], [1.0]]),
    ...                   on_hand=np.array([[4.0]]), policy=weekly, lead_days=np.array([1]))
    >>> record.on_hand.ravel(), record.ordered.ravel(), record.sold.ravel(), record.on_order.ravel()
    (array([4., 1., 0.]), array([0., 3., 1.]), array([3., 1., 1.]), array([0., 3., 1.]))
    """
    days, ways, products = _checked(levels, demand=demand, on_hand=on_hand, policy=policy, lead_days=lead_days)
    lead = np.broadcast_to(lead_days, (days, products))
    due = np.zeros((days + int(lead.max(initial=0)) + 1, ways, products))
    record = {name: np.zeros((days, ways, products)) for name in RECORDED}
    shelf, coming, each = on_hand.round(3), np.zeros((ways, products)), np.arange(products)
    spoils = np.flatnonzero(~np.isnan(policy.shelf_life_days))
    ageing = Ageing(policy.shelf_life_days[spoils], on_hand=shelf[:, spoils], days=days)
    is_order_day = np.asarray((~np.isnan(levels.reorder_point)).any(axis=(1, 2)))
    for day in range(days):
        record["on_hand"][day] = shelf
        if is_order_day[day]:
            order = _order(levels, day, position=(shelf + coming).round(3), policy=policy)
            due[day + lead[day], :, each] += order.T
            record["ordered"][day] = order
            coming = coming + order
        received = due[day]
        sold = np.minimum(shelf + received, demand[day])
        coming = (coming - received).round(3)
        shelf = (shelf + received - sold).round(3)
        if spoils.size:
            old = ageing.thrown_away(day, received=received[:, spoils], sold=sold[:, spoils])
            shelf[:, spoils] = (shelf[:, spoils] - old).round(3)
            record["spoiled"][day][:, spoils] = old
        for name, units in (("received", received), ("sold", sold), ("on_order", coming)):
            record[name][day] = units
    return StockRecord(demand=demand, **record)


def _order(levels: OrderLevels, day: int, *, position: FloatArray, policy: Policy) -> FloatArray:
    # A NaN level compares as false: no order day, no order.
    is_due = position <= levels.reorder_point[day]
    need = np.where(is_due, levels.order_up_to[day] - position, 0.0).round(3)
    order = whole_packs(need, moq=policy.moq, pack_size=policy.pack_size)
    spoils = np.flatnonzero(~np.isnan(policy.shelf_life_days))
    if spoils.size and levels.spoiling is not None:
        order[:, spoils] = _order_of_what_spoils(
            levels, levels.spoiling, day, spoils=spoils, position=position[:, spoils], policy=policy
        )
    return order


def _order_of_what_spoils(
    levels: OrderLevels, limits: SpoilingLimits, day: int, *, spoils: IntArray, position: FloatArray, policy: Policy
) -> FloatArray:
    """As `decide` orders: what sells out before the arrival is missed, and packs are rounded down to the limit."""
    missed = np.maximum(limits.until_arrival[day][:, spoils] - position, 0.0)
    limit = np.maximum(limits.position[day][:, spoils] - missed, 0.0)
    up_to = np.minimum(levels.order_up_to[day][:, spoils], limit)
    is_due = position <= np.minimum(levels.reorder_point[day][:, spoils], up_to)
    moq, pack = policy.moq[spoils], policy.pack_size[spoils]
    order = whole_packs(np.where(is_due, up_to - position, 0.0).round(3), moq=moq, pack_size=pack)
    return rounded_order_within(limit - position, order=order, moq=moq, pack_size=pack)


def _checked(
    levels: OrderLevels, *, demand: FloatArray, on_hand: FloatArray, policy: Policy, lead_days: IntArray
) -> tuple[int, int, int]:
    days, ways, products = levels.reorder_point.shape
    shapes = {
        "order_up_to": (levels.order_up_to.shape, (days, ways, products)),
        "demand": (demand.shape, (days, products)),
        "on_hand": (on_hand.shape, (ways, products)),
        "policy": ((policy.products,), (products,)),
        "lead_days": (lead_days.shape[-1:], (products,)),
    }
    for name, (found, wanted) in shapes.items():
        if found != wanted:
            raise ValueError(f"{name} must have the shape {wanted}, got {found}")
    require_zero_or_more("demand", demand)
    require_zero_or_more("on_hand", on_hand)
    require("lead_days", lead_days.astype(np.float64), lead_days >= 0, rule="zero or more")
    return days, ways, products
