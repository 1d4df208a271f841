"""Suppliers and settings are set once and still there after a reload, in a real browser."""

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from app.desk import make_forecast, open_desk
from app.settings import Settings
from data.products import edit_product
from data.suppliers import suppliers
from tests.app.shops import TODAY, small_sales, stock_shop, unheard
from tests.browser.conftest import Page


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A shop whose tea comes from Leaf Ltd."""
    chosen = Settings(tmp_path / "shop")
    desk = open_desk(chosen)
    stock_shop(desk.shop, small_sales(tmp_path))
    edit_product(desk.shop, "tea", "supplier", "Leaf Ltd", day=TODAY)
    make_forecast(desk, unheard)
    desk.forecasts.close()
    return chosen


def value(page: Page, name: str) -> str:
    return str(page.driver.find_element(By.NAME, name).get_property("value"))


def test_order_days_and_minimum_of_a_supplier_are_still_there_after_a_reload(page: Page) -> None:
    page.open("/suppliers")
    page.wait(lambda: page.driver.find_element(By.LINK_TEXT, "Leaf Ltd"), "the link to the supplier").click()
    page.choose("[name=order_kind]", "Certain weekdays")
    page.click("[name=weekday_0]")
    page.click("[name=weekday_3] ~ label")
    page.fill("[name=minimum_order_value]", "150")
    page.fill("[name=lead_time_days]", "900")
    page.click("[data-say=save]")
    page.wait_for_text("“900” was not kept. Type a number from 0 to 365.")
    assert value(page, "minimum_order_value") == "150", "what was right is not lost"
    page.fill("[name=lead_time_days]", "2")
    page.click("[data-say=save]")
    page.wait_for_text("Saved. The next order follows it.")
    page.open("/suppliers?name=Leaf%20Ltd")
    page.find("[name=minimum_order_value]")
    assert (value(page, "minimum_order_value"), value(page, "lead_time_days")) == ("150", "2")
    ticked = page.driver.find_elements(By.CSS_SELECTOR, ".sw-weekdays input:checked")
    assert [box.get_property("name") for box in ticked] == ["weekday_0", "weekday_3"]
    page.click(".sw-undo button")
    page.wait(lambda: value(page, "minimum_order_value") == "", "the change to be taken back")
    assert suppliers(open_desk(page.settings).shop).loc["Leaf Ltd", "order_days"] == ""


def test_a_language_and_a_budget_are_kept_and_spoken_at_once(page: Page) -> None:
    page.open("/settings")
    page.choose("[name=language]", "Deutsch")
    page.fill("[name=budget]", "500")
    page.click("#settings-save")
    page.wait(lambda: page.driver.execute_script("return document.documentElement.lang") == "de", "German")
    page.wait(lambda: value(page, "budget") == "500", "the budget to be there after the reload")
    page.open("/suppliers?name=Leaf%20Ltd")
    page.find("[name=minimum_order_value]")
    page.open("/settings")
    page.choose("[name=language]", "English")
    page.click("#settings-save")
    page.wait(lambda: page.driver.execute_script("return document.documentElement.lang") == "en", "English")
