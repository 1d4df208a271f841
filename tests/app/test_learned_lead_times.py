"""What suppliers say of their lead times, what they took, what is planned with."""

import datetime as dt

import pandas as pd
import pytest

from app.desk import Desk, plan_now
from app.learned_lead_times import lead_times_of_suppliers
from data.products import edit_product
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.suppliers import edit_supplier
from tests.app.shops import TODAY


@pytest.fixture
def supplied(small_desk: Desk) -> Desk:
    """Tea, mugs and trays come from Leaf, of which nothing is known yet."""
    for sku in ("tea", "mug", "tray"):
        edit_product(small_desk.shop, sku, "supplier", "Leaf", day=TODAY)
    return small_desk


def delivered(desk: Desk, *days: int) -> None:
    for taken in days:
        order_id = save_draft(desk.shop, "Leaf", [WantedLine("tea", 5)], day=TODAY)
        assert order_id is not None
        send_order(desk.shop, order_id, day=TODAY, expected_on=TODAY)
        receive(desk.shop, order_id, {"tea": 5}, day=TODAY + dt.timedelta(days=taken))


def leaf(desk: Desk) -> pd.Series:
    return lead_times_of_suppliers(desk.shop).loc["Leaf"]


def test_where_nobody_says_anything_the_shops_lead_time_is_planned_with(supplied: Desk) -> None:
    row = leaf(supplied)
    assert pd.isna(row["said_days"])
    assert (row["assumed_days"], row["planned_days"], row["deliveries"]) == (7, 7, 0)
    assert row[["shortest_days", "longest_days"]].isna().all()


def test_what_most_products_of_a_supplier_say_comes_before_its_own_word(supplied: Desk) -> None:
    for sku, days, spread in (("tea", 5, 1), ("mug", 5, 3), ("tray", 9, 8)):
        edit_product(supplied.shop, sku, "lead_time_days", days, day=TODAY)
        edit_product(supplied.shop, sku, "lead_time_sd_days", spread, day=TODAY)
    assert leaf(supplied)[["said_days", "planned_days", "planned_sd_days"]].tolist() == [5, 5, 2]
    edit_supplier(supplied.shop, "Leaf", "lead_time_days", 0)
    assert leaf(supplied)["said_days"] == 5
    for sku in ("tea", "mug"):
        edit_product(supplied.shop, sku, "lead_time_days", None, day=TODAY)
    assert leaf(supplied)["said_days"] == 0


def test_deliveries_move_what_is_planned_with(supplied: Desk) -> None:
    edit_supplier(supplied.shop, "Leaf", "lead_time_days", 5)
    delivered(supplied, 5, 11)
    row = leaf(supplied)
    assert row[["deliveries", "shortest_days", "longest_days"]].tolist() == [2, 5, 11]
    assert row["planned_days"] == pytest.approx((3 * 5 + 5 + 11) / 5)  # what is said counts as three deliveries
    assert row["planned_sd_days"] > 1


def test_a_shop_without_suppliers_has_none(desk: Desk) -> None:
    assert lead_times_of_suppliers(desk.shop).empty


def test_what_is_told_is_what_the_plan_reckons_with(supplied: Desk) -> None:
    edit_supplier(supplied.shop, "Leaf", "lead_time_days", 5)
    edit_product(supplied.shop, "tray", "lead_time_days", 20, day=TODAY)
    delivered(supplied, 5, 11)
    plan = plan_now(supplied)
    assert plan is not None
    days = dict(zip(plan.forecast.skus, plan.policy.lead_time_days, strict=True))
    assert days == pytest.approx({"tea": leaf(supplied)["planned_days"], "mug": 6.2, "tray": 20})


def test_a_supplier_without_products_is_told_by_its_own_word(supplied: Desk) -> None:
    for sku in ("tea", "mug", "tray"):
        edit_product(supplied.shop, sku, "supplier", "Mill", day=TODAY)
    assert pd.isna(leaf(supplied)["said_days"])
    edit_supplier(supplied.shop, "Leaf", "lead_time_days", 4)
    assert leaf(supplied)[["said_days", "planned_days", "deliveries"]].tolist() == [4, 4, 0]
