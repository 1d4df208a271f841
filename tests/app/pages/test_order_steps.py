"""Orders are changed, sent and taken back where they stand: what was done is kept, and what follows is shown."""

import datetime as dt
from typing import Any

import pytest

from app import ids
from app.desk import Desk, plan_now
from app.ordering.order_list import todays_orders
from app.pages.order_steps import UNDO_SENT, answer
from app.pages.orders import layout
from app.planning.plan import Plan
from app.said import Said
from app.views.budget_card import KEEP_BUDGET, MONEY, NO_BUDGET
from app.views.order_card import EXPECTED_ON, MORE, SEEN, SEND, SENT_ON, SHOWN, WAYS
from app.views.order_line import AS_ADVISED, REASON, UNITS
from app.words.headline import headline_text
from data.products import edit_product
from data.purchasing.orders import SENT, read_orders
from data.suppliers import edit_supplier
from tests.app.components import words
from tests.app.shops import TODAY


@pytest.fixture
def leaf(small_desk: Desk) -> Desk:
    """A shop that has run out of tea and mugs from Leaf, sold in packs of six at 1.50."""
    for sku in ("tea", "mug"):
        for field, value in (("supplier", "Leaf"), ("on_hand", 0), ("unit_cost", 1.5), ("pack_size", 6)):
            edit_product(small_desk.shop, sku, field, value, day=TODAY)
    return small_desk


def plan_at(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


def say(desk: Desk, key: str, action: str, **values: str) -> dict[str, Any]:
    """What changes on the page, by the component's id."""
    changes = answer(desk, Said(key, action, values))
    told = {}
    for change in changes:
        name = change.component if isinstance(change.component, str) else f"{change.component['part']}"
        told[name] = change.value if change.property == "value" else words(change.value)
    return told


def sending(desk: Desk, **values: str) -> dict[str, str]:
    """What the form of Leaf's order says while nobody has touched it."""
    (order,) = todays_orders(plan_at(desk))
    dates = {SENT_ON: TODAY.isoformat(), EXPECTED_ON: (TODAY + dt.timedelta(days=7)).isoformat()}
    return {SEEN: order.content, **dates, **values}


def test_a_number_that_is_changed_moves_its_line_its_suppliers_sum_and_the_headline(leaf: Desk) -> None:
    before = todays_orders(plan_at(leaf))[0]
    shown = say(leaf, "tea", UNITS, **{UNITS: "120"})
    after = todays_orders(plan_at(leaf))[0]
    tea = next(line for line in before.lines if line.sku == "tea")
    assert shown["cost"] == "180.00"
    assert f"As advised: {tea.units:g}" in shown["own"]
    assert shown["units"] == "120"
    assert after.cost == pytest.approx(before.cost - tea.cost + 180)
    assert f"{after.cost:.2f}" in shown["head"]
    assert shown["order-headline"] == headline_text(plan_at(leaf))
    assert ids.ORDER_CONTENT not in shown, "the other lines stay as they are"


def test_a_reason_is_kept_with_the_number_and_both_go_when_it_is_as_advised(leaf: Desk) -> None:
    say(leaf, "tea", REASON, **{UNITS: "120", REASON: " a fair "})
    assert read_orders(leaf.shop)[0].lines[0].reason == "a fair"
    shown = say(leaf, "tea", AS_ADVISED, **{UNITS: "120", REASON: "a fair"})
    assert shown["own"] == ""
    assert read_orders(leaf.shop) == ()


def test_part_of_a_pack_is_kept_and_said(leaf: Desk) -> None:
    assert "Not in whole packs of 6" in say(leaf, "tea", UNITS, **{UNITS: "10"})["own"]


@pytest.mark.parametrize("typed", ["", "a few", "-6", "nan"])
def test_what_is_no_number_changes_nothing_and_is_said(leaf: Desk, typed: str) -> None:
    assert f"“{typed}” is no number of units." in say(leaf, "tea", UNITS, **{UNITS: typed})[ids.ORDER_MESSAGE]
    assert read_orders(leaf.shop) == ()


def test_thousands_are_read_as_the_page_shows_them_and_what_is_unclear_is_asked(leaf: Desk) -> None:
    say(leaf, "tea", UNITS, **{UNITS: "1,200"})
    (draft,) = read_orders(leaf.shop)
    assert [line.units for line in draft.lines] == [1200]
    told = "“1.200” can be read as 1200 or as 1.2."
    assert told in say(leaf, "tea", UNITS, **{UNITS: "1.200"})[ids.ORDER_MESSAGE]
    assert told in say(leaf, "", KEEP_BUDGET, **{MONEY: "1.200"})[ids.ORDER_MESSAGE]
    assert "of 10,000.00 is spent." in say(leaf, "", KEEP_BUDGET, **{MONEY: "10,000"})[ids.ORDER_CONTENT]


def test_an_order_is_noted_as_sent_and_taken_back(leaf: Desk) -> None:
    say(leaf, "tea", UNITS, **{UNITS: "120"})
    shown = say(leaf, "Leaf", SEND, **sending(leaf))
    number = read_orders(leaf.shop)[0].order_id
    told = f"Order {number} to Leaf is noted as sent: 2 products, expected Monday 18 March. It stands under Deliveries."
    assert told in shown[ids.ORDER_MESSAGE]
    assert "Leaf" not in shown[ids.ORDER_CONTENT]
    assert read_orders(leaf.shop)[0].state == SENT
    shown = say(leaf, str(number), UNDO_SENT)
    assert "is taken back" in shown[ids.ORDER_MESSAGE]
    assert {line.sku: line.units for line in todays_orders(plan_at(leaf))[0].lines}["tea"] == 120


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({SEEN: "another"}, "The order to Leaf is another one by now"),
        ({EXPECTED_ON: ""}, "Say when it is sent and when it is expected."),
        ({EXPECTED_ON: "2024-03-01"}, "It must be a day from 11 March 2024 to 11 March 2025."),
        ({EXPECTED_ON: "2042-03-14"}, "It must be a day from 11 March 2024 to 11 March 2025."),
        ({SENT_ON: "2023-03-11"}, "It must be a day from 4 March 2024 to 11 March 2025."),
        ({SENT_ON: "2042-03-11", EXPECTED_ON: "2042-03-14"}, "It must be a day from 4 March 2024 to 11 March 2025."),
    ],
)
def test_what_cannot_be_sent_is_explained(leaf: Desk, values: dict[str, str], told: str) -> None:
    assert told in say(leaf, "Leaf", SEND, **sending(leaf, **values))[ids.ORDER_MESSAGE]
    assert read_orders(leaf.shop) == ()


def test_another_way_to_the_minimum_becomes_the_owners_own_numbers(leaf: Desk) -> None:
    edit_supplier(leaf.shop, "Leaf", "minimum_order_value", 1000)
    edit_supplier(leaf.shop, "Leaf", "fee_below_minimum", 0.01)
    assert str(plan_at(leaf).minimum.choice[todays_orders(plan_at(leaf))[0].place]) == "fee"
    say(leaf, "Leaf", f"{WAYS}wait")
    assert [line.units for line in todays_orders(plan_at(leaf))[0].lines] == [0, 0]
    say(leaf, "Leaf", f"{WAYS}fee")
    assert all(line.units == line.advised for line in todays_orders(plan_at(leaf))[0].lines)


def test_another_way_to_the_minimum_leaves_the_numbers_that_are_the_owners_own_already(leaf: Desk) -> None:
    edit_supplier(leaf.shop, "Leaf", "minimum_order_value", 1000)
    edit_supplier(leaf.shop, "Leaf", "fee_below_minimum", 5000)
    say(leaf, "mug", "units", units="6", reason="a party")
    say(leaf, "Leaf", f"{WAYS}fee")
    of_tea, of_mugs = sorted(todays_orders(plan_at(leaf))[0].lines, key=lambda line: line.sku, reverse=True)
    assert (of_mugs.units, of_mugs.reason) == (6, "a party")
    assert (of_tea.units, of_tea.reason) == (of_tea.advised, "below the minimum")


def test_an_order_that_waits_does_not_claim_to_reach_the_minimum(leaf: Desk) -> None:
    edit_supplier(leaf.shop, "Leaf", "minimum_order_value", 1000)
    say(leaf, "Leaf", f"{WAYS}wait")
    assert "minimum" not in words(layout(plan_at(leaf))).replace("waits for the minimum", "")


def test_a_budget_is_kept_to_and_lifted(leaf: Desk) -> None:
    needed = todays_orders(plan_at(leaf))[0].cost
    shown = say(leaf, "", KEEP_BUDGET, **{MONEY: "30"})
    assert "of 30.00 is spent." in shown[ids.ORDER_CONTENT]
    assert "put off" in shown[ids.ORDER_CONTENT]
    assert "The next 100.00 would" in shown[ids.ORDER_CONTENT]
    assert sum(order.cost for order in todays_orders(plan_at(leaf))) <= 30
    say(leaf, "", NO_BUDGET)
    assert todays_orders(plan_at(leaf))[0].cost == needed
    assert "is no amount of money" in say(leaf, "", KEEP_BUDGET, **{MONEY: "much"})[ids.ORDER_MESSAGE]


def test_more_lines_are_shown_and_nothing_else_changes(leaf: Desk) -> None:
    shown = say(leaf, "Leaf", MORE, **{SHOWN: "1"})
    assert list(shown) == ["lines"]
    assert "Mug" in shown["lines"]


@pytest.mark.parametrize(
    ("key", "action"), [("tea", "dance"), ("Nobody", MORE), ("Nobody", f"{WAYS}fee"), ("x", UNDO_SENT)]
)
def test_a_word_of_no_use_breaks_nothing(leaf: Desk, key: str, action: str) -> None:
    answer(leaf, Said(key, action, {}))
    assert read_orders(leaf.shop) == ()
