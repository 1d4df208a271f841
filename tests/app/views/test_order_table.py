"""The order list as a table: orders.csv."""

import datetime as dt

import numpy as np
import pandas as pd

from app.planning.kept_advice import FORM
from app.planning.plan import Plan
from app.views.order_table import of_supplier, order_table, to_order
from data.advice import KeptAdvice
from tests.app.shops import NOW, TODAY, plan_of

COLUMNS = (
    "sku name supplier on_hand on_order lead_time_days review_period_days service_level expected_demand safety_stock "
    "reorder_point order_up_to eoq order_quantity unit_cost order_cost days_of_cover why forecast forecast_reason "
    "since_last supplier_article_code"
)


def test_the_columns_are_those_promised_in_their_order(sample_plan: Plan) -> None:
    assert list(order_table(sample_plan).columns) == COLUMNS.split()


def test_each_product_has_a_row_in_the_order_of_the_plan(sample_plan: Plan) -> None:
    assert order_table(sample_plan)["sku"].tolist() == list(sample_plan.inputs.products.index)


def test_a_row_says_what_was_decided() -> None:
    plan = plan_of(
        {
            "sku": "tea",
            "name": "Tea",
            "supplier": "Leaf & Co",
            "unit_cost": 4.0,
            "on_hand": 20.0,
            "on_order": 12.0,
            "article_code": "L-7",
        }
    )
    row = order_table(plan).iloc[0].to_dict()
    assert row.pop("why").startswith("expected sales 28 + safety stock 9")
    assert row == {
        "sku": "tea", "name": "Tea", "supplier": "Leaf & Co", "on_hand": 20, "on_order": 12, "lead_time_days": 7,
        "review_period_days": 7, "service_level": 0.95, "expected_demand": 28, "safety_stock": 9, "reorder_point": 37,
        "order_up_to": 122, "eoq": 85.4, "order_quantity": 90, "unit_cost": 4, "order_cost": 360, "days_of_cover": 16,
        "forecast": "Good", "forecast_reason": "", "since_last": "", "supplier_article_code": "L-7",
    }  # fmt: skip


def test_the_days_between_orders_are_those_between_the_next_two_order_days() -> None:
    weekly, twice, usual = ({"supplier": name, "on_hand": 20.0} for name in ("Tuesdays", "Tue and Fri", "Any"))
    suppliers = {
        "Tuesdays": {"order_days": "Tue"},
        "Tue and Fri": {"order_days": "Tue, Fri"},
        "Any": {"review_period_days": 10.0},
    }
    closed = pd.DataFrame({"supplier": ["Tuesdays"], "first_day": ["2024-03-18"], "last_day": ["2024-03-20"]})
    table = order_table(plan_of(weekly, twice, usual, suppliers=suppliers, closures=closed))
    assert table["review_period_days"].tolist() == [14, 3, 10]


def test_where_the_stock_is_not_known_neither_it_nor_an_order_is_made_up() -> None:
    row = order_table(plan_of({"unit_cost": 4.0})).iloc[0]
    assert row[["on_hand", "order_quantity", "order_cost", "days_of_cover"]].isna().all()
    assert row["order_up_to"] == 122


def test_an_unknown_cost_leaves_the_money_empty_and_not_the_order() -> None:
    row = order_table(plan_of({"on_hand": 0.0})).iloc[0]
    assert np.isnan(row["order_cost"])
    assert np.isnan(row["eoq"])
    assert row["order_quantity"] == 37


def test_the_cost_of_an_order_is_quantity_times_unit_cost_to_the_cent(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    np.testing.assert_allclose(table["order_cost"], (table["order_quantity"] * table["unit_cost"]).round(2))


def test_the_list_to_order_is_by_supplier_and_then_what_runs_out_first() -> None:
    plan = plan_of(
        {"sku": "a later one", "supplier": "B", "on_hand": 20.0},
        {"sku": "empty", "supplier": "B", "on_hand": 0.0},
        {"sku": "plenty", "supplier": "A", "on_hand": 500.0},
        {"sku": "first", "supplier": "A", "on_hand": 9.0},
        {"sku": "uncounted", "supplier": "A"},
        {"sku": "nobody's", "on_hand": 5.0},
    )
    assert to_order(order_table(plan))["sku"].tolist() == ["nobody's", "first", "empty", "a later one"]


def test_equal_cover_is_ordered_by_sku() -> None:
    plan = plan_of(*({"sku": sku, "supplier": "A", "on_hand": 4.0} for sku in "cab"))
    assert to_order(order_table(plan))["sku"].tolist() == ["a", "b", "c"]


def test_one_supplier_is_one_part_of_the_list_and_nobody_is_a_supplier_too() -> None:
    table = pd.DataFrame({"sku": ["a", "b", "c"], "supplier": ["A", "", "A"]})
    assert of_supplier(table, "A")["sku"].tolist() == ["a", "c"]
    assert of_supplier(table, "")["sku"].tolist() == ["b"]
    assert of_supplier(table, None)["sku"].tolist() == ["a", "b", "c"]
    assert of_supplier(table, "C").empty


def test_a_quantity_that_is_not_the_last_one_says_what_moved_it() -> None:
    before = plan_of({"sku": "tea", "on_hand": 10.0}, {"sku": "mug", "on_hand": 500.0})
    kept = KeptAdvice(1, TODAY - dt.timedelta(days=1), NOW, FORM, before.advice())
    plan = plan_of({"sku": "tea", "on_hand": 8.0}, {"sku": "mug", "on_hand": 498.0}, advice=kept)
    assert order_table(plan)["since_last"].tolist() == ["Sunday 10 March 27, now 29: sold since then (+2).", ""]


def test_nobody_is_told_that_stock_lasts_for_ages() -> None:
    """A product that hardly sells: some hundreds of thousands of years."""
    slow = order_table(plan_of({"on_hand": 2_000_000.0})).iloc[0]
    assert slow["days_of_cover"] == 365
