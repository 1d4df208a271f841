"""The desk makes a plan again only when the shop changed, and forecasts only when sales did."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import app.forecasts.forecast_cache
from app.desk import Desk, forecast_wanted, inputs_now, key_of, make_forecast, open_desk, plan_now
from app.ordering.drafting import keep_units
from app.planning.kept_advice import last_advice
from app.planning.plan import Plan, row_of
from data.edit_undo import undo_last_edit
from data.importing.imports import undo_last_import
from data.products import edit_product
from data.shop_settings import read_settings, write_settings
from tests.app.shops import small_sales, stock_shop, unheard, write_sales

DAY = dt.date(2024, 3, 11)


@pytest.fixture
def forecasts_made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The horizon of each forecast that was computed."""
    made: list[int] = []
    really = app.forecasts.forecast_cache.renewed_forecast

    def counted(*args: Any, horizon: int, **named: Any) -> Any:
        made.append(horizon)
        return really(*args, horizon=horizon, **named)

    monkeypatch.setattr(app.forecasts.forecast_cache, "renewed_forecast", counted)
    return made


@pytest.fixture
def leaf(small_desk: Desk) -> Desk:
    """A shop that has run out of tea and mugs from Leaf, at 1.50 each."""
    for sku in ("tea", "mug"):
        for field, value in (("supplier", "Leaf"), ("on_hand", 0), ("unit_cost", 1.5)):
            edit_product(small_desk.shop, sku, field, value, day=DAY)
    return small_desk


def the_plan(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


def test_an_empty_shop_has_neither_plan_nor_anything_to_forecast(desk: Desk, forecasts_made: list[int]) -> None:
    assert plan_now(desk) is None
    assert inputs_now(desk) is None
    assert forecast_wanted(desk) is None
    make_forecast(desk, unheard)
    assert forecasts_made == []


def test_a_plan_waits_for_its_forecast(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path))
    assert inputs_now(desk) is not None
    assert plan_now(desk) is None
    make_forecast(desk, unheard)
    assert the_plan(desk).inputs.today == DAY


def test_the_plan_is_the_same_one_until_the_shop_changes(small_desk: Desk) -> None:
    assert the_plan(small_desk) is the_plan(small_desk)


def test_an_edit_changes_the_plan_without_a_new_forecast(small_desk: Desk, forecasts_made: list[int]) -> None:
    before = the_plan(small_desk)
    edit_product(small_desk.shop, "tea", "on_hand", 0, day=DAY)
    after = the_plan(small_desk)
    tea = row_of(after, "tea")
    assert tea is not None
    assert np.isnan(before.decision.order_quantity[tea])
    assert after.decision.order_quantity[tea] == after.decision.order_up_to[tea] > 0
    assert after.forecast is before.forecast
    assert forecasts_made == []


def test_settings_change_the_plan_without_a_new_forecast(small_desk: Desk, forecasts_made: list[int]) -> None:
    before = the_plan(small_desk)
    write_settings(small_desk.shop, replace(read_settings(small_desk.shop), service_level=0.99))
    after = the_plan(small_desk)
    assert (after.decision.reorder_point >= before.decision.reorder_point).all()
    assert after.decision.reorder_point.sum() > before.decision.reorder_point.sum()
    assert forecasts_made == []


def test_an_own_number_and_a_budget_change_the_orders_and_nothing_before_them(leaf: Desk) -> None:
    before = the_plan(leaf)
    told = before.shop_alerts
    keep_units(leaf.shop, before, "tea", 5.0, reason="")
    write_settings(leaf.shop, replace(read_settings(leaf.shop), budget=20.0))
    after = the_plan(leaf)
    assert after.decision is before.decision
    assert after.shop_alerts is told
    again = plan_now(open_desk(leaf.settings))
    assert again is not None
    np.testing.assert_array_equal(after.quantity, again.quantity)
    assert after.adjusted.budget is not None
    assert again.adjusted.budget is not None
    assert after.adjusted.budget.spent == again.adjusted.budget.spent
    assert after.inputs.orders == again.inputs.orders


def test_the_advice_is_kept_with_the_numbers_that_the_owner_left_it_with(leaf: Desk, tmp_path: Path) -> None:
    keep_units(leaf.shop, the_plan(leaf), "tea", 5.0, reason="")
    the_plan(leaf)
    keep_units(leaf.shop, the_plan(leaf), "tea", 7.0, reason="")
    tea = row_of(the_plan(leaf), "tea")
    stock_shop(leaf.shop, write_sales(tmp_path / "next.csv", {"tea": [2]}, first_day=DAY))
    make_forecast(leaf, unheard)
    last = last_advice(the_plan(leaf).inputs.advice)
    assert last is not None
    assert last.day == DAY
    assert last.planned.quantity[tea] == 7


def test_newer_sales_ask_for_a_new_forecast(small_desk: Desk, tmp_path: Path) -> None:
    before = the_plan(small_desk)
    stock_shop(small_desk.shop, small_sales(tmp_path, weeks=11, name="newer.csv"))
    assert plan_now(small_desk) is None
    make_forecast(small_desk, unheard)
    assert the_plan(small_desk).inputs.today == before.inputs.today + dt.timedelta(days=7)


def test_undoing_an_import_brings_the_old_plan_back_without_a_new_forecast(
    small_desk: Desk, tmp_path: Path, forecasts_made: list[int]
) -> None:
    stock_shop(small_desk.shop, small_sales(tmp_path, weeks=11, name="newer.csv"))
    make_forecast(small_desk, unheard)
    assert len(forecasts_made) == 1
    undo_last_import(small_desk.shop)
    assert the_plan(small_desk).inputs.today == DAY
    assert len(forecasts_made) == 1


def test_an_import_after_an_undo_is_not_taken_for_the_undone_one(small_desk: Desk, tmp_path: Path) -> None:
    the_plan(small_desk)
    undo_last_import(small_desk.shop)
    other = {"tea": [1] * 70, "mug": [1] * 70, "tray": [1] * 70}
    stock_shop(small_desk.shop, write_sales(tmp_path / "other.csv", other))
    inputs = inputs_now(small_desk)
    assert inputs is not None
    assert inputs.history.units.tolist() == [[1.0, 1.0, 1.0]] * 70


def test_a_longer_lead_time_asks_for_a_longer_forecast(small_desk: Desk, forecasts_made: list[int]) -> None:
    before = the_plan(small_desk)
    edit_product(small_desk.shop, "mug", "lead_time_days", 60, day=DAY)
    assert plan_now(small_desk) is None
    make_forecast(small_desk, unheard)
    assert before.inputs.horizon == 56
    assert the_plan(small_desk).inputs.horizon == 182  # 2 x 60 + 7 days must be seen
    assert forecasts_made == [182]


def test_a_restart_costs_no_forecast(small_desk: Desk, forecasts_made: list[int]) -> None:
    again = open_desk(small_desk.settings)
    assert the_plan(again).inputs.today == DAY
    assert forecasts_made == []
    again.forecasts.close()


def test_a_forecast_made_by_another_process_is_found(small_desk: Desk, tmp_path: Path) -> None:
    stock_shop(small_desk.shop, small_sales(tmp_path, weeks=11, name="newer.csv"))
    job = open_desk(small_desk.settings)
    make_forecast(job, unheard)
    job.forecasts.close()
    assert the_plan(small_desk).inputs.today == dt.date(2024, 3, 18)


def test_a_forecast_is_wanted_only_while_there_are_sales_without_one(small_desk: Desk, tmp_path: Path) -> None:
    assert forecast_wanted(small_desk) is None
    stock_shop(small_desk.shop, small_sales(tmp_path, weeks=11, name="newer.csv"))
    inputs = inputs_now(small_desk)
    assert inputs is not None
    assert forecast_wanted(small_desk) == key_of(inputs)


def test_the_key_is_that_of_the_forecast_in_the_cache(small_desk: Desk) -> None:
    inputs = inputs_now(small_desk)
    assert inputs is not None
    assert key_of(inputs) in small_desk.forecasts


def test_a_closed_week_lowers_what_must_last_until_the_next_delivery_and_undoing_brings_it_back(
    small_desk: Desk,
) -> None:
    before = the_plan(small_desk)
    tea, settings = row_of(before, "tea"), read_settings(small_desk.shop)
    days = int(before.decision.protection_days[tea])
    assert days == 14
    write_settings(small_desk.shop, replace(settings, closed_days="2024-03-12 to 2024-03-18"))
    assert forecast_wanted(small_desk) is not None
    make_forecast(small_desk, unheard)
    after = the_plan(small_desk)
    usual = before.forecast.mean[tea]
    expected = usual[:days].sum() - usual[1:8].sum()
    np.testing.assert_allclose(after.forecast.mean[tea, :days].sum(), expected)
    assert after.decision.order_up_to[tea] < before.decision.order_up_to[tea]
    undo_last_edit(small_desk.shop)
    assert forecast_wanted(small_desk) is None
    np.testing.assert_array_equal(the_plan(small_desk).forecast.mean, before.forecast.mean)
