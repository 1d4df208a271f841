"""The order list as a table: one row per product, the columns of orders.csv."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.plan import Plan
from app.words.change_words import change_text
from app.words.cover_words import LONGEST_COVER_DAYS
from app.words.reasons import why
from app.words.trust_words import grade_text, reason_text
from inventory.cents import to_cents
from inventory.intervals import order_intervals

ORDER_COLUMNS = (
    "sku", "name", "supplier", "on_hand", "on_order", "lead_time_days", "review_period_days", "service_level",
    "expected_demand", "safety_stock", "reorder_point", "order_up_to", "eoq", "order_quantity", "unit_cost",
    "order_cost", "days_of_cover", "why", "forecast", "forecast_reason", "since_last", "supplier_article_code",
)  # fmt: skip


def order_table(plan: Plan, products: NDArray[Any] | None = None) -> pd.DataFrame:
    """Every product of the plan with its decision, in the order of the plan; NaN or empty where unknown.

    `products` are places in the plan where only some are wanted, in their order.

    `review_period_days` lie between the next order and the one after it, whatever says so: the supplier's order days or
    its usual period. `order_cost` is the money the ordered units cost, `unit_cost` x `order_quantity`. `forecast` says
    how far the forecast can be trusted: Good, Wide or Do not trust. `since_last` says what moved the quantity since the
    last advice. `days_of_cover` goes up to a year: 365 stands for that and more, since nobody knows what sells then.
    """
    known, policy, decision = plan.inputs.products, plan.policy, plan.decision
    table = pd.DataFrame(
        {
            "sku": list(known.index),
            "name": known["name"].fillna("").to_numpy(),
            "supplier": known["supplier"].fillna("").to_numpy(),
            "on_hand": plan.on_record,
            "on_order": plan.stock.on_order,
            "lead_time_days": policy.lead_time_days,
            "review_period_days": _days_to_order_after(plan),
            "service_level": policy.service_level,
            "expected_demand": decision.expected_demand,
            "safety_stock": decision.safety_stock,
            "reorder_point": decision.reorder_point,
            "order_up_to": decision.order_up_to,
            "eoq": np.round(decision.eoq, 1),
            "order_quantity": plan.quantity_today,
            "unit_cost": policy.unit_cost,
            "order_cost": to_cents(plan.quantity_today * policy.unit_cost),
            "days_of_cover": np.minimum(np.round(decision.days_of_cover, 1), LONGEST_COVER_DAYS),
        }
    )
    table["since_last"] = _since_last(plan)
    table["supplier_article_code"] = known["article_code"].fillna("").to_numpy()
    table = table if products is None else table.iloc[products]
    table = table.assign(
        why=[why(plan, index) for index in table.index],
        forecast=[grade_text(plan.judged, index) for index in table.index],
        forecast_reason=[reason_text(plan.judged, index) for index in table.index],
    )
    return table[list(ORDER_COLUMNS)].reset_index(drop=True)


def _since_last(plan: Plan) -> list[str]:
    """What moved each quantity since the last advice, "" where it is the same."""
    if plan.changes is None:
        return [""] * len(plan.quantity)
    changes = plan.changes.changes
    moved = np.nan_to_num(changes.before) != np.nan_to_num(changes.after)
    return [change_text(plan, index) if moved[index] else "" for index in range(len(moved))]


def _days_to_order_after(plan: Plan) -> NDArray[np.float64]:
    known = plan.calendar.known[plan.calendar.supplier]
    intervals = order_intervals(plan.policy, plan.calendar)
    between = intervals.order_after - intervals.order_in
    return np.where(known & intervals.orderable, between, plan.policy.review_period_days)


def to_order(table: pd.DataFrame) -> pd.DataFrame:
    """The rows with something to order today, by supplier, the least cover first."""
    rows = table[table["order_quantity"] > 0]
    return rows.sort_values(["supplier", "days_of_cover", "sku"], kind="stable", na_position="last")


def of_supplier(table: pd.DataFrame, supplier: str | None) -> pd.DataFrame:
    """The rows of one supplier ("" for products without one); all rows for None."""
    return table if supplier is None else table[table["supplier"] == supplier]
