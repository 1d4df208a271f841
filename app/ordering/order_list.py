"""What is ordered from whom: today's orders line by line, those of later days as sums."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from app.planning.plan import Plan
from inventory.cents import to_cents
from inventory.lead_time import whole_days


@dataclass(frozen=True)
class ListedLine:
    """One product to order. row: in the plan. units: to be ordered, the owner's own where `is_own`.

    advised: what would be ordered otherwise, NaN where nothing can be advised. unit_cost: NaN where unknown. reason:
    why she orders something else.
    """

    row: int
    sku: str
    name: str
    units: float
    advised: float
    is_own: bool
    reason: str
    unit_cost: float
    pack_size: float

    @property
    def cost(self) -> float:
        """Money for all units, NaN where unknown."""
        return float(to_cents(self.units * self.unit_cost))


@dataclass(frozen=True)
class SupplierOrder:
    """What one supplier, "" where products name none, can be sent. place: among the plan's suppliers.

    in_days: days until the order day, 0 is today. next_in_days: to the order day after that, NaN where there is none.
    arrival_in_days: until most of it arrives.
    """

    supplier: str
    place: int
    lines: tuple[ListedLine, ...]
    in_days: int
    next_in_days: float
    arrival_in_days: int

    @property
    def ordered(self) -> tuple[ListedLine, ...]:
        """The lines with units; others the owner decided not to order, or they wait."""
        return tuple(line for line in self.lines if line.units > 0)

    @property
    def cost(self) -> float:
        """Money for all lines whose cost is known."""
        return round(sum(line.cost for line in self.ordered if not np.isnan(line.cost)), 2)

    @property
    def unknown_costs(self) -> int:
        """Lines whose cost nobody knows."""
        return sum(np.isnan(line.cost) for line in self.ordered)

    @property
    def content(self) -> str:
        """A short text that is another one where any line is: what a page shows is what is sent."""
        told = "|".join(f"{line.sku}={line.units:g}" for line in self.ordered)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


_made: WeakKeyDictionary[Plan, tuple[SupplierOrder, ...]] = WeakKeyDictionary()  # asked for by every part of a page


def todays_orders(plan: Plan) -> tuple[SupplierOrder, ...]:
    """The orders that can be sent today, the most money first."""
    found = [order for order in supplier_orders(plan) if order.in_days == 0]
    return tuple(sorted(found, key=lambda order: (-order.cost, order.supplier)))


def later_orders(plan: Plan) -> tuple[SupplierOrder, ...]:
    """The orders whose day is a later one, the next first."""
    found = [order for order in supplier_orders(plan) if order.in_days > 0 and order.ordered]
    return tuple(sorted(found, key=lambda order: (order.in_days, -order.cost, order.supplier)))


def order_to(plan: Plan, supplier: str) -> SupplierOrder | None:
    """Today's order to one supplier; None where there is none."""
    return next((order for order in todays_orders(plan) if order.supplier == supplier), None)


def supplier_orders(plan: Plan) -> tuple[SupplierOrder, ...]:
    """An order for each supplier of whom anything is to be ordered, was, but waits, or is the owner's own choice."""
    if plan not in _made:
        _made[plan] = _orders(plan)
    return _made[plan]


def _orders(plan: Plan) -> tuple[SupplierOrder, ...]:
    wanted = np.nan_to_num(plan.quantity) > 0
    waits = np.nan_to_num(plan.decision.order_quantity) > 0
    is_listed = wanted | ~np.isnan(plan.adjustments.override) | (waits & (plan.adjustments.minimum_wait < 0))
    rows = _least_cover_first(plan, np.flatnonzero(is_listed & plan.decision.orderable))
    suppliers = plan.calendar.supplier[rows]
    lines = listed_lines(plan, rows)
    after = plan.calendar.order_day_from(
        np.nan_to_num(plan.decision.order_in_days).astype(np.int64) + 1,
        review_days=whole_days(plan.policy.review_period_days),
    )
    return tuple(
        _order(plan, int(place), rows[suppliers == place], lines=lines, after=after) for place in np.unique(suppliers)
    )


def listed_lines(plan: Plan, rows: NDArray[np.int64]) -> dict[int, ListedLine]:
    """Products of the plan as lines of orders, by row."""
    names, skus = plan.inputs.products["name"].to_numpy(), plan.inputs.products.index
    units, override = np.nan_to_num(plan.quantity), plan.adjustments.override
    advised = (plan.decision.order_quantity + plan.adjustments.moved).round(3)
    return {
        row: ListedLine(
            row=row,
            sku=str(skus[row]),
            name=names[row] if isinstance(names[row], str) else str(skus[row]),
            units=float(units[row]),
            advised=float(advised[row]),
            is_own=not np.isnan(override[row]),
            reason=plan.adjusted.reasons.get(row, ""),
            unit_cost=float(plan.policy.unit_cost[row]),
            pack_size=float(plan.policy.pack_size[row]),
        )
        for row in rows.tolist()
    }


def listed_line(plan: Plan, row: int) -> ListedLine:
    """One product of the plan as a line of an order."""
    return listed_lines(plan, np.array([row]))[row]


def day_in(plan: Plan, days: float) -> dt.date:
    """The day so many days from the plan's."""
    return plan.inputs.today + dt.timedelta(days=round(days))


def _order(
    plan: Plan, place: int, rows: NDArray[np.int64], *, lines: dict[int, ListedLine], after: NDArray[np.int64]
) -> SupplierOrder:
    next_day = int(after[rows[0]])
    arrivals = np.round(plan.decision.arrival_in_days[rows]).astype(np.int64)
    return SupplierOrder(
        supplier=plan.inputs.terms.names[place],
        place=place,
        lines=tuple(lines[row] for row in rows.tolist()),
        in_days=int(np.nanmin(plan.decision.order_in_days[rows])),
        next_in_days=float("nan") if next_day < 0 else next_day,
        arrival_in_days=int(np.bincount(arrivals).argmax()),
    )


def _least_cover_first(plan: Plan, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    cover = np.nan_to_num(plan.decision.days_of_cover[rows], nan=np.inf)
    return rows[np.argsort(cover, kind="stable")]
