"""What was decided and under which conditions: kept of one plan to tell what the next one changed."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import numpy as np

from inventory.adjustments import Adjustments, adjusted_quantity
from inventory.check import BoolArray, FloatArray, IntArray
from inventory.decision import Decision
from inventory.order_calendar import OrderCalendar
from inventory.policy import Policy

Record = TypeVar("Record", Policy, Decision)


@dataclass(frozen=True, eq=False, kw_only=True)
class Planned:
    """What was decided and under which conditions. Keep policy, calendar and decision of last time to compare with.

    below_zero: units by which the record of stock on hand was below zero (products,), where the decision has none.
    """

    policy: Policy
    decision: Decision
    calendar: OrderCalendar | None = None
    adjustments: Adjustments | None = None
    below_zero: FloatArray | None = None

    @property
    def quantity(self) -> FloatArray:
        """Units advised or chosen in the end (products,), NaN where unknown."""
        if self.adjustments is None:
            return self.decision.order_quantity
        return adjusted_quantity(self.decision, self.adjustments)

    @property
    def overridden(self) -> BoolArray:
        """Where the owner chose another quantity (products,)."""
        if self.adjustments is None:
            return np.zeros(self.decision.products, dtype=np.bool_)
        return ~np.isnan(self.adjustments.override)

    def only(self, products: IntArray) -> "Planned":
        """What was decided of some products, by index."""
        return Planned(
            policy=_rows(self.policy, products),
            decision=_rows(self.decision, products),
            calendar=None if self.calendar is None else self.calendar.only(products),
            adjustments=None if self.adjustments is None else _all_rows(self, products),
            below_zero=None if self.below_zero is None else self.below_zero[products],
        )


def _rows(record: Record, products: IntArray) -> Record:
    """The record with these rows of all its arrays."""
    values = {each.name: getattr(record, each.name) for each in fields(record)}
    rows: dict[str, Any] = {name: value[products] for name, value in values.items() if isinstance(value, np.ndarray)}
    return replace(record, **rows)


def _all_rows(planned: Planned, products: IntArray) -> Adjustments:
    """The adjustments of some products, where single numbers hold for all."""
    given, size = planned.adjustments or Adjustments(), planned.decision.products
    names = [each.name for each in fields(given)]
    return Adjustments(**{name: np.broadcast_to(getattr(given, name), (size,))[products] for name in names})
