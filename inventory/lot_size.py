"""How much to buy beyond the reorder point: the economic order quantity as far as it is known and sensible.

Units, whole ones.
"""

import numpy as np

from inventory.check import FloatArray
from inventory.eoq import economic_order_quantity
from inventory.policy import Policy

DAYS_A_YEAR = 365


def policy_eoq(policy: Policy, *, daily_demand: FloatArray) -> FloatArray:
    """Economic order quantity (products,) at the policy's costs; NaN where unit cost or order cost is unknown.

    daily_demand: expected units per day (products,), held for a year of 365 days.
    """
    return economic_order_quantity(
        daily_demand * DAYS_A_YEAR, order_cost=policy.order_cost, holding_cost=policy.holding_cost
    )


def lot_size(eoq: FloatArray, *, daily_demand: FloatArray, maximum_cover_days: FloatArray) -> FloatArray:
    """Whole units min(EOQ, what sells in the maximum cover), and 0 where the EOQ is unknown.

    The EOQ of a cheap product may last for years; nobody wants that on the shelf.

    >>> lot_size(np.array([300.0, 300.0, np.nan]), daily_demand=np.array([2.0, 20.0, 2.0]),
    ...          maximum_cover_days=np.array(90.0))
    array([180., 300.,   0.])
    """
    return np.nan_to_num(np.rint(np.minimum(eoq, daily_demand * maximum_cover_days)))
