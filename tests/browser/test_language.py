"""The owner chooses her language, and everything speaks it: pages, numbers in grids, the grids' own texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.words.language import use_language
from tests.app.shops import small_sales
from tests.browser.conftest import Page


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.usefixtures("english_again")  # before the page, so that it ends after its server
def test_the_owner_chooses_german_and_reads_and_writes_it_everywhere(page: Page, tmp_path: Path) -> None:
    page.open("/settings")
    page.choose("[name='language']", "Deutsch")
    page.click("#settings-save")
    page.wait_for_text("Einstellungen")
    assert page.driver.find_element("tag name", "html").get_attribute("lang") == "de"
    page.wait(lambda: page.driver.title == "Einstellungen – Shelfwise", "the title")
    page.open("/import")
    page.drop_file(small_sales(tmp_path))
    page.wait_for_text("Diese Verkäufe behalten: 70 Tage dazu, 3 neue Artikel", "#preview")
    page.keep_file()
    page.wait_for_text("Importiert: 70 Tage ergänzt, 3 neue Artikel.")
    page.open("/products/table")
    page.wait_for_text("Auf Lager")
    page.type_into_cell("tea", "on_hand", "1412,5")
    page.wait_for_text("1.412,5", ".ag-row[row-id='tea'] [col-id='on_hand']")
