"""What came of a way of ordering: service, stock and cost of a rolled shop, with intervals.

Units, money, shares. All products are added up; what one product's figures are is in `StockRecord`.
"""

from dataclasses import dataclass, fields

import numpy as np

from inventory.check import FloatArray, IntArray
from inventory.lot_size import DAYS_A_YEAR
from inventory.simulation import StockRecord

DAYS_PER_BLOCK = 7
RESAMPLES = 1000
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, eq=False, kw_only=True)
class Figures:
    """Figures of each way of ordering: arrays (ways,), or (resamples, ways).

    fill_rate: share of demanded units served, 1 where none was demanded. missed_margin: at price less cost.
    average_stock_units, average_stock_value: on hand at the start of a day. orders: order lines. holding_cost:
    of the days rolled. spoiled_units, spoiled_cost: what grew too old, less what is given back for it.
    """

    fill_rate: FloatArray
    missed_units: FloatArray
    missed_margin: FloatArray
    average_stock_units: FloatArray
    average_stock_value: FloatArray
    orders: FloatArray
    holding_cost: FloatArray
    spoiled_units: FloatArray
    spoiled_cost: FloatArray


ALL_NAMES = tuple(field.name for field in fields(Figures))
SPOILED_NAMES = ("spoiled_units", "spoiled_cost")
FIGURE_NAMES = tuple(name for name in ALL_NAMES if name not in SPOILED_NAMES)  # of every shop


@dataclass(frozen=True, eq=False)
class Outcome:
    """The figures (ways,), and between what nine of ten resamples lie; made by `replay_outcome`."""

    value: Figures
    low: Figures
    high: Figures


@dataclass(frozen=True, eq=False, kw_only=True)
class Money:
    """Money per unit (products,), and the share of its cost that holding a unit for a year costs.

    salvage_value: what is given back for a unit too old to be sold.
    """

    unit_cost: FloatArray
    margin: FloatArray
    holding_rate: FloatArray
    salvage_value: FloatArray

    @property
    def lost_on_spoiled(self) -> FloatArray:
        """Money lost on a unit that is thrown away (products,)."""
        return np.maximum(self.unit_cost - self.salvage_value, 0.0)


def replay_outcome(record: StockRecord, money: Money, *, generator: np.random.Generator) -> Outcome:
    """Add up a rolled shop and bootstrap the sums over products and weeks.

    Each resample draws products and weeks, both with replacement, and takes every drawn product in every drawn week
    (Owen, "The pigeonhole bootstrap", Annals of Applied Statistics 1, 2007): products share a week's weather, weeks
    share a product's habits, so single days are no independent cases. low and high are the 5 % and 95 % quantiles.
    """
    blocks = _blocks(record, money)
    products, week_days = record.demand.shape[1], _week_days(len(record.demand))
    drawn_products = generator.multinomial(products, np.full(products, 1 / products), RESAMPLES).astype(np.float64)
    drawn_weeks = generator.multinomial(week_days.size, np.full(week_days.size, 1 / week_days.size), RESAMPLES)
    sums = {
        name: np.einsum("bkw,bw->bk", np.tensordot(drawn_products, block, axes=(1, 2)), drawn_weeks)
        for name, block in blocks.items()
    }
    again = _figures(sums, days=(drawn_weeks @ week_days)[:, None])
    low, high = (
        Figures(**{name: np.quantile(getattr(again, name), level, axis=0) for name in ALL_NAMES})
        for level in (LOW, HIGH)
    )
    value = _figures({name: block.sum(axis=(1, 2)) for name, block in blocks.items()}, days=week_days.sum())
    return Outcome(value, low, high)


def cost_by_product(record: StockRecord, money: Money, *, order_cost: FloatArray) -> FloatArray:
    """Money that each way cost by each product (ways, products): missed margin, holding, orders placed, what spoiled.

    order_cost: money per order (products,), NaN (unknown) counts as none.
    """
    missed = record.missed.sum(axis=0) * money.margin
    holding = record.on_hand.sum(axis=0) * money.unit_cost * money.holding_rate / DAYS_A_YEAR
    placed = (record.ordered > 0).sum(axis=0) * np.nan_to_num(order_cost)
    return np.asarray(missed + holding + placed + record.spoiled.sum(axis=0) * money.lost_on_spoiled)


def _blocks(record: StockRecord, money: Money) -> dict[str, FloatArray]:
    """What the figures are sums of, by way, week and product (ways, weeks, products)."""
    missed, on_hand = record.missed, record.on_hand
    by_day = {
        "demand": np.broadcast_to(record.demand[:, None], missed.shape),
        "missed": missed,
        "missed_margin": missed * money.margin,
        "stock": on_hand,
        "value": on_hand * money.unit_cost,
        "holding": on_hand * money.unit_cost * money.holding_rate / DAYS_A_YEAR,
        "orders": (record.ordered > 0).astype(np.float64),
        "spoiled": record.spoiled,
        "spoiled_cost": record.spoiled * money.lost_on_spoiled,
    }
    starts = np.arange(0, len(missed), DAYS_PER_BLOCK)
    return {name: np.swapaxes(np.add.reduceat(units, starts, axis=0), 0, 1) for name, units in by_day.items()}


def _week_days(days: int) -> IntArray:
    """Days in each week (weeks,); the last may be cut."""
    return np.diff(np.append(np.arange(0, days, DAYS_PER_BLOCK), days))


def _figures(sums: dict[str, FloatArray], *, days: IntArray | np.int64) -> Figures:
    demand = sums["demand"]
    served = np.divide(demand - sums["missed"], demand, out=np.ones(demand.shape), where=demand > 0)
    return Figures(
        fill_rate=served,
        missed_units=sums["missed"],
        missed_margin=sums["missed_margin"],
        average_stock_units=sums["stock"] / days,
        average_stock_value=sums["value"] / days,
        orders=sums["orders"],
        holding_cost=sums["holding"],
        spoiled_units=sums["spoiled"],
        spoiled_cost=sums["spoiled_cost"],
    )
