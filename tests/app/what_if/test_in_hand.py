"""The year now is rolled once for each plan."""

from app.desk import Desk, plan_now
from app.what_if.in_hand import PRODUCTS_KEPT, product_start, shop_start
from data.products import edit_product
from tests.app.shops import TODAY


def test_the_same_plan_begins_with_the_same_year(small_desk: Desk) -> None:
    plan = plan_now(small_desk)
    assert plan is not None
    assert shop_start(small_desk, plan) is shop_start(small_desk, plan)
    assert product_start(small_desk, plan, 0) is product_start(small_desk, plan, 0)


def test_another_plan_begins_anew(small_desk: Desk) -> None:
    before = plan_now(small_desk)
    assert before is not None
    of_shop, of_tea = shop_start(small_desk, before), product_start(small_desk, before, 0)
    edit_product(small_desk.shop, "tea", "unit_cost", 2, day=TODAY)
    after = plan_now(small_desk)
    assert after is not None
    assert shop_start(small_desk, after) is not of_shop
    assert product_start(small_desk, after, 0) is not of_tea


def test_no_more_products_are_kept_than_are_looked_at(sample_desk: Desk) -> None:
    plan = plan_now(sample_desk)
    assert plan is not None
    first = product_start(sample_desk, plan, 0)
    for product in range(1, PRODUCTS_KEPT + 1):
        product_start(sample_desk, plan, product)
    assert product_start(sample_desk, plan, 0) is not first
