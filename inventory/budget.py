"""The best orders for the money: which packs to buy of all that should be ordered, when there is not enough for all.

A unit is worth the margin that it is expected to save: its margin times the chance that it is asked for before the
order after the next one arrives. That chance falls with every unit, so packs are taken in order of worth for money, and
what whole packs leave over of the money is spent by trying out (`subset_search.py`). Money, units.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import BoolArray, FloatArray, IntArray, floats, require_zero_or_more
from inventory.order_quantity import rounded_order
from inventory.pack_steps import previous_steps, step_units
from inventory.policy import Policy
from inventory.protection import ProtectionDemand
from inventory.subset_search import Steps, most_worth


@dataclass(frozen=True, eq=False, kw_only=True)
class Offers:
    """What may be bought, pack by pack, best value first; made by `offers`.

    product, units: of each step (steps,). steps: their cost and the margin each is expected to save. planned: units
    that should be ordered (products,). cost_unknown: planned, but nobody knows what they cost: they cannot be in a
    budget. margin_assumed: price unknown, so the middle margin of the others stands in (products,).
    """

    product: IntArray
    units: FloatArray
    steps: Steps
    planned: FloatArray
    cost_unknown: BoolArray
    margin_assumed: BoolArray

    def only(self, wanted: BoolArray) -> "Offers":
        """The steps of some products (products,) alone, as if nothing were planned of the others."""
        kept = wanted[self.product]
        place = np.cumsum(kept) - 1
        previous = self.steps.previous[kept]
        before = np.where(previous < 0, -1, place[previous]) if place.size else previous
        return Offers(
            product=self.product[kept],
            units=self.units[kept],
            steps=Steps(self.steps.price[kept], self.steps.worth[kept], before),
            planned=np.where(wanted, self.planned, 0.0),
            cost_unknown=self.cost_unknown & wanted,
            margin_assumed=self.margin_assumed & wanted,
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class Purchase:
    """What a budget buys: units and put_off units (products,), and the expected lost margin of what is put off.

    risk: that margin (products,), NaN where the cost is unknown.
    spent, saved: money in all, the cost and the margin that is expected to be saved.
    """

    units: FloatArray
    put_off: FloatArray
    risk: FloatArray
    spent: float
    saved: float


def offers(planned: FloatArray, *, position: FloatArray, protection: ProtectionDemand, policy: Policy) -> Offers:
    """The steps in which the planned orders may be bought, in order of expected margin saved per unit of money.

    planned: units to order (products,), whole packs, NaN: unknown, left out. position: inventory position (products,).
    protection: demand until the order after the next one arrives. The first step of a product is the least order its
    supplier takes. Raises ValueError for planned units that are negative.
    """
    wanted = np.nan_to_num(floats("planned", planned))
    require_zero_or_more("planned", wanted)
    known = policy.unit_cost > 0
    margin = _margin(policy)
    least = np.minimum(rounded_order(1.0, moq=policy.moq, pack_size=policy.pack_size), wanted)
    bought = step_units(np.where(known, wanted, 0.0), pack_size=policy.pack_size, least=least)
    short = protection.expected_short(np.nan_to_num(position)[:, None] + bought)
    units = np.diff(bought, axis=1)
    product, number = np.nonzero(units > 0)
    worth = (np.maximum(-np.diff(short, axis=1), 0.0) * margin[:, None])[product, number]
    price = (units * np.where(known, policy.unit_cost, 0.0)[:, None])[product, number]
    order = _by_value(product, number, worth / price)
    return Offers(
        product=product[order],
        units=units[product, number][order],
        steps=Steps(price[order], worth[order], previous_steps(product, order)),
        planned=wanted,
        cost_unknown=~known & (wanted > 0),
        margin_assumed=np.isnan(policy.margin) & known & (wanted > 0),
    )


def purchase(offered: Offers, *, budget: float) -> Purchase:
    """The orders with the most expected margin saved that cost no more than the budget.

    More money never saves less. Raises ValueError for a budget that is no number or negative; a budget of 0 buys
    nothing.
    """
    require_zero_or_more("budget", floats("budget", budget))
    taken = most_worth(offered.steps, budget=float(budget))
    size = offered.planned.size
    units = np.bincount(offered.product[taken], offered.units[taken], size).astype(np.float64).round(3)
    risk = np.bincount(offered.product[~taken], offered.steps.worth[~taken], size)
    return Purchase(
        units=units,
        put_off=(offered.planned - units).round(3),
        risk=np.where(offered.cost_unknown, np.nan, risk),
        spent=float(offered.steps.price[taken].sum()),
        saved=float(offered.steps.worth[taken].sum()),
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class MoreMoney:
    """What more money would buy: units more (or fewer, where others are worth more now) and margin saved besides."""

    units: FloatArray
    spent: float
    saved: float


def more_money(offered: Offers, *, budget: float, more: float) -> MoreMoney:
    """What `more` beyond the budget would change. Raises ValueError as `purchase` does."""
    before, after = purchase(offered, budget=budget), purchase(offered, budget=budget + more)
    return MoreMoney(
        units=(after.units - before.units).round(3),
        spent=after.spent - before.spent,
        saved=after.saved - before.saved,
    )


def _by_value(product: IntArray, number: IntArray, value: FloatArray) -> IntArray:
    # A later step of a product is never worth more; the last bits must not say so.
    falling = value.copy()
    for step in range(1, int(number.max(initial=0)) + 1):
        at = np.flatnonzero(number == step)
        falling[at] = np.minimum(falling[at], falling[at - 1])
    return np.asarray(np.lexsort((product, number, -falling)), dtype=np.int64)


def _margin(policy: Policy) -> FloatArray:
    rate = policy.margin / policy.unit_cost
    usual = float(np.median(rate[~np.isnan(rate)])) if (~np.isnan(rate)).any() else 1.0
    assumed = np.where(policy.unit_cost > 0, usual * policy.unit_cost, 0.0)
    return np.maximum(np.where(np.isnan(policy.margin), assumed, policy.margin), 0.0)
