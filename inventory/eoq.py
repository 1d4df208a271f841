"""The economic order quantity: the order size with the least cost of ordering plus holding.

Units, units per year, money per order, money per unit and year.
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require, require_above_zero, require_zero_or_more


def economic_order_quantity(
    annual_demand: npt.ArrayLike, *, order_cost: npt.ArrayLike, holding_cost: npt.ArrayLike
) -> FloatArray:
    """Order size sqrt(2 D K / h) with least yearly cost (Harris 1913; Snyder and Shen 2019, eq. 3.4), in units.

    No demand: 0. A cost that is unknown (NaN) gives NaN. Raises ValueError for a negative demand or order cost and a
    holding cost that is not above zero.

    >>> economic_order_quantity(1300, order_cost=8, holding_cost=0.225).round(4)
    np.float64(304.0468)
    """
    demand, order, holding = _checked(annual_demand, order_cost, holding_cost)
    return np.sqrt(2 * demand * order / holding)


def yearly_cost(
    order_size: npt.ArrayLike,
    *,
    annual_demand: npt.ArrayLike,
    order_cost: npt.ArrayLike,
    holding_cost: npt.ArrayLike,
) -> FloatArray:
    """Cost K D / Q + h Q / 2 of ordering and holding in a year (Snyder and Shen 2019, eq. 3.3), in money.

    Raises ValueError for an order size that is not above zero and as `economic_order_quantity` does.

    >>> yearly_cost(304.0467800264368, annual_demand=1300, order_cost=8, holding_cost=0.225).round(4)
    np.float64(68.4105)
    """
    size = floats("order_size", order_size)
    require("order_size", size, np.isnan(size) | (size > 0), rule="above zero")
    demand, order, holding = _checked(annual_demand, order_cost, holding_cost)
    return order * demand / size + holding * size / 2


def _checked(
    annual_demand: npt.ArrayLike, order_cost: npt.ArrayLike, holding_cost: npt.ArrayLike
) -> tuple[FloatArray, FloatArray, FloatArray]:
    demand = floats("annual_demand", annual_demand)
    order, holding = floats("order_cost", order_cost), floats("holding_cost", holding_cost)
    require_zero_or_more("annual_demand", demand)
    require_zero_or_more("order_cost", np.where(np.isnan(order), 0.0, order))
    require_above_zero("holding_cost", np.where(np.isnan(holding), 1.0, holding))
    return demand, order, holding
