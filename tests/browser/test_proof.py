"""The proof in a real browser: it makes itself, its pages follow, and everybody can read them."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.app.shops import write_sales
from tests.browser.conftest import Page
from tests.browser.test_access import violations

READY = {
    "/proof": ".sw-notice.good, .sw-notice.warning",
    "/proof/calibration": ".js-plotly-plot .main-svg",
    "/proof/accuracy": "#accuracy-grid .ag-header-cell-text",
    "/proof/replay": ".js-plotly-plot .main-svg",
}


def is_there(page: Page, selector: str) -> bool:
    """Whether it is on the page, in sight or further down."""
    return len(page.driver.find_elements("css selector", selector)) > 0


@pytest.fixture
def shop(page: Page, tmp_path: Path) -> Page:
    """Six products that sell 1 to 16 a day for 34 weeks."""
    units = np.random.default_rng(5).poisson(np.linspace(1, 16, 6), (238, 6))
    page.drop_file(write_sales(tmp_path / "till.csv", {f"p{n}": units[:, n].tolist() for n in range(6)}))
    page.keep_file()
    page.find("#order-headline")
    return page


def test_the_proof_makes_itself_and_every_page_of_it_can_be_read_by_everybody(shop: Page) -> None:
    shop.open_link("Proof")
    shop.wait_for_text("We said nine times out of ten. It was ")
    shop.wait_for_text("Ordered as advised, ")
    shop.open_link("The last 90 days again")
    shop.wait_for_text("it would have been worse")
    shop.click("#replay-rival")
    shop.click("#page [role=option]:nth-child(2), .dash-dropdown-option:nth-child(2)")
    shop.wait_for_text("By the textbook formula", "#replay-days .legend")
    found = {}
    for path, ready in READY.items():
        shop.open(path)
        shop.wait(partial(is_there, shop, ready), f"{ready} to be there")
        found[path] = violations(shop)
    assert found == {path: [] for path in READY}
