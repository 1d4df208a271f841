"""The budget of a plan: which of today's orders it buys, what it puts off, what more money would buy.

What was sent today, the owner's own quantities and the fees of small orders are paid first.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from inventory.budget import MoreMoney, Offers, Purchase, more_money, offers, purchase
from inventory.minimum_order import MinimumOrders
from inventory.policy import Policy
from inventory.protection import ProtectionDemand

NEXT_MONEY = 100.0

Units = NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class BudgetOutcome:
    """What became of a budget; money, units (products,).

    spent: in all, of it `sent` for orders already sent today, `owners` for the quantities she chose herself and `fees`
    for orders below a minimum. over: what was sent and her own choice cost beyond the budget. cut: units taken off, 0
    or below; risk: the margin expected to be lost by that, NaN where the cost is unknown, which no budget can buy.
    left_out: suppliers (suppliers,) whose order would have fallen below their minimum.
    """

    budget: float
    spent: float
    sent: float
    owners: float
    fees: float
    over: float
    cut: Units
    risk: Units
    left_out: NDArray[np.bool_]
    offered: Offers = field(repr=False)
    for_advice: float = 0.0

    @cached_property
    def next_money(self) -> MoreMoney:
        """What the next NEXT_MONEY would buy besides."""
        return more_money(self.offered, budget=self.for_advice, more=NEXT_MONEY)


@dataclass(frozen=True, eq=False, kw_only=True)
class Wanted:
    """What is to be bought today: advised units and the owner's own (products,), the latter NaN where she has none."""

    advised: Units
    override: Units
    position: Units
    supplier: NDArray[np.int64]


def keep_budget(
    wanted: Wanted,
    *,
    budget: float,
    protection: ProtectionDemand,
    policy: Policy,
    minimum: MinimumOrders,
    least: Units,
    sent: float = 0.0,
) -> BudgetOutcome:
    """Spend no more than the budget, on what is expected to save most margin for it.

    least: the suppliers' minimum values (suppliers,). sent: money for orders sent today. A supplier whose order the
    budget would cut below its minimum is left out whole, first those whose minimum the budget never reaches, then the
    one furthest from its own, and the money goes to the others.
    """
    hers = _value(wanted.override, policy, wanted.supplier, least.size)
    owners = float(hers.sum())
    left = max(budget - sent - owners, 0.0)
    planned = np.where(np.isnan(wanted.override), np.nan_to_num(wanted.advised), 0.0)
    left_out = np.zeros(least.size, dtype=np.bool_)
    every = offers(planned, position=wanted.position, protection=protection, policy=policy)
    while True:
        units = np.where(left_out[wanted.supplier], 0.0, planned)
        fees = _fees(minimum, units, wanted.supplier)
        for_advice = max(left - fees, 0.0)
        offered = every.only(~left_out[wanted.supplier])
        bought = purchase(offered, budget=for_advice)
        value = _value(bought.units, policy, wanted.supplier, least.size)
        too_small = _too_small(value, hers=hers, least=least, minimum=minimum)
        if fees > left:  # a fee that cannot be paid
            too_small |= _pays_fee(minimum, units, wanted.supplier)
        if not too_small.any():
            break
        hopeless = too_small & (least > for_advice)
        share = np.where(too_small, value / np.where(least > 0, least, 1.0), np.inf)
        left_out |= hopeless if hopeless.any() else share == share.min()
    return BudgetOutcome(
        budget=budget,
        spent=sent + owners + fees + bought.spent,
        sent=sent,
        owners=owners,
        fees=fees,
        over=max(sent + owners - budget, 0.0),
        cut=(bought.units - planned).round(3) + 0.0,
        risk=_risk(bought, every, left_out[wanted.supplier]),
        left_out=left_out,
        offered=offered,
        for_advice=for_advice,
    )


def _value(units: Units, policy: Policy, supplier: NDArray[np.int64], suppliers: int) -> Units:
    """Money to each supplier, known costs only."""
    return np.bincount(supplier, np.nan_to_num(np.nan_to_num(units) * policy.unit_cost), suppliers).astype(np.float64)


def _pays_fee(minimum: MinimumOrders, units: Units, supplier: NDArray[np.int64]) -> NDArray[np.bool_]:
    ordered = np.bincount(supplier, units, minimum.fee.size) > 0
    return np.asarray(ordered & (minimum.choice == "fee"), dtype=np.bool_)


def _fees(minimum: MinimumOrders, units: Units, supplier: NDArray[np.int64]) -> float:
    return float(minimum.fee[_pays_fee(minimum, units, supplier)].sum())


def _too_small(value: Units, *, hers: Units, least: Units, minimum: MinimumOrders) -> NDArray[np.bool_]:
    """Suppliers that take no order of this value though they would have taken the order before the budget."""
    taken_before = np.isin(minimum.choice, ("reached", "top_up"))
    return np.asarray(taken_before & (value > 0) & (hers == 0) & (value < least - 1e-9), dtype=np.bool_)


def _risk(bought: Purchase, every: Offers, left_out: NDArray[np.bool_]) -> Units:
    """The margin at risk (products,), that of suppliers left out included."""
    return np.where(left_out, purchase(every.only(left_out), budget=0.0).risk, bought.risk)
