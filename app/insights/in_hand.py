"""What is known of the shop beyond its plan, worked out once and kept until the shop changes."""

import threading
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.desk import Desk, plan_now
from app.insights.finding import Findable, findable
from app.insights.product_rows import observed_weeks, product_rows
from app.insights.sales_sums import SalesSums, add_up
from app.planning.plan import Plan
from data.importing.imports import list_imports
from data.sales import daily_sales

TREND_WEEKS = 26


@dataclass(frozen=True, eq=False)
class Insight:
    """A plan with the table of its products (app/insights/product_rows.py), what finds them, and their last weeks."""

    plan: Plan
    sums: SalesSums
    rows: pd.DataFrame
    products: Findable
    weekly: NDArray[np.float64]


@dataclass
class _Kept:
    """The insight in hand of one desk, and the sums it was made from."""

    lock: Any = field(default_factory=threading.Lock, repr=False)
    sums: tuple[object, SalesSums] | None = None
    insight: Insight | None = None


def insight_now(desk: Desk) -> Insight | None:
    """The insight of the shop as it is; None while there is no plan. Two pages that ask at once wait for one."""
    plan = plan_now(desk)
    if plan is None:
        return None
    kept: _Kept = desk.kept.setdefault("insight", _Kept())
    with kept.lock:
        if kept.insight is None or kept.insight.plan is not plan:
            kept.insight = insight_of(plan, _sums_of(desk, plan, kept))
        return kept.insight


def _sums_of(desk: Desk, plan: Plan, kept: _Kept) -> SalesSums:
    """Added up anew only where a file, a product or a category changed."""
    categories = plan.inputs.products["category"].fillna("").astype(str)
    last_day = plan.inputs.history.days[-1].date()
    imports = tuple(record.import_id for record in list_imports(desk.shop))
    version = (imports, last_day, tuple(categories.index), tuple(categories))
    if kept.sums is None or kept.sums[0] != version:
        kept.sums = (version, add_up(daily_sales(desk.shop), categories, last_day=last_day))
    return kept.sums[1]


def insight_of(plan: Plan, sums: SalesSums) -> Insight:
    """The insight of a plan and the sums of its sales."""
    rows = product_rows(plan, sums)
    weekly = observed_weeks(plan.inputs.history.units)[-TREND_WEEKS:]
    return Insight(plan, sums, rows, findable(list(rows["sku"]), list(rows["name"])), weekly)
