"""Stock that does not move: what has not sold for long, and what is to be sold off because it is not bought any more.

Units, days, money.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import BoolArray, FloatArray, floats, require_above_zero, require_zero_or_more
from inventory.demand import TotalDemand
from inventory.lead_time import LeadTimes
from inventory.policy import Policy, Stock
from inventory.protection import mixed_demand

DEAD_AFTER_DAYS = 90


@dataclass(frozen=True, eq=False, kw_only=True)
class DeadStock:
    """Whether a product is dead stock (products,), and the money in it: 0 where not, NaN where its cost is unknown."""

    dead: BoolArray
    money: FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class SellOff:
    """What is left of products that are not bought any more (products,); 0 and NaN for all others.

    days_to_sell: at the expected pace, inf where nothing is expected to sell. left_over: units expected to be left
    when the days to sell off are over, and money: what these cost, NaN where the cost is unknown.
    """

    units: FloatArray
    days_to_sell: FloatArray
    left_over: FloatArray
    money: FloatArray


def dead_stock(
    days_since_sale: npt.ArrayLike, *, on_hand: FloatArray, unit_cost: FloatArray, days: float = DEAD_AFTER_DAYS
) -> DeadStock:
    """Products that are there and of which none was sold in the last `days` days.

    days_since_sale (products,): since the last sale or, where nothing ever sold, since it could be sold. NaN: unknown,
    not dead. Raises ValueError for days that are not above zero.

    >>> dead_stock([120.0, 3.0], on_hand=np.array([5.0, 5.0]), unit_cost=np.array([4.0, 4.0])).money
    array([20.,  0.])
    """
    since = floats("days_since_sale", days_since_sale)
    require_zero_or_more("days_since_sale", np.nan_to_num(since))
    require_above_zero("days", floats("days", days))
    dead = (since >= days) & (on_hand > 0)
    cost = np.where(unit_cost > 0, unit_cost, np.nan)
    return DeadStock(dead=dead, money=np.where(dead, on_hand * cost, 0.0))


def sell_off(demand: TotalDemand, policy: Policy, stock: Stock, *, days: int) -> SellOff:
    """How the rest of the products that are not active sells in the next `days` days at today's price.

    The units left over are E[(on hand - demand)+]; what is expected to be left is what a lower price should move.
    Raises ValueError for days beyond the forecast.
    """
    leaving = ~stock.active & (np.nan_to_num(stock.on_hand) > 0)
    units = np.where(leaving, np.nan_to_num(stock.on_hand), 0.0)
    interval = LeadTimes(np.full((demand.products, 1), days), np.ones((demand.products, 1)))
    short = mixed_demand(demand, interval).expected_short(units)
    left = np.where(leaving, np.clip(units - demand.expected(days) + short, 0.0, units), 0.0)
    daily = demand.daily_mean
    pace = np.divide(units, daily, out=np.full(daily.shape, np.inf), where=daily > 0)
    cost = np.where(policy.unit_cost > 0, policy.unit_cost, np.nan)
    return SellOff(
        units=units,
        days_to_sell=np.where(leaving, pace, np.nan),
        left_over=left,
        money=np.where(leaving, left * cost, 0.0),
    )
