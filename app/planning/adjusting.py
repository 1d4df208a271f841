"""What is changed in the advised orders: what was sent today is settled, minimums are topped up, the budget is kept,
the owner's own numbers hold."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.budget import BudgetOutcome, Wanted, keep_budget
from app.planning.decided import Decided, decided
from app.planning.inputs import PlanInputs
from app.planning.minimums import minimums, topped_up, waited_for
from data.purchasing.orders import DRAFT, Order
from inventory.adjustments import Adjustments
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.minimum_order import MinimumOrders
from inventory.order_calendar import OrderCalendar
from inventory.policy import Policy
from inventory.protection import protection_demand


@dataclass(frozen=True, eq=False, kw_only=True)
class Adjusted:
    """The adjustments, how each supplier's minimum is met, what became of the budget (None: there is none), and what
    was decided by orders sent today.

    reasons: the owner's, by row of the product, where she gave one with her own number.
    """

    adjustments: Adjustments
    minimum: MinimumOrders
    budget: BudgetOutcome | None
    decided: Decided
    reasons: dict[int, str]


def adjusted_orders(
    inputs: PlanInputs, demand: TotalDemand, policy: Policy, decision: Decision, *, calendar: OrderCalendar
) -> Adjusted:
    """Top up to suppliers' minimums, cut today's orders to the budget, then put in what the owner drafted.

    A product of an order that was sent today is settled for the day: what is left of its advice for today is neither
    ordered nor topped up, unless she types a number of her own again.
    """
    own, reasons = drafted(inputs.orders, inputs.products)
    terms, supplier = inputs.terms, calendar.supplier
    settled = decided(inputs.sent_today, inputs.products, terms=terms)
    is_settled = settled.is_decided & (decision.order_in_days == 0)
    left = np.where(is_settled, np.nan_to_num(decision.order_quantity), 0.0)
    decision = replace(decision, order_quantity=(decision.order_quantity - left).round(3))
    override = np.where(is_settled & np.isnan(own), 0.0, own)
    minimum = minimums(demand, policy, decision, terms=terms, calendar=calendar, override=override)
    adjustments = Adjustments(
        decided=-left,
        minimum_top_up=topped_up(minimum, supplier=supplier, override=override),
        minimum_wait=waited_for(minimum, decision, supplier=supplier, override=override),
        override=own,
    )
    outcome = None
    if inputs.settings.budget is not None:
        today = decision.order_in_days == 0
        advised = (decision.order_quantity + adjustments.minimum_top_up + adjustments.minimum_wait).round(3)
        outcome = keep_budget(
            Wanted(
                advised=np.where(today, advised, 0.0),
                override=np.where(today, override, np.nan),
                position=decision.inventory_position,
                supplier=supplier,
            ),
            budget=inputs.settings.budget,
            sent=settled.spent,
            protection=protection_demand(demand, policy, calendar=calendar),
            policy=policy,
            minimum=minimum,
            least=np.nan_to_num(terms.minimum_value),
        )
        adjustments = replace(adjustments, budget_cut=outcome.cut)
    return Adjusted(adjustments=adjustments, minimum=minimum, budget=outcome, decided=settled, reasons=reasons)


def drafted(orders: tuple[Order, ...], products: pd.DataFrame) -> tuple[NDArray[np.float64], dict[int, str]]:
    """The owner's own quantities (products,) from her drafts, NaN where she has none, and her reasons by row.

    What she wanted of a product that she deleted since stays in her draft, and counts again once it is back.
    """
    gone = products["deleted_on"].notna().to_numpy()
    lines = [line for order in orders if order.state == DRAFT for line in order.lines]
    override, reasons = np.full(len(products), np.nan), {}
    rows = products.index.get_indexer(pd.Index([line.sku for line in lines], dtype=products.index.dtype))
    for row, line in zip(rows.tolist(), lines, strict=True):
        if row >= 0 and not gone[row]:
            override[row] = line.units
            if line.reason:
                reasons[row] = line.reason
    return override, reasons
