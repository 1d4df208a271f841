"""Why this quantity: the parts of one product's order, which add up to it exactly.

Decimal numbers as they are printed, so that the owner can check the sum with a pencil.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np

from inventory.adjustments import MOVES, Adjustments
from inventory.decision import Decision

Outcome = Literal["ordered", "enough_stock", "inactive", "no_order_day", "count_missing"]


@dataclass(frozen=True)
class TracePart:
    """One step of the sum: what it is, the units it adds (or takes away), and what it was worked out from.

    code: expected_sales, safety_stock, threshold (simple rule), lot, shelf_life (where it takes something off),
    on_hand, on_order, then one of rounding, enough_stock, inactive, no_order_day, then the adjustments: decided,
    minimum_top_up, minimum_wait, budget_cut, override.
    """

    code: str
    amount: Decimal
    details: dict[str, float]


@dataclass(frozen=True)
class Trace:
    """The parts in order; their amounts add up exactly to order_quantity, or to order_up_to where that is None.

    need: what is missing before packs and minimum, None where the stock was not counted. It is negative where there
    is more than enough. outcome: of the decision, before adjustments: ordered; enough_stock (position above the reorder
    point, or nothing missing); inactive; no_order_day; count_missing.
    """

    outcome: Outcome
    parts: tuple[TracePart, ...]
    need: Decimal | None
    order_quantity: Decimal | None


def trace_order(decision: Decision, product: int, *, adjustments: Adjustments | None = None) -> Trace:
    """The order of one product (its index) as parts: expected sales + safety stock + lot - on hand - on order = need.

    Then what packs and minimum add ("rounding") or, where nothing is ordered, the part that takes the need back
    to 0, then what was adjusted. An uncounted product has neither stock parts nor a quantity, unless the owner gave
    one: its parts say how many should be there. Raises IndexError for an unknown product.

    >>> from inventory.demand import poisson_demand
    >>> from inventory.decision import decide
    >>> from inventory.policy import Policy, Stock
    >>> policy = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90, pack_size=6, unit_cost=4)
    >>> trace = trace_order(decide(poisson_demand(2.0, horizon=28), policy, Stock(on_hand=10)), 0)
    >>> [f"{part.code} {part.amount}" for part in trace.parts]
    ['expected_sales 28.0', 'safety_stock 9.0', 'lot 85', 'on_hand -10', 'on_order 0', 'rounding 2']
    >>> sum(part.amount for part in trace.parts) == trace.order_quantity
    True
    """
    outcome = _outcome(decision, product)
    counted = not np.isnan(decision.on_hand[product])
    parts = _level_parts(decision, product) + (_stock_parts(decision, product) if counted else ())
    need = total(parts)
    quantity = None if outcome == "count_missing" else decimal(decision.order_quantity[product])
    if quantity is not None:
        parts += (_closing_part(decision, product, outcome=outcome, amount=decimal(float(quantity - need))),)
    if adjustments is not None:
        parts += _adjusted_parts(adjustments, product, so_far=total(parts), known=quantity is not None)
        quantity = None if quantity is None and np.isnan(adjustments.override[product]) else total(parts)
    return Trace(outcome, parts, need if counted else None, quantity)


def total(parts: tuple[TracePart, ...]) -> Decimal:
    """The exact sum of the parts."""
    return sum((part.amount for part in parts), Decimal(0))


def decimal(value: float, decimals: int | None = None) -> Decimal:
    """The number as it is printed: with so many decimals, or with three less idle zeros."""
    if decimals is not None:
        return Decimal(f"{value:.{decimals}f}")
    return Decimal(f"{value:.3f}".rstrip("0").rstrip("."))


def _outcome(decision: Decision, product: int) -> Outcome:
    if not decision.active[product]:
        return "inactive"
    if not decision.orderable[product]:
        return "no_order_day"
    if np.isnan(decision.on_hand[product]):
        return "count_missing"
    return "ordered" if decision.order_quantity[product] > 0 else "enough_stock"


def _level_parts(decision: Decision, product: int) -> tuple[TracePart, ...]:
    lot = TracePart("lot", decimal(decision.lot[product]), {"eoq": float(decision.eoq[product])})
    return *_point_parts(decision, product), lot, *_shelf_life_part(decision, product)


def _point_parts(decision: Decision, product: int) -> tuple[TracePart, ...]:
    days = float(decision.protection_days[product])
    reached = float(decision.service_level_reached[product])
    point = decision.expected_demand[product] + decision.safety_stock[product]
    if decision.rule == "simple":
        return (TracePart("threshold", decimal(point, 1), {"service_level_reached": reached, "days": days}),)
    times = {name: float(getattr(decision, name)[product]) for name in ("order_in_days", "arrival_in_days")}
    safety = {"service_level": float(decision.service_level[product]), "service_level_reached": reached}
    return (
        TracePart("expected_sales", decimal(decision.expected_demand[product], 1), {"days": days} | times),
        TracePart("safety_stock", decimal(decision.safety_stock[product], 1), safety),
    )


def _shelf_life_part(decision: Decision, product: int) -> tuple[TracePart, ...]:
    cut = decimal(decision.shelf_life_cut[product], 1)
    if cut == 0:
        return ()
    return (TracePart("shelf_life", cut, {"limit": float(decision.shelf_life_limit[product])}),)


def _stock_parts(decision: Decision, product: int) -> tuple[TracePart, ...]:
    on_order = np.nan_to_num(decision.on_order[product])
    return (
        TracePart("on_hand", 0 - decimal(decision.on_hand[product]), {}),
        TracePart("on_order", 0 - decimal(on_order), {}),
    )


def _closing_part(decision: Decision, product: int, *, outcome: Outcome, amount: Decimal) -> TracePart:
    if outcome == "ordered":
        packs = {"pack_size": float(decision.pack_size[product]), "moq": float(decision.moq[product])}
        return TracePart("rounding", amount, packs)
    return TracePart(outcome, amount, {"reorder_point": float(decision.reorder_point[product])})


def _adjusted_parts(adjustments: Adjustments, product: int, *, so_far: Decimal, known: bool) -> tuple[TracePart, ...]:
    moves = {name: decimal(getattr(adjustments, name)[product]) for name in MOVES}
    parts = tuple(TracePart(name, amount, {}) for name, amount in moves.items() if known and amount != 0)
    override = float(adjustments.override[product])
    if np.isnan(override):
        return parts
    advised = so_far + total(parts)
    return *parts, TracePart(
        "override", decimal(float(decimal(override) - advised)), {"advised": float(advised)} if known else {}
    )
