"""The simple rule some owners are used to: order at 1.5 times the average daily sales.

It knows neither lead time nor spread; its true service level is shown beside it.
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require_zero_or_more
from inventory.protection import ProtectionDemand

DAYS_OF_SALES = 1.5


def simple_threshold(average_daily_sales: npt.ArrayLike) -> FloatArray:
    """Units at or below which to order: 1.5 x average daily sales, to one decimal.

    A rule of thumb without a source. Raises ValueError for sales that are negative or no number.

    >>> simple_threshold([4.0, 0.3])
    array([6. , 0.5])
    """
    sales = floats("average_daily_sales", average_daily_sales)
    require_zero_or_more("average_daily_sales", sales)
    # Half a tenth goes up: rounding down would order later than the rule says.
    return np.floor((DAYS_OF_SALES * sales * 10).round(6) + 0.5) / 10


def simple_service_level(protection: ProtectionDemand, average_daily_sales: npt.ArrayLike) -> FloatArray:
    """The share of order cycles in which the simple rule misses no unit: P(X <= threshold), per product.

    >>> from inventory.demand import poisson_demand
    >>> from inventory.policy import Policy
    >>> from inventory.protection import protection_demand
    >>> weekly = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> simple_service_level(protection_demand(poisson_demand(2.0, horizon=14), weekly), 2.0).round(4)
    array([0.])
    """
    return protection.probability(simple_threshold(average_daily_sales))
