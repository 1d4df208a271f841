"""Why the quantity is not last time's: its change as a sum over causes, which add up to it exactly.

The causes are changed one after the other in the fixed order of CAUSES, so that each is measured with those before it
at today's values and those after it at last time's. Last time's demand need not be kept: what the other causes leave of
the level's change is the demand's.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from inventory.adjustments import MOVES
from inventory.check import FloatArray
from inventory.demand import TotalDemand
from inventory.intervals import Intervals, order_intervals
from inventory.levels import levels
from inventory.planned import Planned
from inventory.policy import Policy
from inventory.trace import TracePart, decimal

LEVEL_CAUSES = ("demand", "delivery", "service_level", "costs", "shelf_life")
STOCK_CAUSES = ("sold", "received", "below_zero", "count", "on_order")
CLOSING_CAUSES = ("rounding", "due", *MOVES, "override")
CAUSES = LEVEL_CAUSES + STOCK_CAUSES + CLOSING_CAUSES

FIELDS = {
    "delivery": ("lead_time_days", "lead_time_sd_days", "review_period_days"),
    "service_level": ("service_level", "by_fill_rate"),
    "costs": ("unit_cost", "order_cost", "holding_rate", "maximum_cover_days"),
}


@dataclass(frozen=True, eq=False, kw_only=True)
class Changes:
    """Units that each cause adds: (products,) per cause, together exactly after - before; made by `changes`.

    demand: what is expected to sell, and how surely. delivery: lead time and order days. service_level: the promise and
    the rule. costs: the economical order size. shelf_life: with the prices that say how much of what spoils is worth
    buying. sold, received: since last time, as far as they were given; below_zero: what of these moved the record only,
    since no stock is below zero; count: what else moved the stock on hand.
    on_order. rounding: packs and minimum. due: whether an order is due at all. NaN where a quantity is unknown.
    """

    before: FloatArray
    after: FloatArray
    units: dict[str, FloatArray]


def changes(
    before: Planned,
    after: Planned,
    demand: TotalDemand,
    *,
    sold: FloatArray | None = None,
    received: FloatArray | None = None,
    average_daily_sales: FloatArray | None = None,
) -> Changes:
    """What moved the quantities of the same products from one plan to the next.

    demand, average_daily_sales: today's. sold, received: units since last time (products,), 0 when None. Raises
    ValueError where the plans have different numbers of products.
    """
    if not before.decision.products == after.decision.products == demand.products:
        raise ValueError(
            f"before must have the {after.decision.products} products of after, got {before.decision.products}"
        )
    nothing = np.zeros(demand.products)
    units = (
        _level_changes(before, after, demand, average_daily_sales=average_daily_sales)
        | _stock_changes(
            before,
            after,
            sold=nothing if sold is None else sold,
            received=nothing if received is None else received,
        )
        | _closing_changes(before, after)
    )
    return Changes(before=before.quantity, after=after.quantity, units=_as_far_as_known(before, after, units))


def change_parts(changed: Changes, product: int) -> tuple[TracePart, ...]:
    """The causes of one product's change that move it, largest first; empty where a quantity is unknown.

    The amounts add up exactly to the quantity of now less that of last time.
    """
    if np.isnan(changed.before[product]) or np.isnan(changed.after[product]):
        return ()
    parts = [TracePart(cause, decimal(units[product]), {}) for cause, units in changed.units.items()]
    return tuple(sorted((part for part in parts if part.amount != Decimal(0)), key=lambda part: -abs(part.amount)))


def _as_far_as_known(before: Planned, after: Planned, units: dict[str, FloatArray]) -> dict[str, FloatArray]:
    """Where a count is missing, an order that is known all the same is the owner's own or none at all."""
    counted = ~np.isnan(before.decision.need) & ~np.isnan(after.decision.need)
    change = after.quantity - before.quantity
    whole = {"override": before.overridden | after.overridden, "due": ~(before.overridden | after.overridden)}
    each = {cause: np.where(counted, units[cause], np.where(whole.get(cause, False), change, 0.0)) for cause in CAUSES}
    return {cause: np.where(np.isnan(change), np.nan, moved.round(3) + 0.0) for cause, moved in each.items()}


def _level_changes(
    before: Planned, after: Planned, demand: TotalDemand, *, average_daily_sales: FloatArray | None
) -> dict[str, FloatArray]:
    was = order_intervals(before.policy, before.calendar).within(demand.horizon)
    now = order_intervals(after.policy, after.calendar)
    steps: list[tuple[str, Policy, Intervals]] = [("demand", before.policy, was)]
    for cause, names in FIELDS.items():
        changed = {name: getattr(after.policy, name) for name in names}
        steps.append((cause, replace(steps[-1][1], **changed), now))
    reached, units = before.decision.order_up_to, {}
    for cause, policy, intervals in steps:
        rule = before.decision.rule if cause in ("demand", "delivery") else after.decision.rule
        was_there = before.decision.inventory_position
        aim = levels(demand, policy, intervals, rule=rule, average_daily_sales=average_daily_sales, position=was_there)
        up_to = aim.order_up_to
        units[cause], reached = up_to - reached, up_to
    return units | {"shelf_life": after.decision.order_up_to - reached}


def _stock_changes(before: Planned, after: Planned, *, sold: FloatArray, received: FloatArray) -> dict[str, FloatArray]:
    was, now = before.decision, after.decision
    gone, below = was.on_hand - now.on_hand, _below_zero(before) - _below_zero(after)
    return {
        "sold": sold.round(3),
        "received": -received.round(3),
        "below_zero": below.round(3),
        "count": gone - sold.round(3) + received.round(3) - below.round(3),
        "on_order": np.nan_to_num(was.on_order) - np.nan_to_num(now.on_order),
    }


def _below_zero(plan: Planned) -> FloatArray:
    return np.zeros(plan.decision.products) if plan.below_zero is None else plan.below_zero


def _closing_changes(before: Planned, after: Planned) -> dict[str, FloatArray]:
    was, now = before.decision, after.decision
    closing = (now.order_quantity - now.need) - (was.order_quantity - was.need)
    both = (now.order_quantity > 0) & (was.order_quantity > 0)
    return {
        "rounding": np.where(both, closing, 0.0),
        "due": np.where(both, 0.0, closing),
        **{name: _adjusted(after)[name] - _adjusted(before)[name] for name in _adjusted(after)},
    }


def _adjusted(plan: Planned) -> dict[str, FloatArray]:
    nothing = np.zeros(plan.decision.products)
    given = plan.adjustments
    if given is None:
        return dict.fromkeys((*MOVES, "override"), nothing)
    advised = (plan.decision.order_quantity + given.moved).round(3)
    override = np.where(np.isnan(given.override), 0.0, given.override - advised)
    return {name: getattr(given, name) for name in MOVES} | {"override": override}
