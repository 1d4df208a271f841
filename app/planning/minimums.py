"""Suppliers' minimum order values in a plan: topped up, waited for or paid off."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.planning.supplier_terms import SupplierTerms
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.minimum_order import MinimumOrders, minimum_orders
from inventory.order_calendar import OrderCalendar
from inventory.policy import Policy

Units = NDArray[np.float64]


def minimums(
    demand: TotalDemand,
    policy: Policy,
    decision: Decision,
    *,
    terms: SupplierTerms,
    calendar: OrderCalendar,
    override: Units,
) -> MinimumOrders:
    """How each supplier's minimum is met at the least cost, in the order of `terms.names`.

    override: the owner's own quantities (products,), NaN where she has none. They count towards the minimum, are never
    topped up, and where she orders something today, the rest of that supplier's order does not wait. Where she orders
    no more than is needed of all that is, and a fee allows it, nothing else is topped up.
    """
    hers = ~np.isnan(override)
    ordered = replace(
        decision,
        order_quantity=np.where(hers, override, decision.order_quantity),
        active=decision.active & ~hers,
    )
    found = minimum_orders(
        demand,
        policy,
        ordered,
        supplier=calendar.supplier,
        minimum_value=terms.minimum_value,
        fee=terms.fee,
        calendar=calendar,
    )
    decided = np.bincount(calendar.supplier, np.nan_to_num(override), terms.minimum_value.size) > 0
    choice = np.where(decided & (found.choice == "wait"), _without_waiting(found), found.choice)
    no_more = decided & _no_more(decision, override, supplier=calendar.supplier, suppliers=decided.size)
    return replace(found, choice=np.where(no_more & (choice == "top_up") & ~np.isnan(found.fee), "fee", choice))


def _no_more(decision: Decision, override: Units, *, supplier: NDArray[np.int64], suppliers: int) -> NDArray[np.bool_]:
    """Suppliers (suppliers,) of whom she orders no more than is needed of all that is: she wants no top-up."""
    needed = np.nan_to_num(decision.order_quantity)
    more = (needed > 0) & ~(override <= needed)
    is_needed, is_more = (np.bincount(supplier, each, suppliers) > 0 for each in (needed > 0, more))
    return np.asarray(is_needed & ~is_more, dtype=np.bool_)


def _without_waiting(found: MinimumOrders) -> NDArray[np.str_]:
    top_up, fee = (np.where(np.isnan(cost), np.inf, cost) for cost in (found.top_up_cost, found.fee))
    possible = np.where(top_up <= fee, "top_up", "fee")
    return np.where(np.isinf(np.minimum(top_up, fee)), "out_of_reach", possible)


def topped_up(found: MinimumOrders, *, supplier: NDArray[np.int64], override: Units) -> Units:
    """Units added to reach a minimum (products,), where that is what costs least."""
    chosen = (found.choice[supplier] == "top_up") & np.isnan(override)
    return np.where(chosen, found.top_up, 0.0)


def waited_for(found: MinimumOrders, decision: Decision, *, supplier: NDArray[np.int64], override: Units) -> Units:
    """Units taken off (products,), 0 or below, where the whole order waits until it reaches the minimum by itself."""
    chosen = (found.choice[supplier] == "wait") & np.isnan(override)
    return np.where(chosen, -np.nan_to_num(decision.order_quantity), 0.0)
