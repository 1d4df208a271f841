"""All products as one table: how they sell, what they bring in, how far they can be forecast, what is there of them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.insights.sales_sums import SalesSums
from app.planning.plan import Plan
from inventory.classes import abc_classes, xyz_classes
from inventory.dead_stock import dead_stock

CLASS_WEEKS = 52
COLUMNS = (
    "sku", "name", "supplier", "category", "abc", "xyz", "grade", "on_hand", "days_of_cover", "order_quantity",
    "a_week", "brought_in", "days_since_sale", "dead", "dead_money", "active", "deleted",
)  # fmt: skip


def product_rows(plan: Plan, sums: SalesSums) -> pd.DataFrame:
    """One row per product, in the order of the plan; NaN where unknown.

    abc, xyz: classes by what the last year brought in (units where no money is known) and by how even its weeks were.
    brought_in: that amount. a_week: units a week lately. dead: there, and not sold for 90 days; dead_money: its cost.
    """
    products, history = plan.inputs.products, plan.inputs.history
    weekly = sums.of("money").by_week[-CLASS_WEEKS:]
    brought_in = np.maximum(weekly.sum(axis=0), 0.0)
    since = days_since_sale(history.units)
    still = dead_stock(since, on_hand=plan.stock.on_hand, unit_cost=plan.policy.unit_cost)
    names = products["name"].where(products["name"].notna() & (products["name"] != ""), products.index.to_series())
    table = pd.DataFrame(
        {
            "sku": list(products.index),
            "name": names.to_numpy(),
            "supplier": products["supplier"].fillna("").to_numpy(),
            "category": products["category"].fillna("").to_numpy(),
            "abc": abc_classes(brought_in).label,
            "xyz": xyz_classes(observed_weeks(history.units)[-CLASS_WEEKS:]).label,
            "grade": list(plan.judged.grade),
            "on_hand": plan.stock.on_hand,
            "days_of_cover": plan.decision.days_of_cover,
            "order_quantity": plan.decision.order_quantity,
            "a_week": plan.average_daily_sales * 7,
            "brought_in": brought_in,
            "days_since_sale": since,
            "dead": still.dead & ~plan.deleted,
            "dead_money": still.money,
            "active": plan.stock.active,
            "deleted": plan.deleted,
        }
    )
    return table[list(COLUMNS)]


def observed_weeks(units: NDArray[np.float64]) -> NDArray[np.float64]:
    """Units a week (weeks, products), the last week ending with the last day; NaN where no day of it was observed.

    >>> observed_weeks(np.array([[9.0], *[[1.0]] * 6, [np.nan]])).tolist()
    [[6.0]]
    """
    weeks = len(units) // 7
    daily = units[len(units) - weeks * 7 :].reshape(weeks, 7, units.shape[1])
    unknown = np.isnan(daily).all(axis=1)
    return np.where(unknown, np.nan, np.nansum(daily, axis=1))


def days_since_sale(units: NDArray[np.float64]) -> NDArray[np.float64]:
    """Days since the last sale in a history (days, products): 0 for its last day, NaN where nothing was ever sold.

    >>> days_since_sale(np.array([[1.0, 0.0], [0.0, 0.0], [0.0, np.nan]])).tolist()
    [2.0, nan]
    """
    was_sold = np.nan_to_num(units) > 0
    since = was_sold[::-1].argmax(axis=0).astype(np.float64)
    return np.where(was_sold.any(axis=0), since, np.nan)
