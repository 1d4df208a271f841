"""The job that forecasts, called as the job process calls it."""

from pathlib import Path

import pytest
from dash.exceptions import PreventUpdate

from app.background.forecast_work import failed_forecast, forecast_job
from app.desk import Desk, inputs_now, key_of, plan_now
from tests.app.shops import small_sales, stock_shop


def test_the_forecast_is_made_for_the_desk_of_the_pages(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    stock_shop(desk.shop, small_sales(tmp_path))
    inputs = inputs_now(desk)
    assert inputs is not None
    first = forecast_job(desk.settings, told.append, key_of(inputs), None)
    assert plan_now(desk) is not None
    assert {label for _, label in told} == {"Forecasting your products"}
    assert told[-1][0] == "100"
    assert forecast_job(desk.settings, told.append, key_of(inputs), 1) != first, "an answer that the page has not seen"


def test_a_page_that_needs_no_forecast_starts_nothing(desk: Desk) -> None:
    with pytest.raises(PreventUpdate):
        forecast_job(desk.settings, lambda _told: None, None, None)


def test_a_forecast_that_breaks_off_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert "no sales" not in failed_forecast(ValueError("no sales"))
    assert "no sales" in caplog.text
