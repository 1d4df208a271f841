"""The newsvendor: how much to buy of what can be sold only for a time.

Money per unit, units, shares.
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require, require_zero_or_more
from inventory.protection import ProtectionDemand


def critical_ratio(price: npt.ArrayLike, *, cost: npt.ArrayLike, salvage_value: npt.ArrayLike = 0.0) -> FloatArray:
    """(p - c) / (p - v): the chance of selling the last unit at which it is still worth buying.

    Snyder and Shen 2019, eq. 4.27; 0 where the price does not cover the cost, NaN where price or cost is unknown.
    Raises ValueError for negative money and for a salvage value that is not below the cost: such a unit would have no
    risk.

    >>> critical_ratio(1.0, cost=0.3, salvage_value=0.12).round(4)
    np.float64(0.7955)
    """
    p, c, v = np.broadcast_arrays(floats("price", price), floats("cost", cost), floats("salvage_value", salvage_value))
    for name, money in (("price", p), ("cost", c), ("salvage_value", v)):
        require_zero_or_more(name, np.where(np.isnan(money), 0.0, money))
    require("salvage_value", v, ~(v >= c), rule="below the cost")
    ratio = np.divide(p - c, p - v, out=np.zeros(p.shape), where=p > c)
    return np.where(np.isnan(p) | np.isnan(c), np.nan, ratio)[()]


def newsvendor_units(season: ProtectionDemand, *, ratio: npt.ArrayLike) -> FloatArray:
    """Whole units with the highest expected profit: the fewest with P(demand of the season <= units) >= ratio.

    One per product, 0 where the ratio is 0 (Snyder and Shen 2019, sec. 4.3.2). Raises ValueError for a ratio that is
    not 0 or more and below 1.
    """
    ratios = np.broadcast_to(floats("ratio", ratio), season.expected.shape)
    require("ratio", ratios, (ratios >= 0) & (ratios < 1), rule="0 or more and below 1")
    worth = ratios > 0
    return np.where(worth, season.whole_units(np.where(worth, ratios, 0.5)), 0.0)


def expected_profit(
    season: ProtectionDemand,
    units: npt.ArrayLike,
    *,
    price: npt.ArrayLike,
    cost: npt.ArrayLike,
    salvage_value: npt.ArrayLike = 0.0,
) -> FloatArray:
    """Expected profit of buying `units` for a season (products,), in money: (p - v) E[sold] - (c - v) units.

    What is sold is the demand less what would be missing (Snyder and Shen 2019, sec. 4.3.2).
    """
    bought = np.broadcast_to(floats("units", units), season.expected.shape)
    p, c, v = floats("price", price), floats("cost", cost), floats("salvage_value", salvage_value)
    sold = season.expected - season.expected_short(bought)
    return np.asarray((p - v) * sold - (c - v) * bought, dtype=np.float64)
