"""Orders noted as sent, once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.desk import Desk, make_forecast
from app.ordering.drafting import as_advised, keep_units
from app.ordering.order_list import order_to, todays_orders
from app.ordering.sending import OrderChanged, send
from app.planning.plan import row_of
from app.words.reason_parts import decided_text
from data.products import edit_product
from data.purchasing.order_steps import cancel_order
from data.purchasing.orders import SENT, read_orders
from data.shop_settings import read_settings, write_settings
from data.value_rules import BadValue
from tests.app.ordering.leaf import order, plan, units
from tests.app.shops import TODAY, stock_shop, unheard, write_sales

LATER = TODAY + dt.timedelta(days=5)


def test_what_is_sent_is_what_was_seen_and_is_not_advised_again(leaf: Desk) -> None:
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="a fair")
    seen, wanted = order(leaf).content, units(leaf)
    number = send(leaf, "Leaf", seen=seen, day=TODAY, expected_on=LATER)
    (sent,) = read_orders(leaf.shop)
    assert (sent.order_id, sent.state, sent.sent_on, sent.expected_on) == (number, SENT, TODAY, LATER)
    assert {line.sku: line.units for line in sent.lines} == wanted
    after = plan(leaf)
    mug, tea = row_of(after, "mug"), row_of(after, "tea")
    assert mug is not None
    assert tea is not None
    assert after.quantity[mug] == 0, "what is on order covers the need"
    assert after.decision.on_order[tea] == 5
    assert after.decision.order_quantity[tea] > 0, "five are less than was advised"
    assert after.quantity[tea] == 0, "but that is settled for today"


def test_what_is_left_of_todays_advice_is_ordered_on_her_word_only_and_comes_up_again_tomorrow(leaf: Desk) -> None:
    advised = units(leaf)
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="")
    keep_units(leaf.shop, plan(leaf), "mug", 0.0, reason="too many left")
    keep_units(leaf.shop, plan(leaf), "tray", 1.0, reason="")
    send(leaf, "Leaf", seen=order(leaf).content, day=TODAY, expected_on=LATER)
    assert order_to(plan(leaf), "Leaf") is None
    settled, rows = plan(leaf).adjusted.decided, {sku: row_of(plan(leaf), sku) for sku in ("tea", "mug")}
    assert [(settled.units[row], settled.advised[row]) for row in rows.values()] == [
        (5, advised["tea"]),
        (0, advised["mug"]),
    ]
    assert decided_text(plan(leaf), rows["mug"] or 0).startswith(f"You ordered 0 of {advised['mug']:g} today")
    as_advised(leaf.shop, plan(leaf), "mug")
    assert units(leaf) == {"mug": advised["mug"]}
    as_advised(leaf.shop, plan(leaf), "mug")
    assert order_to(plan(leaf), "Leaf") is None
    stock_shop(leaf.shop, write_sales(leaf.shop.folder / "today.csv", {"tray": [1]}, first_day=TODAY))
    make_forecast(leaf, unheard)
    assert plan(leaf).inputs.today == TODAY + dt.timedelta(days=1)
    assert units(leaf)["mug"] > 0


def test_an_order_that_is_cancelled_decides_nothing(leaf: Desk) -> None:
    advised = units(leaf)
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="")
    cancel_order(leaf.shop, send(leaf, "Leaf", seen=order(leaf).content, day=TODAY, expected_on=LATER))
    assert units(leaf) == advised


def test_a_budget_is_spent_once_a_day(leaf: Desk) -> None:
    edit_product(leaf.shop, "mug", "supplier", "Potter", day=TODAY)
    needed = order(leaf).cost
    write_settings(leaf.shop, replace(read_settings(leaf.shop), budget=needed + 10))
    cost = order(leaf).cost
    send(leaf, "Leaf", seen=order(leaf).content, day=TODAY, expected_on=LATER)
    outcome = plan(leaf).adjusted.budget
    assert outcome is not None
    assert outcome.sent == pytest.approx(cost)
    assert sum(each.cost for each in todays_orders(plan(leaf))) <= needed + 10 - cost


def test_two_clicks_at_once_send_one_order(leaf: Desk) -> None:
    seen = order(leaf).content

    def click(_number: int) -> str:
        try:
            return str(send(leaf, "Leaf", seen=seen, day=TODAY, expected_on=LATER))
        except OrderChanged:
            return "changed"

    with ThreadPoolExecutor(4) as clicks:
        done = sorted(clicks.map(click, range(4)))
    assert done == ["1", "changed", "changed", "changed"]
    assert len(read_orders(leaf.shop)) == 1


def test_an_order_that_changed_since_it_was_seen_is_not_sent(leaf: Desk) -> None:
    seen = order(leaf).content
    edit_product(leaf.shop, "tea", "on_hand", 3, day=TODAY)
    with pytest.raises(OrderChanged):
        send(leaf, "Leaf", seen=seen, day=TODAY, expected_on=LATER)
    with pytest.raises(OrderChanged):
        send(leaf, "Nobody", seen=seen, day=TODAY, expected_on=LATER)
    assert read_orders(leaf.shop) == ()


def test_a_delivery_before_the_order_is_refused_and_leaves_no_draft(leaf: Desk) -> None:
    with pytest.raises(BadValue):
        send(leaf, "Leaf", seen=order(leaf).content, day=TODAY, expected_on=TODAY - dt.timedelta(days=1))
    assert read_orders(leaf.shop) == ()
