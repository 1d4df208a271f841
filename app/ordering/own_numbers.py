"""The owner's own numbers judged when their days are over: what hers came to, and what the advised would have."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.planning.inputs import PlanInputs
from app.planning.kept_advice import LastAdvice, last_advice
from data.advice import advice_of
from data.purchasing.orders import RECEIVED, Order, OrderLine
from data.shop import Shop
from inventory.lot_size import DAYS_A_YEAR
from inventory.own_number import asked_for, came_to


@dataclass(frozen=True)
class Judged:
    """What one of two numbers came to. money: margin missed or cost of keeping what was left, NaN where unknown."""

    left: float
    missed: float
    money: float


@dataclass(frozen=True)
class OwnNumber:
    """A line that she ordered otherwise than advised, both numbers judged over the same `days`."""

    hers: Judged
    advised: Judged
    days: int


def judged_numbers(shop: Shop, orders: Iterable[Order], inputs: PlanInputs) -> dict[tuple[int, str], OwnNumber]:
    """By order and SKU, of the orders that came whose days are over; what was advised then must have been kept."""
    found = {}
    for order in orders:
        own = [line for line in order.lines if line.advised is not None and line.units != line.advised]
        last = last_advice(advice_of(shop, order.made_on)) if own and order.state == RECEIVED else None
        for line in own if last is not None else ():
            number = None if last is None else _judged(line, last, inputs)
            if number is not None:
                found[order.order_id, line.sku] = number
    return found


def _judged(line: OrderLine, last: LastAdvice, inputs: PlanInputs) -> OwnNumber | None:
    """None where its days are not over, the stock was not known then, or the sales since are not."""
    history = inputs.history
    if line.sku not in last.skus or line.sku not in history.skus or line.advised is None:
        return None
    row, decision, policy = last.skus.index(line.sku), last.planned.decision, last.planned.policy
    days = int(np.ceil(decision.protection_days[row]))
    begin = (last.day - history.days[0].date()).days
    position = decision.inventory_position[row : row + 1]
    if begin < 0 or begin + days > len(history.days) or np.isnan(position).any():
        return None
    sold = np.array([np.nansum(history.units[begin : begin + days, history.skus.index(line.sku)])])
    expected = decision.expected_demand[row : row + 1]
    demand = asked_for(sold, there=np.maximum(position, 0.0) + line.units, expected=expected)
    margin = float(policy.margin[row])
    keeping = float(policy.unit_cost[row] * policy.holding_rate[row] * days / DAYS_A_YEAR)

    def of(units: float) -> Judged:
        came = came_to(np.array([units]), position=position, demand=demand)
        left, missed = float(came.left[0]), float(came.missed[0])
        return Judged(left, missed, missed * margin if missed else left * keeping)

    return OwnNumber(of(line.units), of(line.advised), days)
