"""What comes and goes on pages is for everybody too: errors, questions, what is opened, orders on their way."""

from pathlib import Path

from tests.browser.conftest import Page
from tests.browser.test_access import KNOWN, sample_shop, violations

__all__ = ["sample_shop"]  # the fixture

OPEN_ALL = "document.querySelectorAll('#page details').forEach((one) => { one.open = true; });"
OPEN_MORE = "document.getElementById('more-button').setAttribute('aria-expanded', 'true');"
TWO_READINGS = "date,sku,quantity\n" + "".join(f"0{n}/0{n + 1}/2024,tea,{n}\n" for n in range(1, 9))


def test_an_order_on_its_way_has_no_access_violation(sample_shop: Page) -> None:
    sample_shop.click("[data-say=send]")
    sample_shop.wait_for_text("is noted as sent", "#order-message")
    sample_shop.open("/on-the-way")
    sample_shop.find(".sw-card")
    sample_shop.driver.execute_script(OPEN_ALL)
    assert violations(sample_shop) == []


def test_what_can_be_opened_has_no_access_violation_when_it_is_open(sample_shop: Page) -> None:
    found = {}
    for path, ready in {"/": ".sw-line", f"/product/{KNOWN}": ".main-svg", "/import": ".sw-asked"}.items():
        sample_shop.open(path)
        sample_shop.find(ready)
        sample_shop.driver.execute_script(OPEN_ALL + OPEN_MORE)
        found[path] = violations(sample_shop)
    assert found == {path: [] for path in found}


def test_a_refused_value_has_no_access_violation(sample_shop: Page) -> None:
    sample_shop.open("/suppliers?name=Willow%20and%20Wren")
    sample_shop.fill("[name=lead_time_days]", "900")
    sample_shop.click("[data-say=save]")
    sample_shop.wait_for_text("was not kept")
    assert violations(sample_shop) == []


def test_a_question_about_a_file_has_no_access_violation(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text(TWO_READINGS)
    page.drop_file(path)
    page.find("#preview .sw-question")
    assert violations(page) == []
