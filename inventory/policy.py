"""What is known about ordering a product: its supplier's conditions, its costs and what the owner promises.

Also the stock it has. Days, units, money per unit, shares.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import numpy as np

from inventory.check import (
    BoolArray,
    FloatArray,
    floats,
    require,
    require_above_zero,
    require_share,
    require_zero_or_more,
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Policy:
    """Conditions, costs and promises per product: arrays (products,); single numbers hold for all products.

    lead_time_days: from order to arrival. lead_time_sd_days: its standard deviation, 0 or NaN: fixed.
    review_period_days: days between order days, 0: every moment. pack_size, moq: units. unit_cost: money per unit,
    NaN: unknown. order_cost: money per order, NaN: unknown. holding_rate: share of the unit cost a year.
    service_level: the promised chance that no unit is missed in one protection interval or, where by_fill_rate, the
    promised share of demanded units served from the shelf. maximum_cover_days: no lot is more than these days sell.
    price: money per unit sold, NaN: unknown. shelf_life_days: days from arrival in which a unit can be sold, NaN: it
    keeps. salvage_value: money for a unit that was not sold by then. Raises ValueError naming field, rule and value.

    >>> Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0, service_level=0.95,
    ...        maximum_cover_days=90)
    Traceback (most recent call last):
    ValueError: holding_rate must be above zero, got 0
    """

    lead_time_days: FloatArray
    review_period_days: FloatArray
    order_cost: FloatArray
    holding_rate: FloatArray
    service_level: FloatArray
    maximum_cover_days: FloatArray
    lead_time_sd_days: FloatArray = field(default_factory=lambda: np.array(np.nan))
    pack_size: FloatArray = field(default_factory=lambda: np.array(1.0))
    moq: FloatArray = field(default_factory=lambda: np.array(0.0))
    unit_cost: FloatArray = field(default_factory=lambda: np.array(np.nan))
    price: FloatArray = field(default_factory=lambda: np.array(np.nan))
    shelf_life_days: FloatArray = field(default_factory=lambda: np.array(np.nan))
    salvage_value: FloatArray = field(default_factory=lambda: np.array(0.0))
    by_fill_rate: BoolArray = field(default_factory=lambda: np.array(False))

    def __post_init__(self) -> None:
        """Give every field one value per product and check it."""
        names = [each.name for each in fields(self) if each.name != "by_fill_rate"]
        by_fill_rate = np.asarray(self.by_fill_rate, dtype=np.bool_)
        _broadcast(self, {name: floats(name, getattr(self, name)) for name in names} | {"by_fill_rate": by_fill_rate})
        for name in ("lead_time_days", "review_period_days", "moq"):
            require_zero_or_more(name, getattr(self, name))
        for name in ("lead_time_sd_days", "unit_cost", "order_cost", "price", "salvage_value"):
            require_zero_or_more(name, np.where(np.isnan(getattr(self, name)), 0.0, getattr(self, name)))
        for name in ("pack_size", "holding_rate", "maximum_cover_days"):
            require_above_zero(name, getattr(self, name))
        require_above_zero("shelf_life_days", np.where(np.isnan(self.shelf_life_days), 1.0, self.shelf_life_days))
        require_share("service_level", self.service_level)

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.lead_time_days.size)

    @property
    def margin(self) -> FloatArray:
        """Money earned with a unit sold (products,); NaN where price or unit cost is unknown.

        A price or unit cost of 0 is one that nobody entered.
        """
        return np.where((self.price > 0) & (self.unit_cost > 0), self.price - self.unit_cost, np.nan)

    @property
    def holding_cost(self) -> FloatArray:
        """Money to hold a unit for a year (products,); NaN where the unit cost is unknown.

        A unit cost of 0 is one that nobody entered: nothing is free to hold.
        """
        return np.where(self.unit_cost > 0, self.holding_rate * self.unit_cost, np.nan)


@dataclass(frozen=True, eq=False, kw_only=True)
class Stock:
    """What is there and what is coming: arrays (products,); single numbers hold for all products.

    on_hand: units in the shop, NaN: not counted; negative (a wrong record) is used as it is. on_order: units ordered
    and not yet received, NaN: nothing known of an order. active: still bought for sale. Units are
    rounded to three decimals (grams, where the unit is the kilogram).
    """

    on_hand: FloatArray
    on_order: FloatArray = field(default_factory=lambda: np.array(0.0))
    active: BoolArray = field(default_factory=lambda: np.array(True))

    def __post_init__(self) -> None:
        """Give every field one value per product and check it."""
        on_hand, on_order = floats("on_hand", self.on_hand), floats("on_order", self.on_order)
        require("on_hand", on_hand, ~np.isinf(on_hand), rule="a number or unknown")
        require_zero_or_more("on_order", np.where(np.isnan(on_order), 0.0, on_order))
        active = np.asarray(self.active, dtype=np.bool_)
        _broadcast(self, {"on_hand": on_hand.round(3), "on_order": on_order.round(3), "active": active})

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.on_hand.size)


def _broadcast(record: object, values: Mapping[str, FloatArray | BoolArray]) -> None:
    try:
        same = np.broadcast_arrays(*(np.atleast_1d(value) for value in values.values()))
    except ValueError as error:
        sizes = ", ".join(f"{name} {value.shape}" for name, value in values.items())
        raise ValueError(f"all fields must have one value per product, got {sizes}") from error
    for name, value in zip(values, same, strict=True):
        object.__setattr__(record, name, value)
