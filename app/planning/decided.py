"""What was decided for the day already: the products of orders that were sent from today's plan."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.supplier_terms import SupplierTerms
from data.purchasing.orders import Order

Units = NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Decided:
    """units, advised (products,): ordered today, and advised then; NaN for a product that is in no order of today.

    spent: money for these orders, known costs only, fees of those below a supplier's minimum included.
    """

    units: Units
    advised: Units
    spent: float

    @property
    def is_decided(self) -> NDArray[np.bool_]:
        """Which products an order of today was sent for, if for none of them (products,)."""
        return ~np.isnan(self.units)


def decided(sent: Iterable[Order], products: pd.DataFrame, *, terms: SupplierTerms) -> Decided:
    """What the orders `sent` from today's plan decided of the products."""
    found = tuple(sent)
    units, advised = np.full(len(products), np.nan), np.full(len(products), np.nan)
    lines = [line for order in found for line in order.lines]
    rows = products.index.get_indexer(pd.Index([line.sku for line in lines], dtype=products.index.dtype))
    for row, line in zip(rows.tolist(), lines, strict=True):
        if row >= 0:
            units[row] = np.nan_to_num(units[row]) + line.units
            advised[row] = np.nan_to_num(advised[row]) + (line.advised or 0.0)
    return Decided(units=units, advised=advised, spent=sum(_money(order, terms) for order in found))


def _money(order: Order, terms: SupplierTerms) -> float:
    value = sum(line.units * (line.unit_cost or 0.0) for line in order.lines)
    if order.supplier not in terms.names:  # renamed or gone since
        return value
    place = terms.names.index(order.supplier)
    is_small = value < np.nan_to_num(terms.minimum_value[place]) - 1e-9
    return value + (float(np.nan_to_num(terms.fee[place])) if is_small else 0.0)
