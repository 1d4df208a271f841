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

from app.server import create_app
from app.settings import Settings
from tests.browser.chromium import chromium_options

PATIENCE_SECONDS = 60.0

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
        raise AssertionError(f"waited in vain for {what}; the page says: {self.text('body')[:1500]}")

    def drop_file(self, path: Path) -> None:
        """Give the drop zone a file, as choosing one does."""
        self.find("#drop-zone")
        self.driver.find_element(By.ID, "drop-input").send_keys(str(path))

    def grid_cell(self, sku: str, field: str) -> Any:
        """A cell of a grid; columns out of sight are scrolled to first."""
        row = f'.ag-row[row-id="{sku}"] [col-id="{field}"]'
        self.driver.execute_script(
            "const column = document.querySelector('.ag-center-cols-viewport'); if (column) column.scrollLeft = 0;"
        )
        return self.find(row)

    def errors(self) -> list[Any]:
        """What the browser's console complains about."""
        return [entry for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def _shown(self, selector: str) -> Any:
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return next((element for element in found if element.is_displayed()), None)

    def _clicked(self, selector: str) -> bool:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()
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
