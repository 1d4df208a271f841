from datetime import timedelta

import pytest

from data.importing.imports import import_sales, undo_last_import
from data.products import read_shop_products, remove_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, cancel_order, save_draft, send_order
from data.purchasing.orders import CANCELLED, DRAFT, SENT, OrderLine, read_orders
from data.shop import Shop, open_shop, revision
from data.value_rules import BadValue
from tests.data.sales_files import NOON, day, sales_file


def test_an_order_is_read_back_after_a_restart(stocked: Shop, sent: int) -> None:
    (order,) = read_orders(open_shop(stocked.folder))
    assert (order.order_id, order.supplier, order.state) == (sent, "Willow", SENT)
    assert (order.made_on, order.sent_on, order.expected_on) == (day(2), day(2), day(2) + timedelta(days=5))
    assert order.lines == (
        OrderLine("MUG", 24, advised=20, reason="a fair", unit_cost=1.5, received=0),
        OrderLine("TEAPOT", 6, advised=None, reason="", unit_cost=None, received=0),
    )


def test_a_new_draft_takes_the_place_of_the_one_before(stocked: Shop) -> None:
    save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    save_draft(stocked, "willow ", [WantedLine("TEAPOT", 2)], day=day(3))
    (order,) = read_orders(stocked)
    assert (order.order_id, [line.sku for line in order.lines]) == (1, ["TEAPOT"]), "changing it uses up no numbers"
    assert save_draft(stocked, "Willow", [], day=day(3)) is None
    assert read_orders(stocked) == ()


def test_a_draft_is_not_on_order_and_a_sent_order_is(stocked: Shop) -> None:
    order_id = save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    assert read_shop_products(stocked)["on_order"].isna().all()
    assert order_id is not None
    send_order(stocked, order_id, day=day(2), expected_on=day(2))
    assert read_shop_products(stocked)["on_order"].to_dict() == pytest.approx(
        {"MUG": 5, "TEAPOT": float("nan")}, nan_ok=True
    )


def test_a_wrong_line_is_refused_with_all_its_problems_and_the_draft_before_stays(stocked: Shop) -> None:
    save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    before = read_orders(stocked), revision(stocked)
    with pytest.raises(BadValue) as bad:
        save_draft(
            stocked, "Willow", [WantedLine("MUG", -2), WantedLine("BOWL", 3), WantedLine("TEAPOT", -1)], day=day(2)
        )
    assert [problem.code for problem in bad.value.problems] == ["bad_value", "unknown_product", "bad_value"]
    assert (read_orders(stocked), revision(stocked)) == before


def test_a_line_without_units_is_a_decision_that_is_kept_when_the_rest_is_sent(stocked: Shop) -> None:
    lines = [WantedLine("MUG", 0, advised=12, reason="too many left"), WantedLine("TEAPOT", 3)]
    order_id = save_draft(stocked, "Willow", lines, day=day(2))
    assert order_id is not None
    assert [(line.sku, line.units, line.reason) for line in read_orders(stocked)[0].lines] == [
        ("MUG", 0, "too many left"),
        ("TEAPOT", 3, ""),
    ]
    send_order(stocked, order_id, day=day(2), expected_on=day(4))
    (sent,) = read_orders(stocked)
    assert [(line.sku, line.advised, line.reason) for line in sent.lines] == [
        ("MUG", 12, "too many left"),
        ("TEAPOT", None, ""),
    ]
    assert [line.sku for line in sent.ordered] == ["TEAPOT"]
    assert read_shop_products(stocked)["on_order"].to_dict() == pytest.approx(
        {"MUG": float("nan"), "TEAPOT": 3}, nan_ok=True
    )


def test_an_order_without_any_units_is_not_sent_and_stays_a_draft(stocked: Shop) -> None:
    order_id = save_draft(stocked, "Willow", [WantedLine("MUG", 0)], day=day(2))
    assert order_id is not None
    with pytest.raises(BadValue) as bad:
        send_order(stocked, order_id, day=day(2), expected_on=day(4))
    assert bad.value.problem.code == "empty_order"
    assert [(order.state, len(order.lines)) for order in read_orders(stocked)] == [(DRAFT, 1)]


def test_an_order_is_sent_once(stocked: Shop, sent: int) -> None:
    with pytest.raises(BadValue) as bad:
        send_order(stocked, sent, day=day(3), expected_on=day(9))
    assert bad.value.problem.code == "wrong_order_state"


@pytest.mark.parametrize("late_by", [-1, 366])
def test_an_order_cannot_come_before_it_goes_nor_more_than_a_year_later(stocked: Shop, late_by: int) -> None:
    order_id = save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    assert order_id is not None
    with pytest.raises(BadValue) as bad:
        send_order(stocked, order_id, day=day(2), expected_on=day(2) + timedelta(days=late_by))
    assert bad.value.problem.values["field"] == "expected_on"
    assert read_orders(stocked)[0].state == DRAFT


def test_an_unknown_order_is_refused(stocked: Shop) -> None:
    with pytest.raises(BadValue) as bad:
        send_order(stocked, 99, day=day(2), expected_on=day(3))
    assert bad.value.problem.code == "unknown_order"


def test_a_cancelled_order_is_expected_no_more_and_what_came_of_it_stays(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 4}, day=day(4))
    cancel_order(stocked, sent)
    products = read_shop_products(stocked)
    assert products["on_order"].isna().all()
    assert products.loc["MUG", "on_hand"] == 14
    assert read_orders(stocked, states=[CANCELLED])[0].order_id == sent
    with pytest.raises(BadValue):
        cancel_order(stocked, sent)


def test_every_step_changes_the_revision_so_that_plans_are_made_anew(stocked: Shop) -> None:
    seen = [revision(stocked)]
    order_id = save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(2))
    assert order_id is not None
    seen.append(revision(stocked))
    send_order(stocked, order_id, day=day(2), expected_on=day(3))
    seen.append(revision(stocked))
    receive(stocked, order_id, {"MUG": 1}, day=day(3))
    seen.append(revision(stocked))
    cancel_order(stocked, order_id)
    seen.append(revision(stocked))
    assert seen == sorted(set(seen))


@pytest.mark.usefixtures("sent")
def test_products_with_orders_are_not_taken_out(stocked: Shop) -> None:
    remove_products(stocked)
    assert [line.sku for line in read_orders(stocked)[0].lines] == ["MUG", "TEAPOT"]


def test_a_product_with_an_order_open_stays_when_the_import_that_brought_it_is_undone(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "MUG"): 3, (1, "BOWL"): 1}), imported_at=NOON)
    order_id = save_draft(shop, "Willow", [WantedLine("MUG", 5)], day=day(2))
    assert order_id is not None
    send_order(shop, order_id, day=day(2), expected_on=day(3))
    undo_last_import(shop)
    assert read_shop_products(shop)["on_order"].to_dict() == {"MUG": 5}
    assert [line.sku for line in read_orders(shop)[0].lines] == ["MUG"]
