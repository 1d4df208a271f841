"""What a product's page asks and tells on a click, in a real browser."""

import datetime as dt
import re
from pathlib import Path

import numpy as np
import pytest
from selenium.webdriver.common.by import By

from app.desk import make_forecast, open_desk
from app.settings import Settings
from data.sold_out import Verdict, read_verdicts
from tests.app.shops import stock_shop, unheard, write_sales
from tests.browser.conftest import Page

JUNE = dt.date(2024, 6, 1), dt.date(2024, 6, 10)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A shop whose tea, about nine a day, sold nothing from 1 to 10 June 2024."""
    chosen = Settings(tmp_path / "shop")
    random = np.random.default_rng(0)
    sold = {sku: random.poisson(9.0, 200).tolist() for sku in ("tea", "mug", "tray", "bowl", "jug")}
    sold["tea"][152:162] = [0] * 10
    desk = open_desk(chosen)
    stock_shop(desk.shop, write_sales(tmp_path / "till.csv", sold))
    make_forecast(desk, unheard)
    desk.forecasts.close()
    return chosen


def test_a_sell_out_is_found_confirmed_and_taken_back(page: Page) -> None:
    page.open("/")
    page.wait_for_text("1 product may have been sold out")
    page.click("#page details.sw-notice summary")
    page.wait(lambda: page.driver.find_element(By.LINK_TEXT, "Tea"), "the link to the product").click()
    page.wait_for_text("Sold out from 1 to 10 June 2024?")
    page.click("#sold-out-card .btn-primary")
    page.wait_for_text("From 1 to 10 June 2024 it was sold out: these days do not count.")
    shop = open_desk(page.settings).shop
    assert read_verdicts(shop) == (Verdict("tea", *JUNE, was_sold_out=True),)
    page.click("#sold-out-card .btn")
    page.wait_for_text("nobody wanted it: these days count.")
    assert read_verdicts(shop) == (Verdict("tea", *JUNE, was_sold_out=False),)


def test_the_arima_of_a_product_is_told_when_it_is_opened(page: Page) -> None:
    page.open("/product/mug")
    page.wait_for_text("For those who know ARIMA")
    assert "Ljung-Box" not in page.text()
    page.click("#page summary[id*=arima]")
    page.wait_for_text("Ljung-Box test of the errors")
    assert re.search(r"p [=<] 0\.\d{3}", page.text())


KEEP_SAVED = """
const blob = URL.createObjectURL.bind(URL);
URL.createObjectURL = (made) => { made.text().then((text) => { window.saved = text; }); return blob(made); };
"""


def test_the_data_under_a_chart_are_what_it_shows(page: Page) -> None:
    page.open("/product/mug")
    page.find(".js-plotly-plot .main-svg")
    page.driver.execute_script(KEEP_SAVED)
    page.click('[data-table="sales"]')
    text = page.wait(lambda: page.driver.execute_script("return window.saved"), "the table to be saved")
    head, *rows = text.lstrip("\ufeff").splitlines()
    assert head == ',sold,"nine of ten days, at most","nine of ten days, at least",expected'
    past = [row.split(",") for row in rows if row.endswith(",,,")]
    ahead = [row.split(",") for row in rows if not row.endswith(",,,")]
    assert len(past) == 84
    assert all(float(sold) >= 0 for _day, sold, *_none in past)
    assert all(sold == "" and float(high) >= float(low) for _day, sold, high, low, _expected in ahead)
