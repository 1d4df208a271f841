"""A shop served to real Chromium, which may talk to this computer only."""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dash.testing.composite import DashComposite
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from app.server import create_app
from app.settings import Settings
from tests.browser.chromium import chromium_options

PATIENCE_SECONDS = 20.0


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    config.option.headless = True


def pytest_setup_options() -> Options:
    return chromium_options()


class Page:
    """The program as its owner sees it in the browser."""

    def __init__(self, dash: DashComposite, settings: Settings) -> None:
        self.dash = dash
        self.driver = dash.driver
        self.settings = settings

    def open(self, path: str) -> None:
        self.driver.get(self.dash.server.url + path)

    def text(self, selector: str = "#page") -> str:
        return str(self.driver.find_element(By.CSS_SELECTOR, selector).text)

    def find(self, selector: str) -> Any:
        return self.wait(lambda: self._shown(selector), f"{selector} to appear")

    def click(self, selector: str) -> None:
        self.wait(lambda: self._clicked(selector), f"{selector} to be clicked")

    def wait_for_text(self, text: str, selector: str = "#page") -> None:
        self.wait(lambda: text in self.text(selector), f"{text!r} in {selector}")

    def wait(self, condition: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(Exception):  # an element may be replaced while it is looked at
                found = condition()
                if found:
                    return found
            time.sleep(0.05)
        raise AssertionError(f"waited in vain for {what}; the page says: {self.text('body')[:600]}")

    def drop_file(self, path: Path) -> None:
        """Give the drop zone a file, as choosing one does."""
        self.find("#drop-zone")
        self.driver.find_element(By.ID, "drop-input").send_keys(str(path))

    def keep_file(self) -> None:
        """Keep the file that the page shows."""
        self.click("#keep-button")

    def choose(self, selector: str, text: str) -> None:
        """Choose an option of a list by what it says."""
        Select(self.find(selector)).select_by_visible_text(text)

    def type_into_cell(self, sku: str, field: str, text: str) -> None:
        """Click a cell of a grid, type, press Enter."""
        self.find(f'.ag-row[row-id="{sku}"] [col-id="{field}"]')
        self.click(f'.ag-row[row-id="{sku}"] [col-id="{field}"]')
        box = self.find(f'.ag-row[row-id="{sku}"] [col-id="{field}"] input')
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(text, Keys.ENTER)

    def line(self, key: str) -> Any:
        """A line of an order by its SKU, or a form by what it is about."""
        return self.find(f'[data-form][data-key="{key}"]')

    def fill(self, selector: str, text: str) -> None:
        box = self.find(selector)
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(text)

    def press_right(self, selector: str, *, times: int) -> None:
        """Move a slider by its keys."""
        handle = self.find(f"{selector} [role=slider]")
        for _ in range(times):
            handle.send_keys(Keys.ARROW_RIGHT)

    def open_link(self, name: str) -> None:
        """Follow a link of the bar on top, without loading the page anew."""
        self.wait(lambda: self.driver.find_element(By.LINK_TEXT, name), f"the link {name}").click()

    def restart(self) -> None:
        """Stop the program and start it anew on the same shop."""
        self.dash.server.stop()
        self.dash.start_server(create_app(self.settings), debug=False)

    def errors(self) -> list[Any]:
        """What the browser's console complains about."""
        return [entry for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def _shown(self, selector: str) -> Any:
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return next((element for element in found if element.is_displayed()), None)

    def _clicked(self, selector: str) -> bool:
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()
        return True


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "shop")


@pytest.fixture
def page(dash_duo: DashComposite, settings: Settings) -> Iterator[Page]:
    """An empty shop, open at its first page."""
    dash_duo.start_server(create_app(settings), debug=False)
    opened = Page(dash_duo, settings)
    yield opened
    assert opened.errors() == []
