"""A supplier's minimum order value: reached most cheaply with what is needed soon anyway, waited for, or paid off.

Money, units, days. Suppliers are few: they are looked at one after the other.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, IntArray, floats, require_zero_or_more
from inventory.decision import Decision
from inventory.demand import TotalDemand
from inventory.lot_size import DAYS_A_YEAR
from inventory.minimum_wait import waits
from inventory.order_calendar import OrderCalendar
from inventory.order_quantity import rounded_order
from inventory.pack_steps import previous_steps, step_units
from inventory.policy import Policy
from inventory.subset_search import Steps, least_price

CHOICES = ("reached", "top_up", "wait", "fee", "out_of_reach")


@dataclass(frozen=True, eq=False, kw_only=True)
class MinimumOrders:
    """For each supplier (suppliers,) how the minimum is met best; made by `minimum_orders`.

    choice: one of CHOICES, the cheapest possible; reached also where nothing is ordered. order_value: of the orders as
    they are, known costs only. top_up_cost: what it costs to hold the top-up until it is needed, NaN where the minimum
    cannot be reached so; top_up_value: its price. wait_days: to the first later order day on which the order is
    expected to be large enough, NaN where there is none in eight weeks; wait_cost: margin expected to be lost by
    then. fee: as given. top_up: units that reach the minimum (products,), whether it is the choice or not.
    """

    choice: npt.NDArray[np.str_]
    order_value: FloatArray
    top_up_cost: FloatArray
    top_up_value: FloatArray
    wait_days: FloatArray
    wait_cost: FloatArray
    fee: FloatArray
    top_up: FloatArray


def minimum_orders(
    demand: TotalDemand,
    policy: Policy,
    decision: Decision,
    *,
    supplier: npt.ArrayLike,
    minimum_value: npt.ArrayLike,
    fee: npt.ArrayLike = np.nan,
    calendar: OrderCalendar | None = None,
) -> MinimumOrders:
    """How each supplier's minimum is met at the least cost.

    supplier: index of each product's (products,). minimum_value (suppliers,): money, 0 or NaN: none. fee (suppliers,):
    for an order below it, NaN: such an order is not taken. Raises ValueError for negative money.
    """
    least = np.atleast_1d(floats("minimum_value", minimum_value))
    fees = np.broadcast_to(floats("fee", fee), least.shape)
    for name, money in (("minimum_value", least), ("fee", fees)):
        require_zero_or_more(name, np.where(np.isnan(money), 0.0, money))
    of = np.asarray(supplier, dtype=np.int64)
    value = np.nan_to_num(np.nan_to_num(decision.order_quantity) * policy.unit_cost)
    ordered = np.bincount(of, value, least.size).astype(np.float64)
    short = np.flatnonzero((ordered > 0) & (ordered < least))
    top_up = np.zeros(policy.products)
    columns = {name: np.full(least.size, np.nan) for name in ("top_up_cost", "top_up_value", "wait_days", "wait_cost")}
    for each in short:
        products = np.flatnonzero(of == each)
        found = _top_up(policy, decision, products, missing=float(least[each] - ordered[each]))
        if found is not None:
            top_up[products] = found.units
            columns["top_up_cost"][each], columns["top_up_value"][each] = found.cost, found.value
    if short.size:
        wait = waits(demand, policy, decision, supplier=of, minimum_value=least, calendar=calendar)
        columns["wait_days"][short], columns["wait_cost"][short] = wait.days[short], wait.cost[short]
    return MinimumOrders(
        choice=_cheapest(columns, fees, short=short), order_value=ordered, fee=fees, top_up=top_up, **columns
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class _TopUp:
    """Units to add (products,), what holding them early costs, and their price."""

    units: FloatArray
    cost: float
    value: float


def _top_up(policy: Policy, decision: Decision, products: IntArray, *, missing: float) -> _TopUp | None:
    room = _room(policy, decision)[products]
    pack, moq = policy.pack_size[products], policy.moq[products]
    ordered = np.nan_to_num(decision.order_quantity[products])
    least = np.where(ordered > 0, pack, rounded_order(1.0, moq=moq, pack_size=pack))
    most = np.where(room >= least, np.floor((room / pack).round(9)) * pack, 0.0)
    added = step_units(most, pack_size=pack, least=least)
    units = np.diff(added, axis=1)
    product, number = np.nonzero(units > 0)
    early = _days_early(decision, products, start=ordered[:, None] + added[:, :-1])
    price = (units * early * (policy.holding_cost[products] / DAYS_A_YEAR)[:, None])[product, number]
    worth = (units * policy.unit_cost[products][:, None])[product, number]
    order = np.lexsort((product, number, price / worth))
    taken = least_price(Steps(price[order], worth[order], previous_steps(product, order)), worth=missing)
    if taken is None:
        return None
    chosen = order[taken]
    return _TopUp(
        units=np.bincount(product[chosen], units[product, number][chosen], products.size).astype(np.float64).round(3),
        cost=float(price[chosen].sum()),
        value=float(worth[chosen].sum()),
    )


def _room(policy: Policy, decision: Decision) -> FloatArray:
    """Units that may be added before maximum cover or shelf life end (products,); 0 for what is not bought at all."""
    position = decision.inventory_position + np.nan_to_num(decision.order_quantity)
    most = np.minimum(decision.daily_demand * policy.maximum_cover_days, decision.shelf_life_limit)
    bought = decision.active & decision.orderable & (policy.unit_cost > 0) & (decision.daily_demand > 0)
    return np.where(bought & ~np.isnan(position), np.maximum(most - position, 0.0), 0.0)


def _days_early(decision: Decision, products: IntArray, *, start: FloatArray) -> FloatArray:
    """Days between now and when units beyond `start` would have been ordered anyway, a review period at least."""
    position = np.nan_to_num(decision.inventory_position[products])[:, None] + start
    daily = np.where(decision.daily_demand > 0, decision.daily_demand, 1.0)[products][:, None]
    review = (decision.protection_days - decision.arrival_in_days)[products][:, None]
    return np.maximum((position - decision.reorder_point[products][:, None]) / daily, review)


def _cheapest(columns: dict[str, FloatArray], fees: FloatArray, *, short: IntArray) -> npt.NDArray[np.str_]:
    choice = np.full(fees.size, "reached", dtype="<U12")
    costs = np.stack([columns["top_up_cost"], columns["wait_cost"], fees], axis=1)[short]
    possible = np.where(np.isnan(costs), np.inf, costs)
    names = np.array(["top_up", "wait", "fee"])[possible.argmin(axis=1)] if short.size else np.zeros(0, dtype="<U12")
    choice[short] = np.where(np.isinf(possible.min(axis=1, initial=np.inf)), "out_of_reach", names)
    return choice
