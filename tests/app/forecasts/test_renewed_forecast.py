"""One new day of sales is told to what was estimated before; everything is estimated again only for a reason."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import app.forecasts.renewed_forecast
from app.desk import Desk, inputs_now, make_forecast, open_desk, plan_now
from app.forecasts.renewed_forecast import kept_fit
from app.planning.plan import Plan, make_plan
from data.importing.imports import undo_last_import
from data.shop_settings import read_settings, write_settings
from forecasting.fitted_shop import fit_shop
from forecasting.forecast import fit_and_forecast, forecast_from
from tests.app.shops import stock_shop, unheard, write_sales

WEEKS = 14
SOLD = {
    "tea": [3, 4, 5, 6, 7, 8, 9] * WEEKS,
    "mug": [2, 3] * 7 * (WEEKS // 2),
    "tray": [0, 0, 0, 0, 0, 1, 0] * WEEKS,
}
LAST = dt.date(2024, 1, 1) + dt.timedelta(days=7 * WEEKS - 1)


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[dt.date]:
    """The last day of every history that was fitted."""
    fitted: list[dt.date] = []

    def counted(history: Any, **named: Any) -> Any:
        fitted.append(history.days[-1].date())
        return fit_and_forecast(history, **named)

    monkeypatch.setattr(app.forecasts.renewed_forecast, "fit_and_forecast", counted)
    return fitted


@pytest.fixture
def stocked(desk: Desk, tmp_path: Path) -> Desk:
    """A shop of three products and fourteen weeks, nothing forecast yet."""
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", SOLD))
    return desk


def sell(desk: Desk, folder: Path, *, days: int = 1) -> Plan:
    """Import the next days, on which the products sell as usual, and plan again."""
    inputs = inputs_now(desk)
    assert inputs is not None
    begin = len(inputs.history.days) % 14
    usual = {sku: sold[begin : begin + days] for sku, sold in SOLD.items()}
    stock_shop(desk.shop, write_sales(folder / f"{inputs.today}.csv", usual, first_day=inputs.today))
    return planned(desk)


def planned(desk: Desk) -> Plan:
    make_forecast(desk, unheard)
    plan = plan_now(desk)
    assert plan is not None
    return plan


def test_a_new_day_is_planned_from_what_was_estimated_before(
    stocked: Desk, tmp_path: Path, fits: list[dt.date]
) -> None:
    planned(stocked)
    inputs = inputs_now(stocked)
    assert inputs is not None
    before = fit_shop(inputs.history, horizon=inputs.horizon)
    plan = sell(stocked, tmp_path)
    assert fits == [LAST]
    assert plan.inputs.today == LAST + dt.timedelta(days=2)
    assert plan.forecast.fitted_on == LAST
    expected = make_plan(plan.inputs, forecast_from(before, plan.inputs.history, horizon=plan.inputs.horizon))
    np.testing.assert_array_equal(plan.decision.reorder_point, expected.decision.reorder_point)
    np.testing.assert_array_equal(plan.decision.order_up_to, expected.decision.order_up_to)


def test_after_a_week_everything_is_estimated_again(stocked: Desk, tmp_path: Path, fits: list[dt.date]) -> None:
    planned(stocked)
    days = [sell(stocked, tmp_path).forecast.fitted_on for _ in range(8)]
    assert fits == [LAST, LAST + dt.timedelta(days=7)]
    assert days == [LAST] * 6 + [LAST + dt.timedelta(days=7)] * 2


def test_a_restarted_program_goes_on_with_what_was_estimated(
    stocked: Desk, tmp_path: Path, fits: list[dt.date]
) -> None:
    planned(stocked)
    again = open_desk(stocked.settings)
    sell(again, tmp_path)
    again.forecasts.close()
    assert fits == [LAST]


def test_an_undone_week_finds_what_was_estimated_before_it(stocked: Desk, tmp_path: Path, fits: list[dt.date]) -> None:
    planned(stocked)
    sell(stocked, tmp_path, days=7)
    undo_last_import(stocked.shop)
    assert sell(stocked, tmp_path).forecast.fitted_on == LAST
    assert fits == [LAST, LAST + dt.timedelta(days=7)]


def test_another_engine_estimates_everything_again(
    stocked: Desk, tmp_path: Path, fits: list[dt.date], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(stocked)
    monkeypatch.setattr(app.forecasts.renewed_forecast, "ENGINE_VERSION", "another")
    sell(stocked, tmp_path)
    assert len(fits) == 2


def test_a_country_that_is_named_estimates_everything_again(stocked: Desk, fits: list[dt.date]) -> None:
    assert planned(stocked).forecast.country is None
    write_settings(stocked.shop, replace(read_settings(stocked.shop), country="FR"))
    assert planned(stocked).forecast.country == "FR"
    assert len(fits) == 2
    write_settings(stocked.shop, replace(read_settings(stocked.shop), country=""))
    assert planned(stocked).forecast.country is None
    assert len(fits) == 2


def test_only_the_latest_estimates_are_kept(
    stocked: Desk, tmp_path: Path, fits: list[dt.date], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.forecasts.renewed_forecast, "MOST_KEPT", 2)
    inputs = inputs_now(stocked)
    assert inputs is not None
    planned(stocked)
    for _ in range(2):
        sell(stocked, tmp_path, days=7)
    assert len(fits) == 3
    assert kept_fit(stocked.forecasts, inputs.history, horizon=inputs.horizon) is None


@pytest.mark.parametrize("entry", ["no estimate", {"last_day": None}])
def test_an_entry_that_is_no_estimate_counts_as_missing(stocked: Desk, fits: list[dt.date], entry: object) -> None:
    stocked.forecasts.set(
        f"{app.forecasts.renewed_forecast.KIND}{app.forecasts.renewed_forecast.ENGINE_VERSION}-told-x", entry
    )
    assert planned(stocked).forecast.fitted_on == LAST
    assert fits == [LAST]


def test_progress_rises_to_all_with_and_without_a_new_estimate(stocked: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        told: list[float] = []
        make_forecast(stocked, told.append)
        assert told == sorted(told)
        assert told[-1] == 1.0
        stock_shop(stocked.shop, write_sales(tmp_path / "one.csv", {"tea": [3]}, first_day=LAST + dt.timedelta(days=1)))
