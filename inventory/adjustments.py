"""What was changed in advised orders: decided already, a minimum reached, a budget kept, the owner's own choice."""

from dataclasses import dataclass, field, fields

import numpy as np

from inventory.check import FloatArray, floats, require, require_zero_or_more
from inventory.decision import Decision

MOVES = ("decided", "minimum_top_up", "minimum_wait", "budget_cut")
TAKEN = ("decided", "minimum_wait", "budget_cut")


@dataclass(frozen=True, eq=False, kw_only=True)
class Adjustments:
    """Units per product (products,); single numbers hold for all products.

    decided: taken off since the product was in an order sent today, which settles it for the day, 0 or less.
    minimum_top_up: added to reach a supplier's minimum, 0 or more. minimum_wait: taken off since the order waits until
    it reaches that minimum by itself, 0 or less. budget_cut: taken off to keep a budget, 0 or less. override: the
    quantity that the owner orders instead, NaN where there is none. Three decimals. Raises ValueError naming field,
    rule and value.
    """

    decided: FloatArray = field(default_factory=lambda: np.array(0.0))
    minimum_top_up: FloatArray = field(default_factory=lambda: np.array(0.0))
    minimum_wait: FloatArray = field(default_factory=lambda: np.array(0.0))
    budget_cut: FloatArray = field(default_factory=lambda: np.array(0.0))
    override: FloatArray = field(default_factory=lambda: np.array(np.nan))

    def __post_init__(self) -> None:
        """Give every field one value per product and check it."""
        names = [each.name for each in fields(self)]
        values = np.broadcast_arrays(*(np.atleast_1d(floats(name, getattr(self, name))).round(3) for name in names))
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)
        require_zero_or_more("minimum_top_up", self.minimum_top_up)
        for name in TAKEN:
            taken = getattr(self, name)
            require(name, taken, np.isfinite(taken) & (taken <= 0), rule="zero or less")
        require_zero_or_more("override", np.where(np.isnan(self.override), 0.0, self.override))

    @property
    def moved(self) -> FloatArray:
        """Units added to the advice before the owner's own choice (products,)."""
        return (self.decided + self.minimum_top_up + self.minimum_wait + self.budget_cut).round(3)


def adjusted_quantity(decision: Decision, adjustments: Adjustments) -> FloatArray:
    """Units to order in the end (products,), NaN where nothing can be advised and the owner gave no number.

    Raises ValueError where more is taken off than was advised.
    """
    advised = (decision.order_quantity + adjustments.moved).round(3)
    taken = adjustments.decided + adjustments.minimum_wait + adjustments.budget_cut
    require("budget_cut, minimum_wait and decided", taken, ~(advised < 0), rule="no more than the order")
    return np.where(np.isnan(adjustments.override), advised, adjustments.override)
