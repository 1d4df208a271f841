import math
from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.bundles import bundle_parts
from data.importing.imports import import_sales
from data.lists.products_file import ProductFile
from data.problems import FileRejected
from data.product_fields import NEVER_UNKNOWN, PRODUCT_RULES
from data.products import (
    COLUMNS,
    edit_product,
    edit_product_fields,
    import_products,
    read_shop_products,
    remove_products,
)
from data.sales import daily_sales
from data.shop import Shop, open_shop, revision
from data.suppliers import suppliers
from data.value_rules import BadValue
from tests.data.sales_files import NOON, day, report_of, sales_file

TODAY = date(2024, 3, 1)
GOOD: dict[str, object] = {
    "name": "Blue mug",
    "category": "Mugs",
    "supplier": "Acme",
    "article_code": "AC-17",
    "shelf_life_days": 5.0,
    "salvage_value": 0.4,
    "service_level": 0.9,
    "similar_to": "b2",
    "similar_share": 0.5,
    "unit_cost": 1.25,
    "price": 3.5,
    "lead_time_days": 10.0,
    "lead_time_sd_days": 2.5,
    "pack_size": 6.0,
    "moq": 12.0,
    "active": False,
    "on_hand": -3.0,
    "on_order": 24.0,
}


def product_list(**columns: list[Any]) -> ProductFile:
    table = pd.DataFrame(columns)
    empty = pd.DataFrame({"sku": [], "units": [], "revenue": []})
    return ProductFile(products=table, report=report_of(empty, name="products.csv", first_day=TODAY, last_day=TODAY))


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop with two products that were sold."""
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "b2"): 1}, names={"A1": "Mug"}), imported_at=NOON)
    return shop


def test_an_empty_shop_has_a_table_of_no_products_with_all_columns(shop: Shop) -> None:
    table = read_shop_products(shop)
    assert list(table.columns) == COLUMNS
    assert table.index.name == "sku"
    assert table.empty


def test_what_nobody_said_is_not_known(stocked: Shop) -> None:
    product = read_shop_products(stocked).loc["b2"]
    assert product.drop(["price", "active", "article_code", "similar_to"]).isna().all()
    assert product[["article_code", "similar_to"]].tolist() == ["", ""]


def test_every_field_has_a_good_value_here() -> None:
    assert GOOD.keys() == PRODUCT_RULES.keys()


@pytest.mark.parametrize("field", GOOD)
def test_an_edit_survives_reopening(stocked: Shop, field: str) -> None:
    edit_product(stocked, "A1", field, GOOD[field], day=TODAY)
    assert read_shop_products(open_shop(stocked.folder)).loc["A1", field] == GOOD[field]
    assert revision(stocked) == 2


@pytest.mark.parametrize("field", [field for field in GOOD if field != "active"])
def test_an_edit_can_be_emptied(stocked: Shop, field: str) -> None:
    edit_product(stocked, "A1", field, GOOD[field], day=TODAY)
    edit_product(stocked, "A1", field, "", day=TODAY)
    found = read_shop_products(stocked).loc["A1", field]
    assert found == "" if field in NEVER_UNKNOWN else pd.isna(found)


def test_an_edit_finds_the_product_in_any_letter_case(stocked: Shop) -> None:
    edit_product(stocked, "a1 ", "moq", 5, day=TODAY)
    assert read_shop_products(stocked).loc["A1", "moq"] == 5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead_time_days", -1),
        ("lead_time_days", 366),
        ("lead_time_sd_days", 400),
        ("pack_size", 0),
        ("moq", -1),
        ("unit_cost", -0.01),
        ("price", "cheap"),
        ("on_hand", math.inf),
        ("on_order", -1),
        ("active", None),
        ("name", "x" * 201),
        ("shelf_life_days", 0),
        ("salvage_value", -1),
        ("service_level", 95),
        ("similar_share", 0),
        ("similar_to", "a1"),
    ],
)
def test_a_value_that_breaks_its_rule_is_refused_by_name_and_nothing_changes(
    stocked: Shop, field: str, value: object
) -> None:
    before = revision(stocked)
    with pytest.raises(BadValue, match=f"{field} of A1 must be .*, got ") as bad:
        edit_product(stocked, "A1", field, value, day=TODAY)
    assert bad.value.problem.code == "bad_value"
    assert bad.value.problem.values["found"] == value
    assert bad.value.problem.values["sku"] == "A1"
    assert revision(stocked) == before


def test_an_unknown_product_or_field_is_refused_by_name(stocked: Shop) -> None:
    with pytest.raises(BadValue, match="got 'Z9'") as no_product:
        edit_product(stocked, "Z9", "moq", 5, day=TODAY)
    assert no_product.value.problem.code == "unknown_product"
    with pytest.raises(BadValue, match="got 'colour'") as no_field:
        edit_product(stocked, "A1", "colour", "red", day=TODAY)
    assert no_field.value.problem.code == "unknown_field"


def test_a_product_is_like_one_that_the_shop_has_or_that_comes_in_the_same_list(stocked: Shop) -> None:
    with pytest.raises(BadValue, match="similar_to of A1 must be in the shop, got 'Z9'") as bad:
        edit_product(stocked, "A1", "similar_to", "Z9", day=TODAY)
    assert bad.value.problem.code == "unknown_product"
    import_products(stocked, product_list(sku=["N1", "N2"], similar_to=["N2", "A1"], name=["New", "Newer"]), day=TODAY)
    assert read_shop_products(stocked)["similar_to"].to_dict() == {"A1": "", "N1": "N2", "N2": "A1", "b2": ""}
    with pytest.raises(FileRejected):
        import_products(stocked, product_list(sku=["N1"], similar_to=["Z9"]), day=TODAY)


def test_parts_of_a_list_make_bundles_also_of_products_that_come_with_it(stocked: Shop) -> None:
    listed = product_list(sku=["BOX", "N1"], parts=["6 x a1; 2 x N1", None])
    assert import_products(stocked, listed, day=TODAY).new == 2
    assert bundle_parts(stocked).to_numpy().tolist() == [["BOX", "A1", 6], ["BOX", "N1", 2]]
    again = import_products(stocked, product_list(sku=["BOX"], parts=["6 x A1; 3 x N1"]), day=TODAY)
    assert (again.changed, again.unchanged) == (1, 0)
    with pytest.raises(FileRejected) as rejected:
        import_products(stocked, product_list(sku=["BOX"], parts=["6 x Z9"]), day=TODAY)
    assert rejected.value.problems[0].values["found"] == "Z9"
    assert bundle_parts(stocked)["units"].tolist() == [6, 3]


def test_several_fields_are_set_all_or_none(stocked: Shop) -> None:
    with pytest.raises(BadValue):
        edit_product_fields(stocked, "A1", {"moq": 4, "shelf_life_days": 0}, day=TODAY)
    assert math.isnan(read_shop_products(stocked).loc["A1", "moq"])
    edit_product_fields(stocked, "A1", {"moq": 4, "shelf_life_days": 5, "parts": "2 x b2"}, day=TODAY)
    assert read_shop_products(stocked).loc["A1", ["moq", "shelf_life_days"]].tolist() == [4, 5]
    edit_product_fields(stocked, "A1", {"parts": ""}, day=TODAY)
    assert bundle_parts(stocked).empty


def test_naming_a_supplier_adds_it_once(stocked: Shop) -> None:
    edit_product(stocked, "A1", "supplier", "Acme Ltd", day=TODAY)
    edit_product(stocked, "b2", "supplier", " ACME ltd", day=TODAY)
    assert suppliers(stocked).index.tolist() == ["Acme Ltd"]
    assert read_shop_products(stocked)["supplier"].tolist() == ["Acme Ltd", "Acme Ltd"]


def test_a_list_adds_changes_and_leaves_products(stocked: Shop) -> None:
    listed = product_list(sku=["A1", "b2", "C3"], name=["Mug", "Bowl", "Cup"])
    outcome = import_products(stocked, listed, day=TODAY)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (1, 1, 1)
    assert read_shop_products(stocked)["name"].to_dict() == {"A1": "Mug", "C3": "Cup", "b2": "Bowl"}


def test_a_list_leaves_alone_what_it_does_not_say(stocked: Shop) -> None:
    edit_product(stocked, "A1", "moq", 12, day=TODAY)
    edit_product(stocked, "A1", "on_hand", 8, day=TODAY)
    import_products(stocked, product_list(sku=["A1"], moq=[math.nan], name=[None], pack_size=[6]), day=TODAY)
    product = read_shop_products(stocked).loc["A1"]
    assert product[["name", "moq", "pack_size", "on_hand"]].tolist() == ["Mug", 12, 6, 8]


def test_stock_of_a_list_is_counted_on_its_day(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["a1"], on_hand=[8.0], on_order=[4.0]), day=TODAY)
    product = read_shop_products(stocked).loc["A1"]
    assert (product["on_hand"], product["on_order"], product["counted_on"]) == (8, 4, pd.Timestamp(TODAY))


def test_the_same_list_again_changes_nothing(stocked: Shop) -> None:
    listed = product_list(sku=["A1", "C3"], supplier=["Acme", "Acme"], on_hand=[1.0, 2.0])
    import_products(stocked, listed, day=TODAY)
    before = revision(stocked)
    outcome = import_products(stocked, listed, day=TODAY)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 2)
    assert revision(stocked) == before


def test_a_list_with_bad_values_changes_nothing_and_names_all_of_them(stocked: Shop) -> None:
    listed = product_list(sku=["A1", "b2", "C3"], moq=[5.0, -1.0, 5.0], lead_time_days=[7.0, 7.0, 999.0])
    with pytest.raises(FileRejected) as rejected:
        import_products(stocked, listed, day=TODAY)
    told = [(problem.values["sku"], problem.values["field"]) for problem in rejected.value.problems]
    assert told == [("b2", "moq"), ("C3", "lead_time_days")]
    assert "C3" not in read_shop_products(stocked).index
    assert read_shop_products(stocked)["moq"].isna().all()


def test_what_a_list_says_is_no_longer_changed_by_sales_files(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["A1"], name=["Blue mug"]), day=TODAY)
    import_sales(stocked, sales_file({(1, "A1"): 1}, names={"A1": "MUG BLU"}, price=9), imported_at=NOON)
    assert read_shop_products(stocked).loc["A1", ["name", "price"]].tolist() == ["Blue mug", 9]


def test_two_rows_of_one_product_are_one_product(stocked: Shop) -> None:
    outcome = import_products(stocked, product_list(sku=["n1", "N1"], moq=[2.0, math.nan], price=[1.0, 3.0]), day=TODAY)
    assert outcome.new == 1
    assert read_shop_products(stocked).loc["n1", ["moq", "price"]].tolist() == [2, 3]


def test_removing_products_spares_those_with_sales(stocked: Shop) -> None:
    import_products(stocked, product_list(sku=["C3"], supplier=["Acme"], on_hand=[1.0]), day=TODAY)
    remove_products(stocked)
    assert read_shop_products(stocked).index.tolist() == ["A1", "b2"]
    assert suppliers(stocked).empty
    assert len(daily_sales(stocked)) == 2


def test_an_edit_on_an_earlier_day_is_still_the_one_that_holds(stocked: Shop) -> None:
    edit_product(stocked, "A1", "on_hand", 8, day=TODAY)
    edit_product(stocked, "A1", "on_hand", 5, day=day(0))
    product = read_shop_products(stocked).loc["A1"]
    assert (product["on_hand"], product["counted_on"]) == (5, pd.Timestamp(day(0)))
