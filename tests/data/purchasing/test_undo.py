from datetime import timedelta

import pytest

from data.products import read_shop_products
from data.purchasing.deliveries import delivery_times, receive
from data.purchasing.order_steps import WantedLine, cancel_order, save_draft, send_order
from data.purchasing.orders import DRAFT, PARTLY_RECEIVED, SENT, read_orders
from data.purchasing.undo import undo_cancelling, undo_delivery, undo_sending
from data.shop import Shop
from data.value_rules import BadValue
from tests.data.sales_files import day


def stock(shop: Shop) -> dict[str, tuple[float, float]]:
    products = read_shop_products(shop).fillna({"on_order": 0})
    return {str(sku): (row["on_hand"], row["on_order"]) for sku, row in products.iterrows()}


def test_an_order_sent_by_mistake_is_a_draft_again_and_nothing_is_on_order(stocked: Shop, sent: int) -> None:
    undo_sending(stocked, sent)
    (order,) = read_orders(stocked)
    assert (order.state, order.sent_on, order.expected_on) == (DRAFT, None, None)
    assert [(line.sku, line.units, line.reason) for line in order.lines] == [("MUG", 24, "a fair"), ("TEAPOT", 6, "")]
    assert stock(stocked) == {"MUG": (10, 0), "TEAPOT": (0, 0)}


def test_what_was_ordered_as_advised_needs_no_draft(stocked: Shop) -> None:
    lines = [WantedLine("MUG", 24, advised=24), WantedLine("TEAPOT", 6, advised=2)]
    order_id = save_draft(stocked, "Willow", lines, day=day(2))
    assert order_id is not None
    send_order(stocked, order_id, day=day(2), expected_on=day(4))
    undo_sending(stocked, order_id)
    (order,) = read_orders(stocked)
    assert [line.sku for line in order.lines] == ["TEAPOT"]
    again = save_draft(stocked, "Willow", lines[:1], day=day(2))
    assert again is not None
    send_order(stocked, again, day=day(2), expected_on=day(4))
    undo_sending(stocked, again)
    assert read_orders(stocked) == ()


def test_the_order_taken_back_is_the_only_draft_of_its_supplier(stocked: Shop, sent: int) -> None:
    save_draft(stocked, "Willow", [WantedLine("MUG", 5)], day=day(3))
    undo_sending(stocked, sent)
    assert [order.order_id for order in read_orders(stocked, states=[DRAFT])] == [sent]


def test_an_order_of_which_something_came_is_not_unsent(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 1}, day=day(4))
    with pytest.raises(BadValue) as bad:
        undo_sending(stocked, sent)
    assert bad.value.problem.code == "wrong_order_state"


def test_the_last_delivery_is_taken_back_with_its_stock(stocked: Shop, sent: int) -> None:
    receive(stocked, sent, {"MUG": 20}, day=day(4))
    receive(stocked, sent, {"MUG": 1}, day=day(6), is_last=True)
    undo_delivery(stocked, sent)
    assert read_orders(stocked)[0].state == PARTLY_RECEIVED
    assert stock(stocked) == {"MUG": (30, 4), "TEAPOT": (0, 6)}
    undo_delivery(stocked, sent)
    assert read_orders(stocked)[0].state == SENT
    assert stock(stocked) == {"MUG": (10, 24), "TEAPOT": (0, 6)}
    assert delivery_times(stocked).empty
    with pytest.raises(BadValue):
        undo_delivery(stocked, sent)


@pytest.mark.parametrize(("came", "state"), [(0, SENT), (5, PARTLY_RECEIVED)])
def test_a_cancelled_order_is_expected_again(stocked: Shop, sent: int, came: int, state: str) -> None:
    if came:
        receive(stocked, sent, {"MUG": came}, day=day(2) + timedelta(days=1))
    cancel_order(stocked, sent)
    undo_cancelling(stocked, sent)
    assert read_orders(stocked)[0].state == state
    assert stock(stocked) == {"MUG": (10 + came, 24 - came), "TEAPOT": (0, 6)}
    with pytest.raises(BadValue):
        undo_cancelling(stocked, sent)
