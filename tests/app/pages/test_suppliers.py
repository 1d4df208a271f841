"""Suppliers: their conditions are set in one form; what cannot be is said beside its field and nothing is lost."""

import datetime as dt
from typing import Any

import pytest

from app import ids
from app.desk import Desk
from app.pages.suppliers import address, answer, layout
from app.router import undo_edit
from app.said import Change, Said
from data.edit_undo import undo_last_edit
from data.products import edit_product, read_shop_products
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.shop import revision
from data.supplier_days import closures
from data.suppliers import edit_supplier, suppliers
from tests.app.components import of_kind, parts
from tests.app.components import words as all_words
from tests.app.shops import TODAY

WEEKDAYS = {"order_kind": "weekdays", "weekday_0": "yes", "weekday_3": "yes"}


@pytest.fixture
def supplied(small_desk: Desk) -> Desk:
    """Tea and mugs come from Leaf Ltd, of which nothing is known yet."""
    for sku in ("tea", "mug"):
        edit_product(small_desk.shop, sku, "supplier", "Leaf Ltd", day=TODAY)
    return small_desk


def words(page: Any) -> str:
    return " ".join(all_words(page).split())


def fields(page: Any) -> dict[str, str]:
    """What the fields of a form hold, as the browser hands it over."""
    found = {field.name: field.value or "" for field in (*of_kind(page, "Input"), *of_kind(page, "Select"))}
    return found | {box.name: "yes" if box.value else "" for box in of_kind(page, "Checkbox")}


def ticks(page: Any) -> list[Any]:
    return [box.label for box in of_kind(page, "Checkbox")]


def save(desk: Desk, name: str = "Leaf Ltd", **typed: str) -> list[Change]:
    page = layout(desk, {"name": name})
    return answer(desk, Said(name, "save", {**fields(page), **typed}))


def refusals(changes: list[Change]) -> list[str]:
    return [words(part) for part in parts(changes[0].value) if getattr(part, "className", "") == "sw-refusal"]


def test_a_shop_without_suppliers_says_where_they_come_from(small_desk: Desk) -> None:
    assert "No suppliers yet" in words(layout(small_desk, {}))


def test_the_list_says_of_each_when_it_delivers_and_what_is_not_said(supplied: Desk) -> None:
    told = words(layout(supplied, {}))
    assert "Leaf Ltd 2 products" in told
    assert "Order days: planned as if you ordered every 7 days not said" in told
    assert "Lead time: Says nothing: planned with 7 days, as in Settings." in told
    link = next(link for link in of_kind(layout(supplied, {}), "Link") if "name=" in link.href)
    assert link.href == address("Leaf Ltd")


def test_what_is_saved_is_there_when_the_page_is_opened_again(supplied: Desk) -> None:
    changes = save(
        supplied,
        **WEEKDAYS,
        lead_time_days="0",
        lead_time_sd_days="1,5",
        minimum_order_value="150",
        fee_below_minimum="12.50",
        closed_on_holidays="yes",
        closed_first_0="2024-08-01",
        closed_last_0="2024-08-21",
        closed_first_1="2024-12-24",
        email="orders@leaf.example",
        note="Ask for Jo",
    )
    assert "Saved. The next order follows it." in words(changes[0].value)
    kept = suppliers(supplied.shop).loc["Leaf Ltd"]
    assert kept[["order_days", "lead_time_days", "lead_time_sd_days"]].tolist() == ["Mon, Thu", 0, 1.5]
    assert kept[["minimum_order_value", "fee_below_minimum", "closed_on_holidays"]].tolist() == [150, 12.5, True]
    found = fields(layout(supplied, {"name": "Leaf Ltd"}))
    assert found.items() >= {**WEEKDAYS, "weekday_1": "", "closed_first_1": "2024-12-24", "note": "Ask for Jo"}.items()
    assert closures(supplied.shop)["last_day"].dt.date.tolist() == [dt.date(2024, 8, 21), dt.date(2024, 12, 24)]
    told = words(layout(supplied, {}))
    assert "Order days: Monday and Thursday" in told
    assert "Orders from 150.00; smaller ones cost 12.50 more" in told


def test_saving_what_is_shown_changes_nothing(supplied: Desk) -> None:
    save(supplied, **WEEKDAYS, lead_time_days="5", closed_first_0="2024-08-01")
    before = suppliers(supplied.shop), closures(supplied.shop)
    save(supplied)
    assert suppliers(supplied.shop).equals(before[0])
    assert closures(supplied.shop).equals(before[1])


def test_every_so_many_days_needs_a_number_and_a_day(supplied: Desk) -> None:
    said = refusals(save(supplied, order_kind="every", every="0"))
    assert said == [
        "“0” was not kept. Type a whole number from 1 to 365.",
        "Choose one day on which you can order.",
    ]
    save(supplied, order_kind="every", every="14", start="2026-01-05")
    assert suppliers(supplied.shop).loc["Leaf Ltd", "order_days"] == "every 14 days from 2026-01-05"


def test_a_supplier_may_take_no_orders(supplied: Desk) -> None:
    save(supplied, order_kind="never")
    assert "Order days: takes no orders" in words(layout(supplied, {}))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lead_time_days": "-1"}, "“-1” was not kept. Type a number from 0 to 365."),
        ({"lead_time_days": "900"}, "“900” was not kept. Type a number from 0 to 365."),
        ({"lead_time_days": "soon"}, "“soon” was not kept. Type a number from 0 to 365."),
        ({"review_period_days": "0"}, "“0” was not kept. Type a number from 1 to 365."),
        ({"minimum_order_value": "-5"}, "“-5” was not kept. Type a number, 0 or more."),
        ({"order_kind": "weekdays"}, "Tick at least one day."),
        ({"closed_last_0": "2024-08-01"}, "Choose the first day too."),
        (
            {"closed_first_0": "2024-08-02", "closed_last_0": "2024-08-01"},
            "The last day is before the first. Choose a later one.",
        ),
        ({"supplier": "  "}, "A supplier needs a name."),
        ({"supplier": "mill"}, "Another supplier is called like that. Choose another name."),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    supplied: Desk, typed: dict[str, str], said: str
) -> None:
    edit_product(supplied.shop, "tray", "supplier", "Mill", day=TODAY)
    before = revision(supplied.shop)
    changes = save(supplied, note="Ask for Jo", **typed)
    assert refusals(changes) == [said]
    assert "Nothing is saved yet: one field is to be corrected." in words(changes[0].value)
    assert fields(changes[0].value).items() >= {"note": "Ask for Jo", **typed}.items()
    assert revision(supplied.shop) == before


def test_all_that_cannot_be_is_said_at_once_each_beside_its_field(supplied: Desk) -> None:
    edit_product(supplied.shop, "tray", "supplier", "Mill", day=TODAY)
    wrong = {"order_kind": "weekdays", "lead_time_days": "900", "order_cost": "1.250", "service_level": "200"}
    said = refusals(save(supplied, supplier="mill", **wrong))
    assert len(said) == 5
    for part in (
        "Tick at least one day.",
        "“900” was not kept",
        "1250 or as 1.25",
        "from 50 to 99.9",
        "is called like",
    ):
        assert any(part in refusal for refusal in said), part


def test_the_promise_of_a_supplier_is_typed_in_percent(supplied: Desk) -> None:
    save(supplied, service_level="97,5 %")
    assert suppliers(supplied.shop).loc["Leaf Ltd", "service_level"] == 0.975
    assert "Your promise: 97.5 %" in words(layout(supplied, {}))
    assert fields(layout(supplied, {"name": "Leaf Ltd"}))["service_level"] == "97.5"


def test_a_renamed_supplier_keeps_its_products_and_its_page_moves(supplied: Desk) -> None:
    changes = save(supplied, supplier="Leaf & Sons", lead_time_days="5")
    assert Change(ids.URL, "search", "?name=Leaf%20%26%20Sons") in changes
    assert read_shop_products(supplied.shop).loc["tea", "supplier"] == "Leaf & Sons"
    assert fields(layout(supplied, {"name": "Leaf & Sons"}))["lead_time_days"] == "5"
    assert "There is no supplier called Leaf Ltd." in words(layout(supplied, {"name": "Leaf Ltd"}))


def test_a_supplier_that_is_gone_meanwhile_is_said(supplied: Desk) -> None:
    (change,) = answer(supplied, Said("Nobody", "save", fields(layout(supplied, {"name": "Leaf Ltd"}))))
    assert "This supplier was renamed or removed meanwhile." in words(change.value)


def test_beside_the_lead_time_stands_what_was_learned(supplied: Desk) -> None:
    edit_supplier(supplied.shop, "Leaf Ltd", "lead_time_days", 5)
    for days in (5, 11):
        order_id = save_draft(supplied.shop, "Leaf Ltd", [WantedLine("tea", 5)], day=TODAY)
        assert order_id is not None
        send_order(supplied.shop, order_id, day=TODAY, expected_on=TODAY + dt.timedelta(days=5))
        receive(supplied.shop, order_id, {"tea": 5}, day=TODAY + dt.timedelta(days=days))
    # (3 x 5 said + 5 + 11) / 5 deliveries = 6.2
    said = "Says 5 days, took 5 to 11 days (2 deliveries). Planned with 6.2 days."
    assert said in words(layout(supplied, {"name": "Leaf Ltd"}))
    assert said in words(layout(supplied, {}))


def test_products_with_lead_times_of_their_own_are_told_where_the_suppliers_is_typed(supplied: Desk) -> None:
    assert "Empty: 7 days, as in Settings" in words(layout(supplied, {"name": "Leaf Ltd"}))
    edit_product(supplied.shop, "tea", "lead_time_days", 9, day=TODAY)
    told = words(layout(supplied, {"name": "Leaf Ltd"}))
    assert "1 product has a lead time of its own, which holds for it" in told


def test_a_lead_time_may_be_used_for_products_that_have_their_own_and_undone(supplied: Desk) -> None:
    for sku, days in (("tea", 9), ("mug", 3), ("tray", 4)):
        edit_product(supplied.shop, sku, "lead_time_days", days, day=TODAY)
    edit_product(supplied.shop, "tea", "lead_time_sd_days", 2, day=TODAY)
    said = "Use it for the 2 products that have a lead time of their own too"
    assert said in ticks(layout(supplied, {"name": "Leaf Ltd"}))
    before = read_shop_products(supplied.shop)
    save(supplied, lead_time_days="5")
    assert read_shop_products(supplied.shop)["lead_time_days"].equals(before["lead_time_days"]), "nobody ticked it"
    save(supplied, lead_time_for_all="yes", supplier="Leaf & Sons")
    after = read_shop_products(supplied.shop)
    assert after["lead_time_days"].dropna().to_dict() == {"tray": 4}, "of another supplier"
    assert after["lead_time_sd_days"].isna().all()
    assert "lead_time_for_all" not in fields(layout(supplied, {"name": "Leaf & Sons"}))
    undo_last_edit(supplied.shop)
    again = read_shop_products(supplied.shop)
    assert again[["lead_time_days", "lead_time_sd_days"]].equals(before[["lead_time_days", "lead_time_sd_days"]])


def test_what_products_lose_by_it_is_told_beside_undo(supplied: Desk) -> None:
    edit_product(supplied.shop, "tea", "lead_time_days", 9, day=TODAY)
    assert refusals(save(supplied, lead_time_for_all="yes")) == ["Type the lead time that is to hold for all."]
    edit_supplier(supplied.shop, "Leaf Ltd", "lead_time_days", 5)
    save(supplied, lead_time_for_all="yes")
    told = words(layout(supplied, {"name": "Leaf Ltd"}))
    assert "Lead times of products of Leaf Ltd: 1 of its own → nothing Undo" in told


def test_the_last_change_can_be_undone_from_the_page(supplied: Desk) -> None:
    edit_supplier(supplied.shop, "Leaf Ltd", "lead_time_days", 5)
    save(supplied, lead_time_days="7")
    page = layout(supplied, {"name": "Leaf Ltd"})
    assert "Last change: Lead time of Leaf Ltd: 5 days → 7 days Undo" in words(page)
    (button,) = [part for part in of_kind(page, "Button") if isinstance(getattr(part, "id", None), dict)]
    after = undo_edit(supplied, [1], [button.id], "/suppliers", "?name=Leaf+Ltd", None)
    assert fields(after)["lead_time_days"] == "5"
    again = undo_edit(supplied, [1], [button.id], "/suppliers", "?name=Leaf+Ltd", None)
    assert fields(again)["lead_time_days"] == "5", "one press takes back one change"
