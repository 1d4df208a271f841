"""Long work in a real browser: progress that is seen, a stop that loses nothing."""

import time
from collections.abc import Callable
from typing import Any

import pytest

import app.forecasts.forecast_cache
from forecasting.forecast import forecast_shop
from tests.browser.conftest import Page


@pytest.fixture
def slow_forecast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forecasts that take long enough to be watched and stopped; jobs are forked and inherit it."""

    def slowly(
        _cache: Any, history: Any, *, horizon: int, country: str | None, progress: Callable[[float], None]
    ) -> Any:
        for step in range(40):
            progress(step / 40)
            time.sleep(0.25)
        return forecast_shop(history, horizon=horizon, country=country)

    monkeypatch.setattr(app.forecasts.forecast_cache, "renewed_forecast", slowly)


@pytest.mark.usefixtures("slow_forecast")
def test_progress_is_shown_and_a_stopped_forecast_can_be_made_later(page: Page) -> None:
    page.click("#sample-button")
    page.find("#forecast-job progress")
    page.wait(lambda: float(page.find("#forecast-bar").get_attribute("value")) > 0, "the bar to move")
    page.open_link("Orders")
    page.wait_for_text("Your forecasts are being made")
    page.click("#forecast-cancel")
    page.wait(lambda: not page.driver.find_element("id", "forecast-job").is_displayed(), "the bar to go")
    page.wait_for_text("Your forecasts are being made")
    page.click("#forecast-again")
    page.find("#forecast-job progress")
    page.wait_for_text("Order ", "#order-headline")
