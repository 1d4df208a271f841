"""What is said of a product besides its order: kept from one card, refused beside the fields."""

from typing import Any

import pandas as pd
import pytest

from app import ids
from app.desk import Desk, make_forecast, plan_now
from app.insights.answers import found, lines
from app.insights.in_hand import insight_now
from app.ordering.drafting import keep_units
from app.pages.product_terms import answer, product_terms
from app.planning.plan import row_of
from app.router import page_at, undo_edit
from app.said import Change, Said
from app.words.alert_words import alert_rows
from data.bundles import bundle_parts, set_bundle
from data.products import edit_product, read_shop_products
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import DRAFT, read_orders
from data.shop import revision
from tests.app.components import of_kind, parts, with_id
from tests.app.components import words as all_words
from tests.app.shops import TODAY, stock_shop, unheard, write_sales


def words(page: Any) -> str:
    return " ".join(all_words(page).split())


def fields(page: Any) -> dict[str, str]:
    return {field.name: field.value or "" for field in of_kind(page, "Input")}


def save(desk: Desk, sku: str, **typed: str) -> Any:
    page = product_terms(desk, sku)
    (change,) = answer(desk, Said(sku, "save", {**fields(page), **typed}))
    assert isinstance(change, Change)
    return change.value


def refusals(page: Any) -> list[str]:
    return [words(part) for part in parts(page) if getattr(part, "className", "") == "sw-refusal"]


ALL = {
    "unit_cost": "1.20", "article_code": "AC-17", "service_level": "99", "shelf_life_days": "5",
    "salvage_value": "0.40", "similar_to": "Mug", "similar_share": "50", "parts": "6 x Mug; 1 x tray",
}  # fmt: skip


def test_what_is_saved_is_there_when_the_page_is_opened_again(small_desk: Desk) -> None:
    assert "Saved. The next order follows it." in words(save(small_desk, "tea", **ALL))
    tea = read_shop_products(small_desk.shop).loc["tea"]
    assert tea[["unit_cost", "article_code", "service_level", "shelf_life_days"]].tolist() == [1.2, "AC-17", 0.99, 5]
    assert tea[["salvage_value", "similar_to", "similar_share"]].tolist() == [0.4, "mug", 0.5]
    assert bundle_parts(small_desk.shop).to_numpy().tolist() == [["tea", "mug", 6], ["tea", "tray", 1]]
    page = page_at(small_desk, "/product/tea", "", None)
    assert fields(with_id(page, ids.PRODUCT_TERMS)) == {
        **ALL, "unit_cost": "1.2", "salvage_value": "0.4", "similar_to": "mug", "parts": "6 x mug; 1 x tray",
    }  # fmt: skip


def test_saving_what_is_shown_changes_nothing(small_desk: Desk) -> None:
    save(small_desk, "tea", **ALL)
    before = read_shop_products(small_desk.shop), bundle_parts(small_desk.shop)
    save(small_desk, "tea")
    pd.testing.assert_frame_equal(read_shop_products(small_desk.shop), before[0])
    pd.testing.assert_frame_equal(bundle_parts(small_desk.shop), before[1])


def test_everything_can_be_emptied(small_desk: Desk) -> None:
    save(small_desk, "tea", **ALL)
    save(small_desk, "tea", **dict.fromkeys(ALL, ""))
    assert set(fields(product_terms(small_desk, "tea")).values()) == {""}
    assert bundle_parts(small_desk.shop).empty


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"unit_cost": "-1"}, "“-1” was not kept. Type a number, 0 or more."),
        ({"unit_cost": "1.250"}, "“1.250” can be read as 1250 or as 1.25. Type it without “.”."),
        ({"shelf_life_days": "0"}, "“0” was not kept. Type a number from 1 to 3,650."),
        ({"service_level": "5"}, "“5” was not kept. Type a number from 50 to 99.9."),
        ({"similar_share": "0"}, "“0” was not kept. Type a number above 0, 10,000 at most."),
        ({"similar_to": "coffee"}, "No product is called “coffee”. Type its code or its whole name."),
        ({"similar_to": "Tea"}, "Choose another product than this one."),
        ({"parts": "6 x coffee"}, "No product is called “coffee”. Type its code or its whole name."),
        ({"parts": "0 x mug"}, "“0 x mug” was not kept. Write it like 6 x BEER; 1 x GLASS."),
        ({"parts": "2 x tea"}, "A part cannot be a bundle itself. Name what is in it."),
        ({"parts": "2 x tray"}, "A part cannot be a bundle itself. Name what is in it."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    small_desk: Desk, typed: dict[str, str], said: str
) -> None:
    set_bundle(small_desk.shop, "tray", {"mug": 2})
    before = revision(small_desk.shop)
    page = save(small_desk, "tea", **{**ALL, "parts": "", **typed})
    assert refusals(page) == [said]
    assert fields(page).items() >= {**ALL, "parts": "", **typed}.items()
    assert revision(small_desk.shop) == before


def test_a_part_of_a_bundle_has_no_parts(small_desk: Desk) -> None:
    set_bundle(small_desk.shop, "tray", {"mug": 2})
    said = "This product is a part of another bundle, so it cannot have parts of its own."
    assert refusals(save(small_desk, "mug", parts="2 x tea")) == [said]


def test_without_a_cost_the_card_says_what_cannot_be_said(small_desk: Desk) -> None:
    said = "Without a unit cost Shelfwise cannot say what an order of this product costs"
    assert said in words(product_terms(small_desk, "tea"))
    edit_product(small_desk.shop, "tea", "unit_cost", 0, day=TODAY)
    assert said not in words(product_terms(small_desk, "tea"))


def test_a_product_that_is_gone_is_said_and_one_unknown_has_no_card(small_desk: Desk) -> None:
    (change,) = answer(small_desk, Said("coffee", "save", ALL))
    assert "This product is no longer in the shop." in words(change.value)
    assert words(product_terms(small_desk, "coffee")) == ""


def test_what_was_saved_can_be_undone_at_once(small_desk: Desk) -> None:
    page = save(small_desk, "tea", shelf_life_days="5")
    assert "Shelf life of tea: nothing → 5 days" in words(page)
    (button,) = [part for part in parts(page) if isinstance(getattr(part, "id", None), dict)]
    after = undo_edit(small_desk, [1], [button.id], "/product/tea", "", None)
    assert fields(with_id(after, ids.PRODUCT_TERMS))["shelf_life_days"] == ""


def press(desk: Desk, sku: str, action: str) -> str:
    (change,) = answer(desk, Said(sku, action, {}))
    assert isinstance(change, Change)
    return words(change.value)


def test_a_deleted_product_is_in_no_list_and_never_advised_and_its_order_is_told(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "on_hand", 0, day=TODAY)
    order_id = save_draft(small_desk.shop, "", [WantedLine("tea", 5)], day=TODAY)
    assert order_id is not None
    send_order(small_desk.shop, order_id, day=TODAY, expected_on=TODAY)
    plan = plan_now(small_desk)
    assert plan is not None
    keep_units(small_desk.shop, plan, "tea", 40.0, reason="a fair")
    told = press(small_desk, "tea", "delete")
    assert "Deleted on 11 March 2024. Nothing is ordered of it any more; its sales stay." in told
    assert "5 are still on order: note them as received or cancelled under Deliveries." in told
    assert "Last change: Deleted of tea: nothing → 11 March 2024 Undo" in told
    plan, insight = plan_now(small_desk), insight_now(small_desk)
    assert plan is not None
    tea = row_of(plan, "tea")
    assert tea is not None
    assert plan.quantity[tea] == 0
    assert not [alert for alert in plan.shop_alerts if alert.product == tea]
    assert lines(insight, {}, first=0, count=9)["total"] == 2
    assert found(insight, "tea") == found(None, "tea")
    assert plan.inputs.history.units[:, tea].sum() == 42 * 10
    assert [line.units for order in read_orders(small_desk.shop, states=[DRAFT]) for line in order.lines] == [40]
    assert "It is back in all lists." in press(small_desk, "tea", "bring_back")
    again = plan_now(small_desk)
    assert again is not None
    assert again.quantity[tea] == 40, "her own number waited"


def test_a_deleted_product_that_sells_again_is_told_until_it_is_brought_back(small_desk: Desk) -> None:
    press(small_desk, "mug", "delete")
    stock_shop(
        small_desk.shop,
        write_sales(small_desk.shop.folder / "more.csv", {"mug": [3], "tea": [5]}, first_day=TODAY),
    )
    make_forecast(small_desk, unheard)
    plan = plan_now(small_desk)
    assert plan is not None
    (row,) = alert_rows(plan, codes=["sells_again"])
    assert (row.sku, row.status) == ("mug", "new")
    assert row.sentence == (
        "3 sold since you deleted it on 11 March 2024. Bring it back on its page if you order it again."
    )
    press(small_desk, "mug", "bring_back")
    plan = plan_now(small_desk)
    assert plan is not None
    assert list(alert_rows(plan, codes=["sells_again"])) == []
