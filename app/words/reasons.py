"""Why this quantity, in words: the parts of an order as a sum the owner can check with a pencil."""

import math
from dataclasses import dataclass
from decimal import Decimal

from app.planning.plan import Plan
from app.words.formats import days_text, share_text
from inventory.trace import Trace, TracePart, trace_order


@dataclass(frozen=True)
class ReasonLine:
    """One line of the sum: what it is, why it is that much, and the signed units as printed."""

    label: str
    reason: str
    amount: str


LABELS = {
    "expected_sales": "expected sales",
    "safety_stock": "safety stock",
    "threshold": "1.5 days of average sales",
    "lot": "economical order size",
    "on_hand": "on hand",
    "on_order": "on the way",
    "rounding": "rounded to packs",
    "enough_stock": "enough for now",
    "inactive": "not ordered any more",
    "shelf_life": "would spoil",
    "no_order_day": "no orders taken",
    "minimum_top_up": "up to the supplier's minimum",
    "budget_cut": "put off for the budget",
    "override": "your own number",
}


def why(plan: Plan, product: int) -> str:
    """The whole sum in one line: `expected sales 42 + safety stock 13 - on hand 20 - on the way 12 = 23`."""
    trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
    if trace.outcome == "count_missing":
        parts = ", ".join(f"{LABELS[part.code]} {plain(part.amount)}" for part in trace.parts if part.amount != 0)
        return f"Count the stock first: {plain(total_of(trace.parts))} should be there or on the way ({parts})."
    if trace.outcome == "inactive":
        return "Not ordered any more."
    if trace.outcome == "no_order_day":
        return "Not ordered: the supplier takes no orders."
    if trace.outcome == "enough_stock":
        return _enough(plan, product, trace)
    return f"{_sum_of(trace.parts[:-1])}{_packs(trace)}"


def reason_lines(plan: Plan, product: int) -> tuple[ReasonLine, ...]:
    """The parts of the sum with their own reasons, in order; the amounts add up to the last line's quantity."""
    trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
    parts = [part for part in trace.parts if part.amount != 0 or part.code in ("on_hand", "expected_sales")]
    return tuple(ReasonLine(LABELS[part.code], _reason(plan, product, part), _signed(part)) for part in parts)


def _sum_of(parts: tuple[TracePart, ...]) -> str:
    shown = [part for part in parts if part.amount != 0 or part.code == "on_hand"]
    said = " ".join(
        f"{'-' if _takes_away(part) else '+'} {LABELS[part.code]} {plain(abs(part.amount))}" for part in shown
    )
    return f"{said.removeprefix('+ ')} = {plain(total_of(parts))}"


def total_of(parts: tuple[TracePart, ...]) -> Decimal:
    """The exact sum of the parts, in units."""
    return sum((part.amount for part in parts), Decimal(0))


def _takes_away(part: TracePart) -> bool:
    return part.amount < 0 or (part.amount == 0 and part.code in ("on_hand", "on_order"))


def _packs(trace: Trace) -> str:
    rounding = trace.parts[-1]
    if rounding.amount == 0:
        return ""
    pack, minimum = rounding.details["pack_size"], rounding.details["moq"]
    packs = f"in packs of {number(pack)}" if pack != 1 else "in whole units"
    at_least = f", at least {number(minimum)}" if minimum > pack else ""
    return f"; {packs}{at_least}: {plain(trace.order_quantity)}"


def _enough(plan: Plan, product: int, trace: Trace) -> str:
    position = sum(-part.amount for part in trace.parts if part.code in ("on_hand", "on_order"))
    point = plan.decision.reorder_point[product]
    return f"Nothing to order: {plain(position)} on hand and on the way, reorder at {number(point)}."


def _reason(plan: Plan, product: int, part: TracePart) -> str:
    details = part.details
    if part.code == "expected_sales":
        lead, review = plan.policy.lead_time_days[product], plan.policy.review_period_days[product]
        days = f"{days_text(lead)} of delivery and {days_text(review)} until the next order"
        return f"in {days_text(details['days'])}: {days}"
    if part.code == "safety_stock":
        return f"so that it lasts in {share_text(details['service_level'])} of cases"
    if part.code == "threshold":
        return f"the simple rule; it lasts in {share_text(details['service_level_reached'])} of cases only"
    if part.code == "lot":
        return "ordering this much at a time costs least" if not math.isnan(details["eoq"]) else "needs a unit cost"
    if part.code == "rounding":
        packs = f"packs of {number(details['pack_size'])}"
        return f"{packs}, at least {number(details['moq'])}" if details["moq"] > 0 else packs
    if part.code == "shelf_life":
        return f"no more than {number(details['limit'])} on hand and on the way, the rest would get too old"
    if part.code == "enough_stock":
        return f"more than the reorder point of {number(details['reorder_point'])}: no order today"
    return ""


def _signed(part: TracePart) -> str:
    return f"{'−' if _takes_away(part) else '+'} {plain(abs(part.amount))}"


def number(units: float) -> str:
    """Units without idle zeros, to the gram where the unit is the kilogram.

    >>> number(2285.0), number(0.25), number(1234567.0)
    ('2,285', '0.25', '1,234,567')
    """
    return plain(Decimal(f"{units:.3f}"))


def plain(amount: object) -> str:
    """A decimal number without idle zeros.

    >>> from decimal import Decimal
    >>> plain(Decimal("28.0")), plain(Decimal("9.5")), plain(Decimal("1200"))
    ('28', '9.5', '1,200')
    """
    text = f"{amount:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text
