"""A plan is made from what the shop knows, and from its own conditions where nobody said anything."""

import datetime as dt
from pathlib import Path

import pytest

from app.planning.inputs import known_products, plan_inputs
from app.planning.sales_history import shop_history
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
