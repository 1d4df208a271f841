"""The owner's own quantities: kept as the lines of her draft to each supplier, which the plan reads.

Her draft holds what differs from the advice, so that the advice goes on following the stock; after a week without being
sent it holds no more.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.ordering.order_list import ListedLine, SupplierOrder, listed_line
from app.planning.plan import Plan, row_of
from data.purchasing.order_steps import WantedLine, save_draft
from data.purchasing.orders import DRAFT, OrderLine, read_orders, standing
from data.shop import Shop


def keep_units(shop: Shop, plan: Plan, sku: str, units: float, *, reason: str) -> None:
    """Order `units` of a product, whatever is advised; what is advised anyway needs no line.

    Raises BadValue for a product the shop does not have, and for a reason that is too long.
    """
    line = _line_of(plan, sku)
    others = [each for each in _drafted(shop, plan, sku) if each.sku != sku]
    if line is None or units != line.advised or reason:
        others.append(WantedLine(sku, units) if line is None else wanted(line, units=units, reason=reason))
    save_draft(shop, supplier_of(plan, sku), others, day=plan.inputs.today)


def as_advised(shop: Shop, plan: Plan, sku: str) -> None:
    """Order what is advised again; what is left of it, where part was ordered today."""
    others = [each for each in _drafted(shop, plan, sku) if each.sku != sku]
    line = _line_of(plan, sku)
    if line is not None and not line.is_own:
        left = -float(plan.adjustments.decided[line.row])
        others += [wanted(line, units=left)] if left else []
    save_draft(shop, supplier_of(plan, sku), others, day=plan.inputs.today)


def keep_all(
    shop: Shop,
    plan: Plan,
    order: SupplierOrder,
    units: NDArray[np.float64],
    *,
    reason: str,
    but: Sequence[ListedLine] = (),
) -> None:
    """Order `units` (products,) of a supplier's products, NaN as advised, for one reason; `but` lines that stay."""
    rows = np.flatnonzero((plan.calendar.supplier == order.place) & ~np.isnan(units))
    chosen = np.setdiff1d(rows, np.array([line.row for line in but], dtype=np.int64)).tolist()
    lines = [wanted(listed_line(plan, row), units=float(units[row]), reason=reason) for row in chosen]
    save_draft(shop, order.supplier, [*lines, *map(wanted, but)], day=plan.inputs.today)


def wanted(line: ListedLine, *, units: float | None = None, reason: str | None = None) -> WantedLine:
    """A line as the shop keeps it."""
    return WantedLine(
        line.sku,
        line.units if units is None else units,
        advised=None if np.isnan(line.advised) else line.advised,
        reason=line.reason if reason is None else reason,
        unit_cost=None if np.isnan(line.unit_cost) else line.unit_cost,
    )


def supplier_of(plan: Plan, sku: str) -> str:
    """Whom a product is ordered from, "" where nobody is named."""
    row = row_of(plan, sku)
    return "" if row is None else plan.inputs.terms.names[plan.calendar.supplier[row]]


def _line_of(plan: Plan, sku: str) -> ListedLine | None:
    row = row_of(plan, sku)
    return None if row is None else listed_line(plan, row)


def _drafted(shop: Shop, plan: Plan, sku: str) -> list[WantedLine]:
    supplier = supplier_of(plan, sku)
    drafts = standing(read_orders(shop, states=[DRAFT]), today=plan.inputs.today)
    return [_kept(line) for draft in drafts if draft.supplier == supplier for line in draft.lines]


def _kept(line: OrderLine) -> WantedLine:
    return WantedLine(line.sku, line.units, advised=line.advised, reason=line.reason, unit_cost=line.unit_cost)
