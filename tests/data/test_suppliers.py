import math
from datetime import date

import pandas as pd
import pytest

from data.importing.imports import import_sales
from data.products import edit_product, read_shop_products
from data.shop import Shop, open_shop, revision
from data.shop_settings import ShopSettings
from data.supplier_fields import FLAGS, NUMBERS, TEXTS
from data.suppliers import edit_supplier, suppliers, with_defaults
from data.value_rules import BadValue
from tests.data.sales_files import NOON, sales_file

TODAY = date(2024, 3, 1)
SETTINGS = ShopSettings(lead_time_days=9, review_period_days=14, order_cost=4.0)


@pytest.fixture
def supplied(shop: Shop) -> Shop:
    """A1 and B2 come from Acme, C3 from nobody known."""
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1, (0, "C3"): 1}), imported_at=NOON)
    for sku in ("A1", "B2"):
        edit_product(shop, sku, "supplier", "Acme", day=TODAY)
    return shop


def filled(shop: Shop) -> pd.DataFrame:
    return with_defaults(read_shop_products(shop), suppliers(shop), SETTINGS)


def test_a_supplier_that_a_product_names_is_there_without_conditions(supplied: Shop) -> None:
    table = suppliers(supplied)
    assert table.index.tolist() == ["Acme"]
    assert table.loc["Acme", list(NUMBERS)].isna().all()
    assert table.loc["Acme", [*TEXTS, *FLAGS]].tolist() == ["", "", "", False]


GOOD = {
    "lead_time_days": 0,
    "review_period_days": 7,
    "order_cost": 12.5,
    "lead_time_sd_days": 1.5,
    "minimum_order_value": 150,
    "fee_below_minimum": 12.5,
    "service_level": 0.97,
}


def test_every_number_has_a_good_value_here() -> None:
    assert GOOD.keys() == set(NUMBERS)


@pytest.mark.parametrize(("field", "value"), GOOD.items())
def test_an_edit_of_a_supplier_survives_reopening_and_can_be_emptied(supplied: Shop, field: str, value: float) -> None:
    before = revision(supplied)
    edit_supplier(supplied, "acme", field, value)
    assert suppliers(open_shop(supplied.folder)).loc["Acme", field] == value
    assert revision(supplied) == before + 1
    edit_supplier(supplied, "Acme", field, None)
    assert math.isnan(suppliers(supplied).loc["Acme", field])


@pytest.mark.parametrize(
    ("field", "said", "kept"),
    [
        ("order_days", "thursday and Mon", "Mon, Thu"),
        ("order_days", "never", "never"),
        ("email", " orders@acme.example ", "orders@acme.example"),
        ("note", "ring twice", "ring twice"),
    ],
)
def test_a_text_of_a_supplier_is_kept_and_can_be_emptied(supplied: Shop, field: str, said: str, kept: str) -> None:
    edit_supplier(supplied, "Acme", field, said)
    assert suppliers(supplied).loc["Acme", field] == kept
    edit_supplier(supplied, "Acme", field, "")
    assert suppliers(supplied).loc["Acme", field] == ""


def test_a_supplier_may_be_closed_on_holidays(supplied: Shop) -> None:
    edit_supplier(supplied, "Acme", "closed_on_holidays", True)
    assert suppliers(supplied).loc["Acme", "closed_on_holidays"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead_time_days", -1),
        ("lead_time_days", 900),
        ("review_period_days", 0),
        ("order_cost", -1),
        ("lead_time_sd_days", -1),
        ("order_days", "now and then"),
        ("minimum_order_value", -1),
        ("fee_below_minimum", -0.01),
        ("closed_on_holidays", None),
        ("note", "x" * 1001),
    ],
)
def test_a_condition_that_breaks_its_rule_is_refused_by_name(supplied: Shop, field: str, value: object) -> None:
    with pytest.raises(BadValue, match=f"{field} of Acme must be") as bad:
        edit_supplier(supplied, "Acme", field, value)
    assert bad.value.problem.values["supplier"] == "Acme"


def test_an_unknown_supplier_is_refused_by_name(supplied: Shop) -> None:
    with pytest.raises(BadValue, match="supplier must be in the shop, got 'Nobody'") as bad:
        edit_supplier(supplied, "Nobody", "order_cost", 1)
    assert bad.value.problem.code == "unknown_supplier"


def test_a_product_has_its_own_lead_time_else_its_suppliers_else_the_shops(supplied: Shop) -> None:
    edit_supplier(supplied, "Acme", "lead_time_days", 4)
    edit_product(supplied, "A1", "lead_time_days", 2, day=TODAY)
    table = filled(supplied)
    assert table["lead_time_days"].to_dict() == {"A1": 2, "B2": 4, "C3": 9}
    assert table["lead_time_days_assumed"].to_dict() == {"A1": False, "B2": False, "C3": True}


def test_a_spread_of_the_lead_time_is_the_products_else_the_suppliers_else_none(supplied: Shop) -> None:
    edit_supplier(supplied, "Acme", "lead_time_sd_days", 2)
    edit_product(supplied, "A1", "lead_time_sd_days", 1, day=TODAY)
    assert filled(supplied)["lead_time_sd_days"].to_dict() == {"A1": 1, "B2": 2, "C3": 0}


def test_review_period_and_order_cost_are_the_suppliers_else_the_shops(supplied: Shop) -> None:
    edit_supplier(supplied, "Acme", "review_period_days", 7)
    table = filled(supplied)
    assert table["review_period_days"].to_dict() == {"A1": 7, "B2": 7, "C3": 14}
    assert table["review_period_days_assumed"].to_dict() == {"A1": False, "B2": False, "C3": True}
    assert table["order_cost"].tolist() == [4, 4, 4]
    assert table["order_cost_assumed"].all()


def test_what_nobody_says_changes_no_order_and_stock_on_hand_stays_unknown(supplied: Shop) -> None:
    product = filled(supplied).loc["A1"]
    assert product[["lead_time_sd_days", "pack_size", "moq", "on_order"]].tolist() == [0, 1, 0, 0]
    assert product[["lead_time_sd_days_assumed", "pack_size_assumed", "moq_assumed", "on_order_assumed"]].all()
    assert math.isnan(product["on_hand"])


def test_filling_in_leaves_the_table_given_alone(supplied: Shop) -> None:
    before = read_shop_products(supplied)
    given = before.copy()
    with_defaults(given, suppliers(supplied), SETTINGS)
    pd.testing.assert_frame_equal(given, before)


def test_a_shop_without_products_can_be_filled_in(shop: Shop) -> None:
    assert filled(shop).empty
