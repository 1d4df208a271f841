"""Her own numbers are judged beside the advised ones once their days are over."""

import datetime as dt
from pathlib import Path

import pytest

from app.desk import Desk, inputs_now, plan_now
from app.ordering.drafting import keep_units
from app.ordering.order_list import order_to
from app.ordering.own_numbers import OwnNumber, judged_numbers
from app.ordering.sending import send
from app.pages.deliveries import layout
from app.planning.plan import Plan
from data.products import edit_product
from data.purchasing.deliveries import receive
from data.purchasing.orders import read_orders
from tests.app.components import words
from tests.app.shops import TODAY, stock_shop, write_sales

ARRIVES = TODAY + dt.timedelta(days=7)
CONDITIONS = {"supplier": "Leaf", "on_hand": 10, "unit_cost": 1.5, "price": 4.0, "pack_size": 6}


def planned(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


@pytest.fixture
def ordered(small_desk: Desk) -> Desk:
    """Five tea where more was advised, no mugs where some were, trays as advised; all of it came."""
    for sku in ("tea", "mug", "tray"):
        for field, value in (CONDITIONS | {"on_hand": 0 if sku == "tray" else 10}).items():
            edit_product(small_desk.shop, sku, field, value, day=TODAY)
    for sku, units in {"tea": 5.0, "mug": 0.0}.items():
        keep_units(small_desk.shop, planned(small_desk), sku, units, reason="a guess")
    order = order_to(planned(small_desk), "Leaf")
    assert order is not None
    number = send(small_desk, "Leaf", seen=order.content, day=TODAY, expected_on=ARRIVES)
    receive(small_desk.shop, number, {"tea": 5.0}, day=ARRIVES, is_last=True)
    return small_desk


def sell(desk: Desk, folder: Path, **sold: list[float]) -> dict[tuple[int, str], OwnNumber]:
    stock_shop(desk.shop, write_sales(folder / "later.csv", sold, first_day=TODAY))
    inputs = inputs_now(desk)
    assert inputs is not None
    return judged_numbers(desk.shop, read_orders(desk.shop), inputs)


def test_hers_sold_out_where_more_was_advised_and_both_are_told_in_units_and_money(
    ordered: Desk, tmp_path: Path
) -> None:
    judged = sell(ordered, tmp_path, tea=[5, 5, 5, *([0] * 25), 1], mug=[1] * 29, tray=[1] * 29)
    assert set(judged) == {(1, "tea"), (1, "mug")}, "what was ordered as advised is nobody's guess"
    tea, mug = judged[1, "tea"], judged[1, "mug"]
    assert tea.hers.missed > 0
    assert tea.hers.money == pytest.approx(tea.hers.missed * 2.5)
    (line,) = [line for order in read_orders(ordered.shop) for line in order.lines if line.sku == "tea"]
    assert line.advised is not None
    more = tea.advised.left - tea.advised.missed - (tea.hers.left - tea.hers.missed)
    assert more == pytest.approx(line.advised - 5)
    assert mug.hers.left == 0
    assert mug.hers.missed > 0
    told = words(layout(ordered, {}))
    assert "What came of it" in told
    assert f"In {tea.days} days, yours: sold out, about" in told


def test_nothing_is_said_before_their_days_are_over(ordered: Desk, tmp_path: Path) -> None:
    assert sell(ordered, tmp_path, tea=[1] * 5, mug=[1] * 5, tray=[1] * 5) == {}
    assert "What came of it" not in words(layout(ordered, {}))
