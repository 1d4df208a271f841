"""What is ordered from whom today: the plan's quantities, the owner's own in their place."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.planning.plan import Plan
from data.purchasing.orders import Order, OrderLine


@dataclass(frozen=True)
class ListedLine:
    """One product to order. row: in the plan. units: to be ordered, the owner's own where `is_own`.

    advised: NaN where nothing can be advised. unit_cost: NaN where unknown. reason: why she orders something else.
    """

    row: int
    sku: str
    name: str
    supplier: str
    units: float
    advised: float
    is_own: bool
    reason: str
    unit_cost: float
    pack_size: float

    @property
    def cost(self) -> float:
        """Money for all units, NaN where unknown."""
        return round(self.units * self.unit_cost, 2)


@dataclass(frozen=True)
class SupplierOrder:
    """All that is ordered from one supplier today, "" for products that name none."""

    supplier: str
    lines: tuple[ListedLine, ...]

    @property
    def ordered(self) -> tuple[ListedLine, ...]:
        """The lines with units; others the owner decided not to order."""
        return tuple(line for line in self.lines if line.units > 0)

    @property
    def cost(self) -> float:
        """Money for all lines whose cost is known."""
        return round(sum(line.cost for line in self.ordered if not np.isnan(line.cost)), 2)

    @property
    def unknown_costs(self) -> int:
        """Lines whose cost nobody knows."""
        return sum(np.isnan(line.cost) for line in self.ordered)


def order_list(plan: Plan, drafts: Iterable[Order]) -> tuple[SupplierOrder, ...]:
    """The orders of today by supplier, the most money first; in each the least cover first."""
    hers = {line.sku: line for draft in drafts for line in draft.lines}
    products = plan.inputs.products
    chosen = np.flatnonzero((np.nan_to_num(plan.decision.order_quantity) > 0) | products.index.isin(list(hers)))
    lines: dict[str, list[ListedLine]] = {}
    for row in _least_cover_first(plan, chosen):
        line = listed_line(plan, int(row), hers.get(products.index[row]))
        lines.setdefault(line.supplier, []).append(line)
    found = (SupplierOrder(supplier, tuple(each)) for supplier, each in lines.items())
    return tuple(sorted(found, key=lambda order: (-order.cost, order.supplier)))


def listed_line(plan: Plan, row: int, hers: OrderLine | None) -> ListedLine:
    """One product of the plan with the owner's own quantity, if she has one."""
    known = plan.inputs.products.iloc[row]
    advised = float(plan.decision.order_quantity[row])
    return ListedLine(
        row=row,
        sku=str(plan.inputs.products.index[row]),
        name=known["name"] if isinstance(known["name"], str) else str(plan.inputs.products.index[row]),
        supplier=known["supplier"] if isinstance(known["supplier"], str) else "",
        units=float(np.nan_to_num(advised)) if hers is None else hers.units,
        advised=advised,
        is_own=hers is not None,
        reason="" if hers is None else hers.reason,
        unit_cost=float(plan.policy.unit_cost[row]),
        pack_size=float(plan.policy.pack_size[row]),
    )


def _least_cover_first(plan: Plan, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    cover = np.nan_to_num(plan.decision.days_of_cover[rows], nan=np.inf)
    return rows[np.argsort(cover, kind="stable")]
