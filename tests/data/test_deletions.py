"""Products deleted for good: their sales and orders stay, and they come back as they were."""

import pytest

from data.deletions import bring_back, delete_product
from data.edit_undo import last_edit, undo_last_edit
from data.importing.imports import import_sales
from data.products import edit_product, read_shop_products, remove_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import RECEIVED, read_orders
from data.sales import daily_sales
from data.shop import Shop, revision
from data.value_rules import BadValue
from tests.data.sales_files import NOON, day, sales_file


@pytest.fixture
def ordered(shop: Shop) -> Shop:
    """Ten pieces of A1 are on order, nine are there."""
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "B2"): 1}), imported_at=NOON)
    edit_product(shop, "A1", "on_hand", 9, day=day(1))
    order_id = save_draft(shop, "", [WantedLine("A1", 10)], day=day(1))
    assert order_id is not None
    send_order(shop, order_id, day=day(1), expected_on=day(3))
    return shop


def test_a_deleted_product_is_not_active_and_keeps_its_sales_stock_and_orders(ordered: Shop) -> None:
    sales = daily_sales(ordered)
    delete_product(ordered, "a1", day=day(2))
    row = read_shop_products(ordered).loc["A1"]
    assert (row["deleted_on"].date(), row["active"], row["on_hand"], row["on_order"]) == (day(2), False, 9, 10)
    assert daily_sales(ordered).equals(sales)
    (order,) = read_orders(ordered)
    receive(ordered, order.order_id, {"A1": 10}, day=day(3), is_last=True)
    assert [each.state for each in read_orders(ordered)] == [RECEIVED]


def test_undo_brings_it_back_as_it_was(ordered: Shop) -> None:
    before = read_shop_products(ordered)
    delete_product(ordered, "A1", day=day(2))
    edit = last_edit(ordered)
    assert edit is not None
    assert (edit.thing, edit.before, edit.after) == ("A1", {"deleted_on": None}, {"deleted_on": day(2).isoformat()})
    undo_last_edit(ordered)
    assert read_shop_products(ordered).equals(before)


def test_it_is_brought_back_later_too_and_that_can_be_undone(ordered: Shop) -> None:
    before = read_shop_products(ordered)
    delete_product(ordered, "A1", day=day(2))
    edit_product(ordered, "B2", "moq", 3, day=day(2))
    edit_product(ordered, "B2", "moq", None, day=day(2))
    bring_back(ordered, "A1")
    assert read_shop_products(ordered).equals(before)
    undo_last_edit(ordered)
    assert read_shop_products(ordered)["deleted_on"].notna().to_dict() == {"A1": True, "B2": False}


def test_what_sells_again_stays_deleted_until_she_says_so(ordered: Shop) -> None:
    delete_product(ordered, "A1", day=day(2))
    import_sales(ordered, sales_file({(2, "A1"): 4}), imported_at=NOON)
    row = read_shop_products(ordered).loc["A1"]
    assert (row["active"], row["on_hand"]) == (False, 5)


def test_deleting_twice_changes_nothing_and_an_unknown_product_is_refused(ordered: Shop) -> None:
    delete_product(ordered, "A1", day=day(2))
    before = revision(ordered)
    delete_product(ordered, "A1", day=day(3))
    bring_back(ordered, "B2")
    assert revision(ordered) == before
    with pytest.raises(BadValue):
        delete_product(ordered, "Z9", day=day(2))


def test_products_that_never_sold_are_still_removed_with_what_was_said_of_them(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 3}), imported_at=NOON)
    edit_product(shop, "A1", "similar_to", "", day=day(1))
    delete_product(shop, "A1", day=day(2))
    remove_products(shop)
    assert list(read_shop_products(shop).index) == ["A1"]
