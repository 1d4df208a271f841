"""A shop that keeps its counts and orders here sees its own way of ordering beside the others."""

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.desk import Desk, inputs_now
from app.planning.inputs import PlanInputs
from app.planning.sales_history import NothingSold
from app.proof.kept import replay_key
from app.replay.left_out import LEFT_OUT
from app.replay.levels import WAYS
from app.replay.of_shop import replay_shop
from app.replay.owner_stock import owner_stock
from app.replay.replay import OWNER
from app.words.language import _
from app.words.replay_words import LEFT_OUT_IN_WORDS, assumptions, worse_sentences
from data.bundles import set_bundle
from data.products import edit_product
from data.purchasing.deliveries import receive
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.shop_settings import ShopSettings, write_settings
from data.supplier_days import Closure
from data.suppliers import edit_supplier, set_closures
from tests.app.shops import MONDAY, small_sales, stock_shop

WEEKS, DAYS = 16, 14
FIRST = MONDAY + dt.timedelta(days=7 * WEEKS - DAYS)


def inputs_of(desk: Desk) -> PlanInputs:
    found = inputs_now(desk)
    assert found is not None
    return found


def order(desk: Desk, units: float, *, sent: dt.date, came: dt.date | None) -> None:
    number = save_draft(desk.shop, "Willow", [WantedLine("mug", units)], day=sent)
    assert number is not None
    send_order(desk.shop, number, day=sent, expected_on=sent + dt.timedelta(days=5))
    if came is not None:
        receive(desk.shop, number, {"mug": units}, day=came)


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> Desk:
    """Mugs sell 2 a day: 30 counted four days before the first day replayed, 20 ordered then and come on its third."""
    counted = FIRST - dt.timedelta(days=4)
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS - 3))
    edit_product(desk.shop, "mug", "on_hand", 30, day=counted)
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS))
    order(desk, 20, sent=counted, came=FIRST + dt.timedelta(days=2))
    order(desk, 12, sent=FIRST + dt.timedelta(days=5), came=None)
    return desk


def test_the_owners_way_is_what_she_counted_ordered_and_received(kept: Desk) -> None:
    done = replay_shop(kept.shop, days=DAYS)
    assert done.ways == (*WAYS, OWNER)
    assert list(done.products.index) == ["mug"], "only what she counted can be compared"
    hers = done.record.only(np.array([0]))
    assert hers.on_hand[:4, -1, 0].tolist() == [22, 20, 18, 36]
    assert hers.on_order[:3, -1, 0].tolist() == [20, 20, 0]
    assert hers.ordered[5, -1, 0] == 12
    assert done.outcome.value.missed_units[-1] == 0
    assert any("What you missed yourself is known on days sold out only." in told for told in assumptions(done))
    assert any(told.endswith("than ordering as you did.") or "as you did: " in told for told in worse_sentences(done))


def test_a_count_of_the_day_of_a_delivery_that_knew_of_it_counts_it_once(kept: Desk) -> None:
    day = FIRST + dt.timedelta(days=2)  # 20 mugs came on it
    edit_product(kept.shop, "mug", "on_hand", 50, day=day)
    for first, stock in ((day, 50 - 20), (day + dt.timedelta(days=1), 50)):
        hers = owner_stock(kept.shop, ("mug",), pd.date_range(first, FIRST + dt.timedelta(days=DAYS - 1)))
        assert hers is not None
        assert hers.on_hand.tolist() == [stock]


def test_without_orders_kept_here_there_is_no_owners_way(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS))
    edit_product(desk.shop, "mug", "on_hand", 30, day=FIRST)
    done = replay_shop(desk.shop, days=DAYS)
    assert done.ways == WAYS
    assert len(done.products) == 3


def test_a_record_that_cannot_be_is_left_out(kept: Desk) -> None:
    edit_product(kept.shop, "mug", "on_hand", 1, day=FIRST)
    assert replay_shop(kept.shop, days=DAYS).ways == WAYS, "one mug cannot have sold four before the delivery"


def test_stock_is_the_count_less_what_sold_since_but_not_less_what_the_count_knew(kept: Desk) -> None:
    days = pd.date_range(FIRST, periods=DAYS)
    stock = owner_stock(kept.shop, ("mug", "tea"), days)
    assert stock is not None
    assert stock.on_hand[0] == 22
    assert np.isnan(stock.on_hand[1]), "tea was never counted"
    assert stock.part(("tea",)).skus == ("tea",)
    edit_product(kept.shop, "mug", "on_hand", 30, day=FIRST - dt.timedelta(days=1))
    again = owner_stock(kept.shop, ("mug",), days)
    assert again is not None
    assert again.on_hand[0] == 30, "the sales of that day were known when the count was noted"


def test_a_shop_without_sales_has_nothing_to_replay(desk: Desk) -> None:
    with pytest.raises(NothingSold):
        replay_shop(desk.shop, days=DAYS)


def test_orders_are_as_many_days_apart_as_the_suppliers_order_days(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS))
    for sku, supplier in (("mug", "Willow"), ("tea", "Leaf")):
        edit_product(desk.shop, sku, "supplier", supplier, day=FIRST)
    before = replay_key(desk.shop, inputs_of(desk))
    edit_supplier(desk.shop, "Willow", "order_days", "every 3 days from 2024-01-01")
    assert replay_key(desk.shop, inputs_of(desk)) != before
    done = replay_shop(desk.shop, days=DAYS)
    of = dict(zip(done.products.index, done.policy.review_period_days.tolist(), strict=True))
    assert of == {"mug": 3, "tea": 7, "tray": 7}
    assert not done.products.loc["mug", "review_period_days_assumed"]
    ordered = done.record.ordered[:, 0, done.products.index.get_loc("mug")]
    day_of = [(FIRST + dt.timedelta(days=int(day)) - MONDAY).days for day in np.flatnonzero(ordered)]
    assert day_of
    assert all(day % 3 == 0 for day in day_of), "MONDAY is 1 January 2024"
    assert any("on its supplier's order days" in told for told in assumptions(done))


def test_nothing_is_ordered_or_delivered_while_a_supplier_is_closed(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS))
    edit_product(desk.shop, "mug", "supplier", "Willow", day=FIRST)
    edit_supplier(desk.shop, "Willow", "order_days", "any")
    edit_supplier(desk.shop, "Willow", "lead_time_days", 2)
    before = replay_shop(desk.shop, days=DAYS)
    key = replay_key(desk.shop, inputs_of(desk))
    closed = FIRST + dt.timedelta(days=4)
    set_closures(desk.shop, "Willow", [Closure(closed, closed + dt.timedelta(days=2))])
    assert replay_key(desk.shop, inputs_of(desk)) != key
    done = replay_shop(desk.shop, days=DAYS)
    mug = done.products.index.get_loc("mug")
    shut = slice(4, 7)
    assert before.record.ordered[shut, 0, mug].any()
    assert before.record.received[shut, 0, mug].any()
    assert not done.record.ordered[shut, 0, mug].any()
    assert not done.record.received[shut, 0, mug].any()
    assert done.record.received[7, 0, mug] > 0, "what would have come on closed days comes on the next"


def test_promises_of_classes_and_what_deliveries_took_count_as_in_the_plan(kept: Desk) -> None:
    write_settings(kept.shop, ShopSettings(service_level_a=0.99, service_level_c=0.8))
    edit_product(kept.shop, "mug", "service_level", 0.97, day=FIRST)
    edit_product(kept.shop, "mug", "supplier", "Willow", day=FIRST)
    done = replay_shop(kept.shop, days=DAYS)
    assert done.policy.service_level.tolist() == [0.97]
    assert done.policy.lead_time_sd_days[0] > 0, "one delivery was noted"


def test_what_a_replay_leaves_out_is_said(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=WEEKS))
    assert replay_shop(desk.shop, days=DAYS).left_out == ()
    write_settings(desk.shop, ShopSettings(budget=100.0, rule="simple"))
    edit_product(desk.shop, "mug", "supplier", "Willow", day=FIRST)
    edit_product(desk.shop, "tea", "shelf_life_days", 9, day=FIRST)
    edit_supplier(desk.shop, "Willow", "minimum_order_value", 50)
    edit_supplier(desk.shop, "Willow", "closed_on_holidays", True)
    set_bundle(desk.shop, "tray", {"tea": 2})
    done = replay_shop(desk.shop, days=DAYS)
    assert done.left_out == LEFT_OUT
    told = assumptions(done)
    assert all(_(LEFT_OUT_IN_WORDS[code]) in told for code in LEFT_OUT)
