"""A plan is made from what the shop knows, and from its own conditions where nobody said anything."""

import datetime as dt
from pathlib import Path

import pytest

from app.planning.inputs import known_products, plan_inputs
from app.planning.sales_history import shop_history
from data.bundles import set_bundle
from data.products import edit_product
from data.shop import Shop, open_shop
from tests.app.shops import stock_shop, write_sales


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop")


def test_where_nobody_says_anything_the_shops_own_conditions_hold(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 70, "mug": [1] * 70}))
    edit_product(shop, "mug", "lead_time_days", 21, day=dt.date(2024, 3, 1))
    known = known_products(shop)
    products = plan_inputs(shop, shop_history(shop, known.index), known).products
    assert products["lead_time_days"].to_dict() == {"mug": 21, "tea": 7}
    assert products["lead_time_days_assumed"].to_dict() == {"mug": False, "tea": True}
    assert (products["pack_size"] == 1).all()
    assert products["on_hand"].isna().all(), "nothing is assumed of stock"


def test_what_bundles_sold_since_their_parts_were_counted_is_taken_off_the_parts(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"box": [1] * 70, "beer": [2] * 70}))
    set_bundle(shop, "box", {"beer": 6})
    counted = dt.date(2024, 3, 1)
    edit_product(shop, "beer", "on_hand", 100, day=counted)
    known = known_products(shop)
    history = shop_history(shop, known.index)
    days = len(history.days[history.days >= "2024-03-01"])
    assert days == 10
    before, after = known.loc["beer"], plan_inputs(shop, history, known).products.loc["beer"]
    assert before["on_hand"] - after["on_hand"] == after["sold_since"] - before["sold_since"] == 6 * days
    assert after["counted"] + after["received_since"] - after["sold_since"] == after["on_hand"]


def test_parts_that_nobody_counted_stay_unknown(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"box": [1] * 70, "beer": [2] * 70}))
    set_bundle(shop, "box", {"beer": 6})
    known = known_products(shop)
    assert plan_inputs(shop, shop_history(shop, known.index), known).products["on_hand"].isna().all()
