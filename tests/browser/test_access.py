"""Every page for everybody: screen readers, the keyboard, light and dark, wide and narrow."""

from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Page

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
KNOWN = "22423"
SIZES = {"wide": (1280, 900, False), "phone": (390, 844, True)}
PAGES = {
    "/": "#order-headline",
    "/count": ".sw-counted",
    "/on-the-way": "h1",
    "/calendar": ".js-plotly-plot .main-svg",
    "/products/table": ".ag-row",
    "/insights": ".js-plotly-plot .main-svg",
    "/products?class=A": ".sw-product-line a",
    f"/product/{KNOWN}": ".js-plotly-plot .main-svg",
    f"/what-if?sku={KNOWN}": "#what-if-tables table",
    "/import": "#drop-zone",
    "/suppliers": ".sw-card a",
    "/suppliers?name=Willow%20and%20Wren": ".sw-form",
    "/settings": "#settings-save",
    "/nowhere": "h1",
}
FIND = """
const [done] = [arguments[arguments.length - 1]];
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}).then((found) =>
  done(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`)));
"""


@pytest.fixture
def sample_shop(page: Page) -> Page:
    page.click("#sample-button")
    page.wait_for_text("Order ", "#order-headline")
    return page


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page in every size and colour scheme."""
    page.driver.execute_script(AXE.read_text("utf-8"))
    found = []
    for size, (width, height, mobile) in SIZES.items():
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        for scheme in ("light", "dark"):
            calm = {"name": "prefers-reduced-motion", "value": "reduce"}  # else colours are judged while they fade
            media = {"features": [{"name": "prefers-color-scheme", "value": scheme}, calm]}
            page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
            found += [f"{size}, {scheme}: {each}" for each in page.driver.execute_async_script(FIND)]
    return found


def test_no_page_has_an_access_violation(sample_shop: Page) -> None:
    found = {}
    for path, ready in PAGES.items():
        sample_shop.open(path)
        sample_shop.find(ready)
        found[path] = violations(sample_shop)
    assert found == {path: [] for path in PAGES}


def test_the_first_screen_has_no_access_violation(page: Page) -> None:
    page.find("#drop-zone")
    assert violations(page) == []


def test_the_search_has_no_access_violation(sample_shop: Page) -> None:
    sample_shop.click("#search-button")
    sample_shop.find("#search-found a")
    assert violations(sample_shop) == []


def test_the_check_finds_what_is_wrong(page: Page) -> None:
    page.find("#drop-zone")
    page.driver.execute_script("document.querySelector('#page').append(document.createElement('img'))")
    assert any("image-alt" in each for each in violations(page))


def test_each_page_has_its_name_in_the_title(sample_shop: Page) -> None:
    sample_shop.open("/settings")
    sample_shop.wait(lambda: sample_shop.driver.title == "Settings – Shelfwise", "the title to name the page")
    sample_shop.open_link("Import")
    sample_shop.wait(lambda: sample_shop.driver.title == "Import sales – Shelfwise", "the title to follow")


def test_the_switch_changes_light_and_dark_and_is_remembered(sample_shop: Page) -> None:
    def theme() -> str:
        return str(sample_shop.driver.execute_script("return document.documentElement.dataset.bsTheme"))

    before = theme()
    sample_shop.click("#theme-button")
    assert theme() != before
    sample_shop.open("/settings")
    sample_shop.find("#settings-save")
    assert theme() != before


def test_the_main_job_can_be_done_by_keyboard_alone(page: Page) -> None:
    def press(*keys: str) -> None:
        ActionChains(page.driver).send_keys(*keys).perform()

    def focused(script: str) -> str:
        return str(page.driver.execute_script(f"const it = document.activeElement; return {script}"))

    def tab_to(script: str, wanted: str) -> None:
        seen = []
        for _ in range(40):
            press(Keys.TAB)
            seen.append(focused(script))
            if seen[-1] == wanted:
                return
        raise AssertionError(f"no way to {wanted} by Tab, only {seen}")

    page.find("#sample-button")
    tab_to("it.id", "sample-button")
    press(Keys.ENTER)
    page.wait_for_text("Order ", "#order-headline")
    page.find(".sw-line")
    tab_to("it.name", "units")
    before = page.text("#order-headline")
    press(Keys.ARROW_UP)
    page.wait(lambda: page.text("#order-headline") != before, "the headline to follow the number")
    tab_to("it.name", "reason")
    press("f", "a", "i", "r", Keys.ENTER)
    tab_to("it.textContent", "Mark as sent")
    press(Keys.ENTER)
    page.wait_for_text("is noted as sent", "#order-message")
