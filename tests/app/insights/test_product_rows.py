"""The table of all products says of each what the plan and the sales know."""

import numpy as np
import pandas as pd

from app.insights.product_rows import COLUMNS, days_since_sale, observed_weeks, product_rows
from app.insights.sales_sums import add_up
from app.planning.plan import Plan
from tests.app.shops import plan_of


def rows_of(plan: Plan, *, money: dict[str, float] | None = None) -> pd.DataFrame:
    products = plan.inputs.products
    last = plan.inputs.history.days[-1]
    revenue = [(money or {}).get(sku, np.nan) for sku in products.index]
    sold = pd.DataFrame({"day": last, "sku": list(products.index), "units": 1.0, "revenue": revenue})
    categories = products["category"].fillna("").astype(str)
    return product_rows(plan, add_up(sold, categories, last_day=last.date())).set_index("sku", drop=False)


def test_products_are_classed_by_what_they_brought_in() -> None:
    plan = plan_of({"sku": "tea"}, {"sku": "mug"}, {"sku": "tray"})
    rows = rows_of(plan, money={"tea": 90.0, "mug": 8.0, "tray": 2.0})
    assert tuple(rows.columns) == COLUMNS
    assert rows["abc"].to_dict() == {"tea": "A", "mug": "B", "tray": "C"}
    assert set(rows["xyz"]) == {"X"}, "the same every day"
    assert rows["a_week"].tolist() == [14, 14, 14]


def test_a_product_without_a_name_is_called_by_its_number() -> None:
    rows = rows_of(plan_of({"sku": "4711", "name": ""}))
    assert rows.loc["4711", "name"] == "4711"


def test_what_is_there_and_sells_is_not_dead() -> None:
    rows = rows_of(plan_of({"sku": "tea", "on_hand": 5.0}))
    assert not rows.loc["tea", "dead"]


def test_weeks_count_from_the_last_day_and_leave_out_what_was_not_observed() -> None:
    units = np.array([[5.0, np.nan]] * 9)
    assert observed_weeks(units)[0].tolist()[:1] == [35]
    assert np.isnan(observed_weeks(units)[0, 1])
    assert observed_weeks(units).shape == (1, 2)


def test_days_since_the_last_sale_count_backwards() -> None:
    assert days_since_sale(np.array([[1.0, 0.0], [0.0, 1.0]])).tolist() == [1, 0]
