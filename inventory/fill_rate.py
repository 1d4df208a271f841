"""Service as a fill rate: the share of demanded units that is served from the shelf.

Units missed in an order cycle over units demanded in it (Silver, Pyke and Thomas 2017, ch. 6, measure P2), from the
distribution of totals and so for intermittent demand too. What was missing already when the cycle began is not counted
twice (Hadley and Whitin 1963; Guijarro, Cardos and Babiloni, EJOR 218, 2012).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require_share
from inventory.protection import ProtectionDemand

SLACK = 1e-9  # units: the last bit decides nothing
LEAST_SHARE = 0.5


@dataclass(frozen=True, eq=False, kw_only=True)
class Cycle:
    """One order cycle of every product: from the arrival of the next order to the arrival of the one after.

    until_start, until_end: demand from today to these arrivals. lot: units bought beyond the reorder point (products,),
    which make a cycle longer than one review period. usual: what usually sells in as many days (products,), None where
    that is not known.
    """

    until_start: ProtectionDemand
    until_end: ProtectionDemand
    lot: FloatArray
    usual: FloatArray | None = None

    @property
    def demand(self) -> FloatArray:
        """Expected units of a cycle (products,): what sells between the two arrivals, and no less than the lot.

        Nor less than half of what usually sells: a closed day between two arrivals allows the misses of no other day,
        and a share of nothing would ask for endless stock.
        """
        between = self.until_end.expected - self.until_start.expected
        least = 0.0 if self.usual is None else LEAST_SHARE * self.usual
        return np.maximum(np.maximum(between, self.lot), least)

    def missed(self, units: FloatArray) -> FloatArray:
        """Expected units missed in a cycle that begins with a position of `units` (products,)."""
        return np.maximum(self.until_end.expected_short(units) - self.until_start.expected_short(units), 0.0)


def fill_rate(cycle: Cycle, units: npt.ArrayLike) -> FloatArray:
    """1 - E[units missed] / E[units demanded] in a cycle (products,), with the position raised to `units`.

    1 without demand.

    >>> from inventory.demand import normal_demand
    >>> from inventory.lead_time import LeadTimes
    >>> from inventory.protection import mixed_demand
    >>> demand, sure = normal_demand(50.0, 8.0, horizon=5), np.array([[1.0]])
    >>> cycle = Cycle(until_start=mixed_demand(demand, LeadTimes(np.array([[4]]), sure)),
    ...               until_end=mixed_demand(demand, LeadTimes(np.array([[5]]), sure)), lot=np.array([0.0]))
    >>> fill_rate(cycle, [250.0]).round(3)
    array([0.857])
    """
    given = np.broadcast_to(floats("units", units), cycle.until_end.expected.shape)
    demanded = cycle.demand
    missed = np.divide(cycle.missed(given), demanded, out=np.zeros(demanded.shape), where=demanded > 0)
    return np.asarray(np.clip(1 - missed, 0.0, 1.0), dtype=np.float64)


def fill_rate_units(cycle: Cycle, *, level: npt.ArrayLike) -> FloatArray:
    """The fewest whole units to which the position must be raised to reach the fill rate (products,).

    level: one or per product. Raises ValueError for a level that is not between 0 and 1.
    """
    levels = floats("fill_rate", level)
    require_share("fill_rate", levels)
    allowed = (1 - np.broadcast_to(levels, cycle.demand.shape)) * cycle.demand + SLACK
    low = np.full(allowed.shape, -1.0)
    high = np.maximum(np.ceil(cycle.until_end.expected), 1.0)
    while (short := cycle.missed(high) > allowed).any():
        low, high = np.where(short, high, low), np.where(short, high * 2, high)
    while (apart := high - low > 1).any():
        middle = np.floor((low + high) / 2)
        enough = cycle.missed(middle) <= allowed
        low, high = np.where(apart & ~enough, middle, low), np.where(apart & enough, middle, high)
    return high
