"""Orders: by supplier, with reasons, changed and sent where they stand; edits of the grid answered at once."""

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
from app.views.alert_card import MOST_ALERTS
from app.views.budget_card import KEEP_BUDGET, MONEY, NO_BUDGET
from app.views.order_card import EXPECTED_ON, FIRST_LINES, MORE, SEEN, SEND, SENT_ON, SHOWN, WAYS
from app.views.order_content import MOST_LINES
from app.views.order_line import AS_ADVISED, REASON, UNITS
from app.words.headline import headline_text
from app.words.language import use_language
from data.products import edit_product
from data.purchasing.orders import SENT, read_orders
from data.suppliers import edit_supplier
from tests.app.components import of_kind, words
from tests.app.shops import TODAY, plan_of

SHORT = {"on_hand": 30.0}


def lines(page: Any) -> list[str]:
    """The SKUs of the lines that can be changed, in their order."""
    return [field.id["sku"] for field in of_kind(page, "Input") if isinstance(getattr(field, "id", None), dict)]


def test_each_supplier_has_a_card_with_its_lines_reasons_and_sums() -> None:
    page = layout(
        plan_of(
            {"sku": "a", "supplier": "Leaf & Co", "unit_cost": 2.0, **SHORT},
            {"sku": "b", "supplier": "Leaf & Co", **SHORT},
            {"sku": "c", **SHORT},
            {"sku": "d", "supplier": "Mill", "on_hand": 99.0},
        )
    )
    assert lines(page) == ["a", "b", "c"]
    assert [words(title) for title in of_kind(page, "H2")][:2] == ["Leaf & Co", "No supplier named"]
    said = words(page)
    assert "2 products · next order day Monday 18 March · 1 without a cost" in said
    assert said.count("expected sales 28") == 3
    assert "/download/order.xlsx?supplier=Leaf+%26+Co" in [link.href for link in of_kind(page, "A")]


def test_all_that_is_ordered_today_stands_on_the_page(sample_plan: Plan) -> None:
    wanted = [line.sku for order in todays_orders(sample_plan) for line in order.lines]
    assert lines(layout(sample_plan)) == wanted


def test_of_long_orders_the_first_lines_stand_there_and_more_when_they_are_wanted() -> None:
    many = [{"supplier": f"S{number % 5}", **SHORT} for number in range(5 * (FIRST_LINES + 5))]
    page = layout(plan_of(*many))
    assert len(lines(page)) == MOST_LINES
    assert "Show 5 products more" in words(page)
    assert "Show 30 products more" in words(page)


def test_nothing_to_order_is_said_and_what_to_count_first() -> None:
    assert "Nothing needs ordering today" in words(layout(plan_of({"on_hand": 99.0})))
    page = words(layout(plan_of({"on_hand": 99.0}, {"sku": "new"})))
    assert "new" in page.split("Count these first")[1]


def test_before_anything_is_counted_it_is_not_said_that_nothing_needs_ordering() -> None:
    page = words(layout(plan_of({}, {})))
    assert "Count your stock to see what to order" in page
    assert "Count 2 products" in page
    assert "Nothing needs ordering" not in page
    assert "Only so much money" not in page


def test_a_few_alerts_are_open_and_the_rest_folded() -> None:
    plan = plan_of(*({"on_hand": 0.0} for _ in range(MOST_ALERTS + 2)))
    assert "2 more" in [words(summary) for summary in of_kind(layout(plan), "Summary")]
    use_language("de")
    try:
        assert "2 weitere" in [words(summary) for summary in of_kind(layout(plan), "Summary")]
    finally:
        use_language("en")


def test_what_is_in_the_order_list_is_no_alert_on_top_of_it() -> None:
    assert "Needs your eye" not in words(layout(plan_of(SHORT, {})))


def test_suppliers_of_later_days_are_named_with_their_day_and_money() -> None:
    plan = plan_of({"supplier": "Mill", "unit_cost": 2.0, "on_hand": 0.0}, suppliers={"Mill": {"order_days": "tue"}})
    money = 2 * plan.quantity[0]
    assert f"Mill Tuesday 12 March: 1 product, about {money:.2f}" in words(layout(plan))


def test_the_page_says_which_day_it_is_for() -> None:
    assert "this plan is for 11 March 2024" in words(layout(plan_of(SHORT)))


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
