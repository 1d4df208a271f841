"""Deliveries: what is on its way, noted when it comes, once."""

import datetime as dt
from typing import Any

import pytest

from app.desk import Desk
from app.ordering.receiving import CAME, TICKED
from app.pages.deliveries import answer, layout
from app.said import Said
from app.views.delivery_cards import ALL_CAME, CANCEL, DAY, MOST_LINES, RECEIVED_SOME, REST, STAMP, UNDO
from app.views.order_history import MOST_ORDERS, UNDO_CANCELLING
from data.products import edit_product, read_shop_products
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import CANCELLED, PARTLY_RECEIVED, RECEIVED, SENT, read_orders
from tests.app.components import of_kind, words
from tests.app.shops import TODAY, stock_shop, write_sales


@pytest.fixture
def sent(small_desk: Desk) -> int:
    """An order of 24 teas and 6 mugs, sent a week before today, expected yesterday."""
    for sku, units in (("tea", 10), ("mug", 0)):
        edit_product(small_desk.shop, sku, "on_hand", units, day=TODAY)
    return send(small_desk)


def send(desk: Desk, *, units: float = 24.0) -> int:
    lines = [WantedLine("tea", units, advised=20, reason="a fair", unit_cost=1.5), WantedLine("mug", 6)]
    order_id = save_draft(desk.shop, "Leaf", lines, day=TODAY)
    assert order_id is not None
    send_order(desk.shop, order_id, day=TODAY - dt.timedelta(days=7), expected_on=TODAY - dt.timedelta(days=1))
    return order_id


def fields(page: Any) -> dict[str, str]:
    """What a form says while nobody has touched it."""
    return {field.name: field.value or "" for field in of_kind(page, "Input")}


def ticks(page: Any) -> list[str]:
    """What can be ticked."""
    return [words(box.label) for box in of_kind(page, "Checkbox")]


def say(desk: Desk, order_id: int, action: str, **values: str) -> Any:
    """Say something of an order as its card stands now; the page from then on."""
    seen = fields(layout(desk, {}))
    (change,) = answer(desk, Said(str(order_id), action, {**seen, **values}))
    return change.value


def on_hand(desk: Desk) -> dict[str, tuple[float, float]]:
    products = read_shop_products(desk.shop).fillna({"on_order": 0})
    return {sku: (products.loc[sku, "on_hand"], products.loc[sku, "on_order"]) for sku in ("tea", "mug")}


@pytest.mark.usefixtures("sent")
def test_an_order_stands_there_with_what_is_expected_and_that_it_is_late(small_desk: Desk) -> None:
    page = words(layout(small_desk, {}))
    assert "1 order on its way, 36.00; 1 is late" in page
    assert "Leaf 1 day late 2 products · 36.00 · Order 1, sent Monday 4 March, expected Sunday 10 March" in page
    assert ticks(layout(small_desk, {})) == ["Mug 6 ordered", "Tea 24 ordered", "The rest will not come"]


def test_all_came_raises_the_stock_and_ends_the_order(small_desk: Desk, sent: int) -> None:
    page = words(say(small_desk, sent, ALL_CAME))
    assert "2 products from Leaf came and are in your stock." in page
    assert "No open orders" in page
    assert on_hand(small_desk) == {"tea": (34, 0), "mug": (6, 0)}
    assert read_orders(small_desk.shop)[0].state == RECEIVED


def test_a_part_is_typed_or_ticked_and_the_rest_stays_expected(small_desk: Desk, sent: int) -> None:
    page = say(small_desk, sent, RECEIVED_SOME, **{f"{CAME}tea": "20", f"{TICKED}mug": "yes"})
    assert on_hand(small_desk) == {"tea": (30, 4), "mug": (6, 0)}
    assert ticks(page) == ["Tea 24 ordered, 20 came", "The rest will not come"]
    say(small_desk, sent, RECEIVED_SOME, **{REST: "yes"})
    assert on_hand(small_desk) == {"tea": (30, 0), "mug": (6, 0)}


def test_a_second_click_notes_nothing(small_desk: Desk, sent: int) -> None:
    seen = {**fields(layout(small_desk, {})), f"{CAME}tea": "4"}
    for _ in range(2):
        (change,) = answer(small_desk, Said(str(sent), RECEIVED_SOME, seen))
    assert "nothing was noted now" in words(change.value)
    assert on_hand(small_desk)["tea"] == (14, 20)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({f"{CAME}tea": "a box"}, "“a box” is no number of units: nothing was noted."),
        ({f"{CAME}tea": "1.200"}, "“1.200” can be read as 1200 or as 1.2."),
        ({}, "Tick what came, or type how much: nothing was noted."),
        ({f"{CAME}tea": "4", DAY: ""}, "Say on which day it came: nothing was noted."),
        ({f"{CAME}tea": "4", DAY: "2024-01-01"}, "It must be a day from 4 March 2024 to 4 March 2025."),
        ({f"{CAME}tea": "4", DAY: "2924-03-11"}, "It must be a day from 4 March 2024 to 4 March 2025."),
        ({f"{CAME}tea": "4", STAMP: "sent:999"}, "nothing was noted now"),
    ],
)
def test_what_cannot_be_noted_is_explained(small_desk: Desk, sent: int, values: dict[str, str], told: str) -> None:
    assert told in words(say(small_desk, sent, RECEIVED_SOME, **values))
    assert on_hand(small_desk) == {"tea": (10, 24), "mug": (0, 6)}


def test_a_delivery_is_taken_back(small_desk: Desk, sent: int) -> None:
    say(small_desk, sent, RECEIVED_SOME, **{f"{CAME}tea": "20"})
    assert read_orders(small_desk.shop)[0].state == PARTLY_RECEIVED
    assert "is taken back" in words(say(small_desk, sent, UNDO))
    assert on_hand(small_desk) == {"tea": (10, 24), "mug": (0, 6)}


def test_an_order_is_cancelled_and_expected_again(small_desk: Desk, sent: int) -> None:
    assert "is cancelled. Tell the supplier." in words(say(small_desk, sent, CANCEL))
    assert read_orders(small_desk.shop)[0].state == CANCELLED
    assert "nothing was noted now" in words(say(small_desk, sent, CANCEL)), "it is cancelled already"
    say(small_desk, sent, UNDO_CANCELLING)
    assert read_orders(small_desk.shop)[0].state == SENT


@pytest.mark.usefixtures("sent")
def test_an_order_nobody_has_is_refused(small_desk: Desk) -> None:
    assert "There is no such order." in words(say(small_desk, 99, ALL_CAME))


def test_earlier_orders_show_what_was_advised_beside_what_was_ordered(small_desk: Desk, sent: int) -> None:
    page = say(small_desk, sent, ALL_CAME, **{DAY: "2024-03-10"})
    rows = [[words(cell) for cell in of_kind(row, "Td")] for row in of_kind(page, "Tr")]
    assert ["Tea", "20", "24", "24", "a fair"] in rows
    assert ["Mug", "–", "6", "6", ""] in rows
    assert "Order 1, 4 March 2024 · came after 6 days · 2 products · 36.00" in words(page)


def test_only_the_newest_orders_are_shown_unless_all_are_wanted(small_desk: Desk) -> None:
    for _ in range(MOST_ORDERS + 1):
        say(small_desk, send(small_desk), ALL_CAME)
    assert "Order 1," not in words(layout(small_desk, {}))
    assert "Show all 21 orders" in words(layout(small_desk, {}))
    assert "Order 1," in words(layout(small_desk, {"history": "all"}))


def test_a_long_order_is_shown_whole_when_asked_for(desk: Desk, tmp_path: Any) -> None:
    skus = [f"p{number:02}" for number in range(MOST_LINES + 2)]
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", {sku: [1] for sku in skus}))
    order_id = save_draft(desk.shop, "Leaf", [WantedLine(sku, 5) for sku in skus], day=TODAY)
    assert order_id is not None
    send_order(desk.shop, order_id, day=TODAY, expected_on=TODAY)
    assert "2 products more: show all" in words(layout(desk, {}))
    assert ticks(layout(desk, {"order": str(order_id)}))[-2] == f"{skus[-1].title()} 5 ordered"
