"""What a product costs and earns where the owner did not say it: only to put a replay into money."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from inventory.replay_figures import Money

COST_SHARE = 0.6  # of the price, where only one of the two is known
UNKNOWN_COST = 1.0


@dataclass(frozen=True, eq=False)
class Values:
    """Money per unit, and of how many products the cost was taken from the price, or neither was known."""

    money: Money
    cost_from_price: int
    nothing_known: int


def values_of(products: pd.DataFrame, *, holding_rate: float) -> Values:
    """Cost, margin and salvage value of products with columns unit_cost, price, salvage_value; 0 counts as unknown.

    A cost that is not known is 60 % of the price and the other way round; where neither is, a unit costs 1.

    >>> products = pd.DataFrame({"unit_cost": [3.0, np.nan, np.nan], "price": [4.0, 5.0, np.nan]})
    >>> values_of(products, holding_rate=0.25).money.unit_cost
    array([3., 3., 1.])
    """
    cost, price = _known(products["unit_cost"]), _known(products["price"])
    nothing = np.isnan(cost) & np.isnan(price)
    from_price = np.isnan(cost) & ~nothing
    unit_cost = np.select([nothing, from_price], [UNKNOWN_COST, COST_SHARE * price], cost)
    margin = np.where(np.isnan(price), unit_cost / COST_SHARE, price) - unit_cost
    back = np.nan_to_num(_known(products["salvage_value"])) if "salvage_value" in products else np.zeros(len(products))
    money = Money(
        unit_cost=unit_cost, margin=margin, holding_rate=np.full(len(products), holding_rate), salvage_value=back
    )
    return Values(money, int(from_price.sum()), int(nothing.sum()))


def _known(column: "pd.Series[float]") -> NDArray[np.float64]:
    values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(values > 0, values, np.nan)
