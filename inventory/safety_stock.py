"""When to reorder: reorder point and safety stock.

Quantities in units. Both come from the distribution of demand over lead time plus review period.
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray
from inventory.protection import ProtectionDemand


def reorder_point(protection: ProtectionDemand, *, service_level: npt.ArrayLike) -> FloatArray:
    """Whole units at or below which to order, one per product.

    The `service_level` quantile of demand over the protection interval, rounded up, so that demand stays at or below
    it in at least that share of order cycles (Silver, Pyke and Thomas 2017, ch. 6). Raises ValueError for a
    service level that is not between 0 and 1.

    >>> from inventory.demand import poisson_demand
    >>> from inventory.policy import Policy
    >>> from inventory.protection import protection_demand
    >>> weekly = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> reorder_point(protection_demand(poisson_demand(2.0, horizon=14), weekly), service_level=0.95)
    array([37.])
    """
    return protection.whole_units(service_level)


def safety_stock(reorder_points: FloatArray, *, expected_demand: FloatArray) -> FloatArray:
    """Units held above the expected demand of the protection interval, s - E[X], in tenths of a unit.

    Both must have one decimal; the result has one too, so that the printed numbers add up. Negative where the
    promise needs less than the expected demand, as with rare large sales.

    >>> safety_stock(np.array([37.0]), expected_demand=np.array([28.4]))
    array([8.6])
    """
    return (np.rint(reorder_points * 10) - np.rint(expected_demand * 10)) / 10
