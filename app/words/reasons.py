"""Why this quantity, in words: the parts of an order as a sum, each with its own reason."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from app.planning.plan import Plan
from app.words.formats import list_text, weekday_text
from app.words.language import _
from app.words.reason_parts import part_reason
from app.words.sums import LABELS, number, plain, signed_text, sum_text, term_text, total_of
from inventory.adjustments import MOVES
from inventory.trace import Trace, trace_order

ALWAYS_SHOWN = ("on_hand", "expected_sales", "override")


@dataclass(frozen=True)
class ReasonLine:
    """One line of the sum: what it is, why it is that much, and the signed units as printed."""

    label: str
    reason: str
    amount: str


def why(plan: Plan, product: int) -> str:
    """The whole sum in one line: `expected sales 42 + safety stock 13 - on hand 20 - on the way 12 = 23`.

    Where the order is meant for a later day the line begins with it; the owner's own number comes before the advice.
    """
    if plan.bundle[product]:
        return _("Put together from other products when it is sold: its parts are ordered instead.")
    trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
    advice = _advice(plan, product, trace)
    if trace.parts[-1].code == "override":
        return _("Your own number: {units}. Advised: {advice}").format(
            units=plain(total_of(trace.parts)), advice=advice
        )
    if plan.quantity[product] > 0 and not plan.orderable_today[product]:
        return _("On {day}: {sum}").format(day=weekday_text(order_day(plan, product)), sum=advice)
    return advice


def reason_lines(plan: Plan, product: int) -> tuple[ReasonLine, ...]:
    """The parts of the sum with their own reasons, in order; the amounts add up to the last line's quantity."""
    trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
    return tuple(
        ReasonLine(_(LABELS[part.code]), part_reason(plan, product, part), signed_text(part))
        for part in trace.parts
        if part.amount != 0 or part.code in ALWAYS_SHOWN
    )


def order_day(plan: Plan, product: int) -> dt.date:
    """The day on which a product is to be ordered; the plan's own where its supplier takes no orders."""
    return plan.inputs.today + dt.timedelta(days=int(np.nan_to_num(plan.decision.order_in_days[product])))


def _advice(plan: Plan, product: int, trace: Trace) -> str:
    """The advice before the owner's own number."""
    parts = tuple(part for part in trace.parts if part.code not in (*MOVES, "override"))
    moves = tuple(part for part in trace.parts if part.code in MOVES)
    moved = "".join(f"{term_text(part)} = {plain(total_of(parts + moves[: n + 1]))}" for n, part in enumerate(moves))
    if trace.outcome == "count_missing":
        shown = list_text(f"{_(LABELS[part.code])} {plain(part.amount)}" for part in parts if part.amount != 0)
        return _("Count the stock first: {units} should be there or on the way ({parts}).").format(
            units=plain(total_of(parts)), parts=shown
        )
    if trace.outcome == "inactive":
        return _("Not ordered any more.")
    if trace.outcome == "no_order_day":
        return _("Not ordered: the supplier takes no orders.")
    if trace.outcome == "enough_stock":
        return _("Enough for now: 0{moved}").format(moved=moved) if moves else _enough(plan, product)
    return f"{sum_text(parts[:-1])}{_packs(trace)}{moved}"


def _packs(trace: Trace) -> str:
    place, rounding = next((place, part) for place, part in enumerate(trace.parts) if part.code == "rounding")
    if rounding.amount == 0:
        return ""
    pack, least = rounding.details["pack_size"], rounding.details["moq"]
    told = {
        (True, True): _("; in packs of {pack}, at least {least}: {units}"),
        (True, False): _("; in packs of {pack}: {units}"),
        (False, True): _("; in whole units, at least {least}: {units}"),
        (False, False): _("; in whole units: {units}"),
    }[pack != 1, least > pack]
    return told.format(pack=number(pack), least=number(least), units=plain(total_of(trace.parts[: place + 1])))


def _enough(plan: Plan, product: int) -> str:
    return _("Nothing to order: {position} on hand and on the way, reorder at {point}.").format(
        position=number(plan.decision.inventory_position[product]), point=number(plan.decision.reorder_point[product])
    )
