"""Count: product after product, each count kept at once."""

from typing import Any

import pytest
from dash import no_update

from app import ids
from app.desk import Desk, plan_now
from app.pages.counting import answer, layout
from app.views.count_card import BACK, COUNTED, KEEP, SHELF, SKIP
from data.products import read_shop_products
from tests.app.components import of_kind, with_id, words
from tests.app.shops import TODAY

WALK = ["tea", "mug", "tray"]


def said(sku: str, action: str, **values: str) -> dict[str, Any]:
    return {"key": sku, "action": action, "values": values}


def test_the_page_begins_with_what_sells_most(small_desk: Desk) -> None:
    plan = plan_now(small_desk)
    assert plan is not None
    page = layout(small_desk, plan, {})
    assert with_id(page, ids.COUNT_WALK).data == WALK
    assert "1 of 3 Tea tea" in words(page)
    assert "Never counted so far." in words(page)
    assert with_id(layout(small_desk, plan, {"sku": "tray"}), ids.COUNT_WALK).data == ["tray", "tea", "mug"]


def test_a_count_is_kept_at_once_and_the_next_product_stands_there(small_desk: Desk) -> None:
    card, walk = answer(small_desk, said("tea", KEEP, **{COUNTED: "12"}), WALK)
    assert walk is no_update
    assert "2 of 3 Mug" in words(card)
    assert "Tea: 12 kept." in words(card)
    products = read_shop_products(small_desk.shop)
    assert (products.loc["tea", "on_hand"], products.loc["tea", "counted_on"].date()) == (12, TODAY)


def test_the_count_that_is_said_is_the_one_that_is_kept(small_desk: Desk) -> None:
    card, _walk = answer(small_desk, said("tea", KEEP, **{COUNTED: "1,200"}), WALK)
    assert "Tea: 1,200 kept." in words(card)
    assert read_shop_products(small_desk.shop).loc["tea", "on_hand"] == 1200


def test_the_same_count_sent_twice_leads_one_product_on(small_desk: Desk) -> None:
    for _ in range(2):
        card, _walk = answer(small_desk, said("tea", KEEP, **{COUNTED: "12"}), WALK)
    assert "2 of 3 Mug" in words(card)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Type a number"),
        ("-2", "“-2” is no number"),
        ("few", "“few” is no"),
        ("5012345678900", "“5012345678900” is no number"),
        ("1.200", "can be read as 1200 or as 1.2."),
    ],
)
def test_what_is_no_count_is_explained_and_nothing_is_kept(small_desk: Desk, typed: str, told: str) -> None:
    card, _walk = answer(small_desk, said("tea", KEEP, **{COUNTED: typed}), WALK)
    assert told in words(card)
    assert "1 of 3 Tea" in words(card)
    assert read_shop_products(small_desk.shop)["on_hand"].isna().all()


def test_one_may_skip_and_go_back_to_correct(small_desk: Desk) -> None:
    assert "2 of 3 Mug" in words(answer(small_desk, said("tea", SKIP), WALK)[0])
    answer(small_desk, said("tea", KEEP, **{COUNTED: "12"}), WALK)
    card, _walk = answer(small_desk, said("mug", BACK), WALK)
    assert "1 of 3 Tea" in words(card)
    assert "On record: 12. Last counted on Monday 11 March." in words(card)


def test_after_the_last_product_the_orders_are_near(small_desk: Desk) -> None:
    card, _walk = answer(small_desk, said("tray", KEEP, **{COUNTED: "0"}), WALK)
    assert "Nothing left to count here" in words(card)
    assert [link.href for link in of_kind(card, "Link")] == ["/", "/count?shelf=all"]


def test_another_shelf_is_walked_from_its_first_product(small_desk: Desk) -> None:
    card, walk = answer(small_desk, said("", SHELF, **{SHELF: "all"}), WALK)
    assert walk == ["mug", "tea", "tray"]
    assert "1 of 3 Mug" in words(card)


@pytest.mark.parametrize("told", [None, {"key": "tea"}, said("elsewhere", KEEP, **{COUNTED: "3"})])
def test_a_word_of_no_use_changes_nothing(small_desk: Desk, told: object) -> None:
    assert answer(small_desk, told, WALK) == (no_update, no_update)
