"""The plan joins sales, products, settings and forecast into what to order on the day after the last sales."""

import datetime as dt
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from app.desk import Desk
from app.planning.inputs import known_products, plan_inputs
from app.planning.plan import Plan, make_plan, row_of
from app.planning.sales_history import shop_history
from data.lists.products_file import read_products
from data.products import import_products
from data.sales import daily_sales
from data.samples import sample_products_path
from data.shop import Shop, open_shop
from data.shop_settings import ShopSettings
from forecasting.forecast import forecast_shop
from tests.app.shops import plan_of, stock_shop, write_products, write_sales


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop")


def test_the_plan_of_the_sample_shop_is_for_the_day_after_its_last_sales(sample_plan: Plan, sample_desk: Desk) -> None:
    assert daily_sales(sample_desk.shop)["day"].max() == pd.Timestamp("2011-12-09")
    assert sample_plan.inputs.today == sample_plan.forecast.first_day == dt.date(2011, 12, 10)


def test_the_plan_of_the_sample_shop_decides_for_all_its_products(sample_plan: Plan) -> None:
    listed = pd.read_csv(sample_products_path(), dtype={"sku": str})
    assert set(sample_plan.inputs.products.index) == set(listed["sku"])
    assert sample_plan.decision.products == len(listed) == 60
    assert (sample_plan.decision.order_quantity > 0).any()


def test_every_array_of_a_plan_has_the_order_of_its_products(sample_plan: Plan) -> None:
    skus = list(sample_plan.inputs.products.index)
    assert list(sample_plan.forecast.skus) == list(sample_plan.inputs.history.skus) == skus
    chosen = skus[17]
    assert row_of(sample_plan, chosen) == 17
    listed = pd.read_csv(sample_products_path(), dtype={"sku": str}).set_index("sku").loc[chosen]
    assert sample_plan.stock.on_hand[17] == listed["on_hand"]
    assert sample_plan.policy.lead_time_days[17] == listed["lead_time_days"]
    assert sample_plan.policy.pack_size[17] == listed["pack_size"]


def test_a_product_nobody_sold_yet_is_planned_with_no_demand_and_says_so(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 70}))
    listed = write_products(tmp_path / "list.csv", [{"sku": "aaa-new", "name": "New", "on_hand": 4}])
    import_products(shop, read_products(listed), day=dt.date(2024, 3, 1))
    known = known_products(shop)
    history = shop_history(shop, known.index)
    inputs = plan_inputs(shop, history, known)
    plan = make_plan(inputs, forecast_shop(history, horizon=inputs.horizon))
    new = row_of(plan, "aaa-new")
    assert new is not None
    assert plan.forecast.reason[new] == "no_history"
    assert plan.average_daily_sales.tolist() == [3, 0]
    assert plan.forecast.mean[new].sum() == plan.forecast.totals[new].sum() == 0
    assert plan.decision.order_quantity[new] == 0


def test_a_sku_that_the_shop_does_not_have_has_no_row(sample_plan: Plan) -> None:
    assert row_of(sample_plan, "no such thing") is None


def test_the_simple_rule_of_the_settings_decides_the_plan() -> None:
    plan = plan_of({"rate": 4.0, "on_hand": 6.0}, {"rate": 4.0, "on_hand": 7.0}, settings=ShopSettings(rule="simple"))
    assert plan.decision.reorder_point.tolist() == [6.0, 6.0]  # 1.5 x 4
    assert plan.decision.rule == "simple"


def test_a_plan_holds_one_value_per_product_of_everything() -> None:
    plan = plan_of({}, {}, {})
    for record in (plan.policy, plan.stock):
        assert {field.name: len(getattr(record, field.name)) for field in fields(record)} == dict.fromkeys(
            [field.name for field in fields(record)], 3
        )
