"""The plan joins sales, products, settings and forecast into what to order on the day after the last sales."""

import datetime as dt
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import app.planning.plan
from app.desk import Desk
from app.planning.plan import (
    HORIZONS,
    NothingSold,
    Plan,
    average_daily_sales,
    horizon_for,
    known_products,
    make_plan,
    plan_inputs,
    row_of,
    shop_history,
)
from data.products import edit_product, import_products
from data.products_file import read_products
from data.sales import daily_sales
from data.samples import sample_products_path
from data.shop import Shop, open_shop
from data.shop_settings import ShopSettings
from forecasting.forecast import forecast_shop
from forecasting.history import History
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


def test_no_clock_is_read_for_a_plan(monkeypatch: pytest.MonkeyPatch, sample_plan: Plan) -> None:
    class NoClock:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(f"the plan asked the clock for {name}")

    monkeypatch.setattr(app.planning.plan, "dt", NoClock())
    again = make_plan(sample_plan.inputs, sample_plan.forecast)
    assert again.inputs.today == sample_plan.inputs.today
    np.testing.assert_array_equal(again.decision.order_quantity, sample_plan.decision.order_quantity)


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
    inputs = plan_inputs(history, known, ShopSettings())
    plan = make_plan(inputs, forecast_shop(history, horizon=inputs.horizon))
    new = row_of(plan, "aaa-new")
    assert new is not None
    assert plan.forecast.reason[new] == "no_history"
    assert plan.average_daily_sales.tolist() == [3, 0]
    assert plan.forecast.mean[new].sum() == plan.forecast.totals[new].sum() == 0
    assert plan.decision.order_quantity[new] == 0


def test_a_sku_that_the_shop_does_not_have_has_no_row(sample_plan: Plan) -> None:
    assert row_of(sample_plan, "no such thing") is None


def test_without_sales_there_is_no_history(shop: Shop) -> None:
    for until in (None, dt.date(2024, 1, 1)):
        with pytest.raises(NothingSold):
            shop_history(shop, pd.Index([]), until=until)


def test_a_day_before_all_sales_has_no_history(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 10}))
    with pytest.raises(NothingSold):
        shop_history(shop, pd.Index(["tea"]), until=dt.date(2023, 12, 31))


def test_a_history_until_a_day_ends_on_it(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [1, 2, 3, 4, 5]}))
    seen = shop_history(shop, pd.Index(["tea"]), until=dt.date(2024, 1, 3))
    assert seen.units[:, 0].tolist() == [1, 2, 3]
    later = shop_history(shop, pd.Index(["tea"]), until=dt.date(2024, 1, 7))
    assert later.days[-1] == pd.Timestamp("2024-01-07")


def test_where_nobody_says_anything_the_shops_own_conditions_hold(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 70, "mug": [1] * 70}))
    edit_product(shop, "mug", "lead_time_days", 21, day=dt.date(2024, 3, 1))
    known = known_products(shop)
    products = plan_inputs(shop_history(shop, known.index), known, ShopSettings()).products
    assert products["lead_time_days"].to_dict() == {"mug": 21, "tea": 7}
    assert products["lead_time_days_assumed"].to_dict() == {"mug": False, "tea": True}
    assert (products["pack_size"] == 1).all()
    assert products["on_hand"].isna().all(), "nothing is assumed of stock"


def with_lead_times(*days: float, sd: float = 0.0) -> pd.DataFrame:
    products = plan_of(*({} for _ in days)).inputs.products
    return products.assign(lead_time_days=days, lead_time_sd_days=sd)


@pytest.mark.parametrize(
    ("lead_times", "review", "horizon"),
    [
        ((7, 3), 7, 56),  # 2 x 7 + 7 = 21
        ((24,), 8, 56),  # 2 x 24 + 8 = 56
        ((24,), 9, 91),  # one day more than fits
        ((80,), 7, 182),
        ((170,), 20, 366),
        ((200,), 7, 407),  # beyond the last step: as many days as are needed
    ],
)
def test_the_horizon_reaches_over_the_longest_lead_time_doubled(
    lead_times: tuple[float, ...], review: int, horizon: int
) -> None:
    settings = ShopSettings(review_period_days=review)
    products = with_lead_times(*lead_times).assign(review_period_days=float(review))
    assert horizon_for(products, settings) == horizon


def test_a_lead_time_that_varies_needs_a_longer_horizon() -> None:
    fixed, varying = with_lead_times(20), with_lead_times(20, sd=6)
    assert horizon_for(fixed, ShopSettings()) == HORIZONS[0]
    assert horizon_for(varying, ShopSettings()) > HORIZONS[0]


def test_average_daily_sales_are_those_of_the_last_eight_weeks_on_all_days() -> None:
    units = np.full((60, 3), np.nan)
    units[:, 0] = [100.0] * 4 + [2.0] * 56  # what was sold before the last 56 days does not count
    units[50:, 1] = 3.0  # on sale for ten days
    is_open = np.ones(60, dtype=np.bool_)
    is_open[[10, 17, 24, 31, 38, 45, 52, 59]] = False  # one day a week, eight of the 56
    units[~is_open] = np.nan
    history = History(pd.date_range("2024-01-01", periods=60), ("tea", "mug", "never"), units, is_open)
    np.testing.assert_allclose(average_daily_sales(history), [2 * 48 / 56, 3 * 48 / 56, 0])


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


def test_a_day_that_was_not_over_at_the_export_is_left_out_until_it_is_complete(shop: Shop, tmp_path: Path) -> None:
    hours = [f"{day:02d} {hour:02d}:00,tea,3" for day in range(1, 22) for hour in (9, 13, 18)]
    half = tmp_path / "half.csv"
    half.write_text("Date,Item,Qty\n" + "".join(f"2024-03-{row}\n" for row in [*hours, "22 09:30,tea,3"]))
    stock_shop(shop, half)
    assert shop_history(shop, pd.Index(["tea"])).days[-1] == pd.Timestamp(2024, 3, 21)
    later = tmp_path / "later.csv"
    later.write_text(
        "Date,Item,Qty\n" + "".join(f"2024-03-{day} {hour}:00,tea,3\n" for day in (22, 23) for hour in (10, 18))
    )
    stock_shop(shop, later)
    history = shop_history(shop, pd.Index(["tea"]))
    assert history.days[-1] == pd.Timestamp(2024, 3, 23)
    assert history.units[-2:].ravel().tolist() == [6, 6]
