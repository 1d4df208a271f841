"""The owner chooses her language, and everything speaks it: pages, numbers in grids, the grids' own texts."""

from tests.browser.conftest import Page


def test_the_owner_chooses_german_and_reads_it_everywhere(page: Page) -> None:
    page.click("#sample-button")
    page.find("#order-headline")
    page.open("/settings")
    page.choose("[name='language']", "Deutsch")
    page.click("#settings-save")
    page.wait_for_text("Einstellungen")
    assert page.driver.find_element("tag name", "html").get_attribute("lang") == "de"
    assert page.driver.title == "Einstellungen – Shelfwise"
    page.open("/?show=all")
    page.wait_for_text("Vorrätig")
    assert page.text(".ag-row[row-id='22197'] [col-id='on_hand']") == "16.079"
    page.click(".ag-header-cell[col-id='name'] .ag-header-cell-filter-button")
    page.wait_for_text("Enthält", ".ag-filter-select")
