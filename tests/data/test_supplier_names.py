import pytest

from data.products import edit_product, read_shop_products, remove_products
from data.purchasing.deliveries import delivery_times, receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import read_orders
from data.shop import Shop, open_shop
from data.supplier_days import Closure, closures
from data.suppliers import edit_supplier, rename_supplier, set_closures, suppliers
from data.value_rules import BadValue
from tests.data.purchasing.conftest import sent, stocked
from tests.data.sales_files import day

__all__ = ["sent", "stocked"]


def test_products_orders_deliveries_and_conditions_stay_with_a_renamed_supplier(stocked: Shop, sent: int) -> None:
    edit_supplier(stocked, "Willow", "lead_time_days", 5)
    set_closures(stocked, "Willow", [Closure(day(20), day(25))])
    receive(stocked, sent, {"MUG": 4}, day=day(4))
    rename_supplier(stocked, "willow", "Willow & Sons")
    shop = open_shop(stocked.folder)
    assert suppliers(shop)["lead_time_days"].to_dict() == {"Willow & Sons": 5}
    assert set(read_shop_products(shop)["supplier"]) == {"Willow & Sons"}
    assert [order.supplier for order in read_orders(shop)] == ["Willow & Sons"]
    assert delivery_times(shop)["supplier"].tolist() == ["Willow & Sons"]
    assert closures(shop)["supplier"].tolist() == ["Willow & Sons"]


def test_lists_with_the_earlier_names_find_the_renamed_supplier(stocked: Shop) -> None:
    rename_supplier(stocked, "Willow", "Willow & Sons")
    rename_supplier(stocked, "Willow & Sons", "Willow Ltd")
    edit_product(stocked, "MUG", "supplier", "Willow", day=day(3))
    edit_product(stocked, "TEAPOT", "supplier", "WILLOW & sons", day=day(3))
    assert suppliers(stocked).index.tolist() == ["Willow Ltd"]
    assert set(read_shop_products(stocked)["supplier"]) == {"Willow Ltd"}


def test_a_name_can_be_given_back(stocked: Shop) -> None:
    rename_supplier(stocked, "Willow", "Oak")
    rename_supplier(stocked, "Oak", "Willow")
    assert suppliers(stocked).index.tolist() == ["Willow"]
    edit_product(stocked, "MUG", "supplier", "Oak", day=day(3))
    assert set(read_shop_products(stocked)["supplier"]) == {"Willow"}


def test_a_name_can_be_spelled_otherwise(stocked: Shop) -> None:
    rename_supplier(stocked, "Willow", "WILLOW")
    assert suppliers(stocked).index.tolist() == ["WILLOW"]


def test_a_draft_goes_on_under_the_new_name(stocked: Shop) -> None:
    save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    rename_supplier(stocked, "Willow", "Oak")
    order_id = save_draft(stocked, "Oak", [WantedLine("MUG", 6)], day=day(2))
    assert order_id is not None
    send_order(stocked, order_id, day=day(2), expected_on=day(5))
    assert [order.supplier for order in read_orders(stocked)] == ["Oak"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("Nobody", "Oak", "unknown_supplier"), ("Willow", "elm ", "supplier_name_taken"), ("Willow", " ", "bad_value")],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_changes(stocked: Shop, old: str, new: str, code: str) -> None:
    edit_product(stocked, "TEAPOT", "supplier", "Elm", day=day(2))
    with pytest.raises(BadValue) as bad:
        rename_supplier(stocked, old, new)
    assert bad.value.problem.code == code
    assert suppliers(stocked).index.tolist() == ["Elm", "Willow"]


def test_suppliers_without_products_go_with_their_names(stocked: Shop) -> None:
    rename_supplier(stocked, "Willow", "Oak")
    for sku in ("MUG", "TEAPOT"):
        edit_product(stocked, sku, "supplier", None, day=day(3))
    remove_products(stocked)
    assert suppliers(stocked).empty
