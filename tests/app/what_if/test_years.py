"""The year now is that of the plan: ordered as often as its suppliers' order days allow."""

import numpy as np
import pytest

from app.views.what_if_cards import shop_card
from app.what_if import years
from app.what_if.years import Moves, price_of_service, start_of_product, start_of_shop, year_then
from inventory.intervals import order_intervals
from tests.app.components import words
from tests.app.shops import plan_of

TEA = {"on_hand": 20.0, "unit_cost": 4.0, "order_cost": 0.0, "lead_time_days": 2.0}
SUPPLIERS = {
    "Every day": {"order_days": "any", "order_cost": 0.0},
    "Tuesdays": {"order_days": "Tue", "order_cost": 0.0},
    "Fortnights": {"order_days": "every 14 days from 2024-03-11", "order_cost": 0.0},
}


def test_a_product_is_ordered_as_often_as_its_supplier_takes_orders() -> None:
    plan = plan_of(*({**TEA, "supplier": name} for name in SUPPLIERS), suppliers=SUPPLIERS)
    now = start_of_shop(plan).now
    assert order_intervals(now.policy).protection.days.ravel().tolist() == [1 + 2, 7 + 2, 14 + 2]
    every_day, tuesdays, fortnights = now.year.orders[0]
    assert every_day > 200
    assert 45 < tuesdays <= 53
    assert 24 < fortnights <= 27


def test_the_level_of_now_is_that_of_todays_plan_where_today_is_an_order_day() -> None:
    plan = plan_of({**TEA, "supplier": "Fortnights"}, suppliers=SUPPLIERS)
    now = start_of_product(plan, 0).now
    np.testing.assert_array_equal(now.aim.reorder_point, plan.decision.reorder_point)


def test_what_nobody_moved_is_the_year_now() -> None:
    start = start_of_shop(plan_of(TEA, {**TEA, "on_hand": 0.0}))
    assert year_then(start, Moves()) is price_of_service(start, Moves()) is start.now


def test_the_first_point_of_the_price_is_the_year_then() -> None:
    start = start_of_shop(plan_of(TEA, TEA))
    moves = Moves(demand=1.3, lead_time=1.5)
    for name in ("missed", "stock", "orders"):
        then, price = (getattr(told(start, moves).year, name)[0] for told in (year_then, price_of_service))
        np.testing.assert_array_equal(then, price)


def test_of_a_chain_some_products_count_for_their_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(years, "MOST_PRODUCTS", 2)
    plan = plan_of(TEA, TEA, TEA, TEA, TEA)
    start = start_of_shop(plan)
    assert (start.now.policy.products, start.now.weight) == (2, 2.5)
    assert "2 of 5 products were rolled, each for its neighbours in size." in words(
        shop_card(plan, start.now, start.now)
    )
    assert "were rolled" not in words(shop_card(plan_of(TEA), *[start_of_shop(plan_of(TEA)).now] * 2))
