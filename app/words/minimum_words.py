"""A supplier's minimum order in words: reached, or how it is met at the least cost and what the other ways cost."""

from dataclasses import dataclass

import numpy as np

from app.ordering.order_list import SupplierOrder, day_in
from app.planning.plan import Plan
from app.words.formats import money_text, weekday_text
from app.words.language import _

REACHED, TOP_UP, WAIT, FEE, OUT_OF_REACH = "reached", "top_up", "wait", "fee", "out_of_reach"


@dataclass(frozen=True)
class MinimumWay:
    """One way to meet a minimum, and what it costs."""

    way: str
    text: str


def minimum_text(plan: Plan, order: SupplierOrder) -> str:
    """Whether the minimum is reached, and what is proposed where it is not; "" where there is none."""
    least, choice = plan.inputs.terms.minimum_value[order.place], str(plan.minimum.choice[order.place])
    if np.isnan(least) or least <= 0 or (choice == REACHED and not order.ordered):
        return ""
    minimum, place = plan.minimum, order.place
    said = {"least": _money(plan, least), "value": _money(plan, minimum.order_value[place])}
    if plan.adjusted.budget is not None and 0 < order.cost < least and choice in (TOP_UP, REACHED):
        said["value"] = _money(plan, order.cost)
        return _("The money for today buys {value}, below the minimum of {least}.").format(**said)
    if choice == TOP_UP:
        said["added"] = _money(plan, minimum.top_up_value[place])
        return _("{value} is below the minimum of {least}: topped up by {added}, which costs least.").format(**said)
    if choice == WAIT:
        said["day"] = weekday_text(day_in(plan, minimum.wait_days[place]), today=plan.inputs.today)
        return _("{value} is below the minimum of {least}: waiting until {day} costs least.").format(**said)
    if choice == FEE:
        said["fee"] = _money(plan, minimum.fee[place])
        others = np.nanmin([np.inf, minimum.top_up_cost[place], minimum.wait_cost[place]])
        if minimum.fee[place] > others or all(line.is_own for line in order.lines):
            return _("{value} is below the minimum of {least}: you chose to pay the fee of {fee}.").format(**said)
        return _("{value} is below the minimum of {least}: paying the fee of {fee} costs least.").format(**said)
    if choice == OUT_OF_REACH:
        return _("{value} is below the minimum of {least}, and nothing needed soon reaches it.").format(**said)
    return _("The minimum of {least} is reached.").format(**said)


def other_ways(plan: Plan, order: SupplierOrder) -> tuple[MinimumWay, ...]:
    """The ways that were not chosen, where the minimum is not reached by what is needed anyway."""
    place, choice = order.place, str(plan.minimum.choice[order.place])
    if choice not in (TOP_UP, WAIT, FEE):
        return ()
    minimum = plan.minimum
    ways = []
    if not np.isnan(minimum.top_up_cost[place]):
        text = _("Top up by {value} (keeping it until it sells costs {cost})")
        money = {"value": _money(plan, minimum.top_up_value[place]), "cost": _money(plan, minimum.top_up_cost[place])}
        ways.append(MinimumWay(TOP_UP, text.format(**money)))
    if not np.isnan(minimum.wait_days[place]):
        day = weekday_text(day_in(plan, minimum.wait_days[place]), today=plan.inputs.today)
        text = _("Wait until {day} (about {cost} of margin lost)")
        ways.append(MinimumWay(WAIT, text.format(day=day, cost=_money(plan, minimum.wait_cost[place]))))
    if not np.isnan(minimum.fee[place]):
        ways.append(MinimumWay(FEE, _("Order less and pay {fee}").format(fee=_money(plan, minimum.fee[place]))))
    return tuple(way for way in ways if way.way != choice)


def _money(plan: Plan, amount: float) -> str:
    return money_text(float(amount), plan.inputs.settings.currency)
