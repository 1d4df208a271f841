"""The main job in a real browser: a till's file in, an order list out."""

import io
import urllib.request
from pathlib import Path

import pandas as pd
import pytest

from data.samples import sample_products_path, sample_sales_path
from tests.browser.conftest import Page
from tests.shared_data import shared_file

KNOWN = "22355"  # Charlotte Bag Suki Design, of which the sample has far too little, whatever is forecast


@pytest.fixture
def sample_shop(page: Page) -> Page:
    page.click("#sample-button")
    page.wait_for_text("Order ", "#order-headline")
    return page


def test_the_first_screen_offers_a_file_or_the_sample_shop(page: Page) -> None:
    page.wait_for_text("Drop your sales file here")
    assert "up to 250 MB" in page.text("#drop-zone")
    page.click("#sample-button")
    page.wait_for_text(" products from 4 suppliers today", "#order-headline")
    page.open("/import")
    page.wait_for_text("This is the sample shop")


def test_a_real_till_file_goes_through_the_drop_zone_to_a_plan(page: Page) -> None:
    file = shared_file("bakery_spain/all15_daily_long.csv")
    page.drop_file(file)
    page.keep_file()
    raw = pd.read_csv(file)
    page.wait_for_text(f"{raw['articulo'].nunique()} new products.", ".sw-notice")
    page.wait_for_text("Count your stock to see what to order", "#order-headline")
    page.click('.sw-notice a[href="/import"]')
    page.wait_for_text("What was understood of all15_daily_long.csv")
    page.click("#page summary")
    assert f"{len(raw):,} rows read" in page.text()
    page.open_link("Orders")
    page.click("#close-note")
    page.wait(lambda: "new products" not in page.text(), "the note to go")
    page.find("#order-headline")


def test_sales_then_a_product_list_give_an_order_list(page: Page) -> None:
    page.drop_file(sample_sales_path())
    page.keep_file()
    page.wait_for_text("60 new products.", ".sw-notice")
    page.open_link("Import")
    page.drop_file(sample_products_path())
    page.keep_file()
    page.wait_for_text("60 changed", ".sw-notice")
    page.wait_for_text("Harbour Lane Imports")
    assert "£" not in page.text("#order-headline"), "only the sample shop says in which currency it counts"


def test_a_file_that_is_no_table_is_explained_and_changes_nothing(sample_shop: Page, tmp_path: Path) -> None:
    picture = tmp_path / "sales.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    sample_shop.open("/import")
    sample_shop.drop_file(picture)
    sample_shop.wait_for_text("The file was not imported. Your shop is unchanged.")
    assert "sales.csv" in sample_shop.text("[role=alert]")
    sample_shop.wait_for_text("This is the sample shop")


def test_the_last_import_can_be_undone(sample_shop: Page) -> None:
    sample_shop.open("/import")
    sample_shop.click(".sw-asked summary")
    sample_shop.wait_for_text("rows go out of the shop")
    sample_shop.click("#undo-button")
    sample_shop.wait_for_text("Undone: sample_sales.csv is out of the shop again.")
    sample_shop.open("/")
    sample_shop.wait_for_text("What should you order today?")


def test_orders_stand_by_supplier_with_their_reasons_and_the_day_of_the_plan(sample_shop: Page) -> None:
    for supplier in ("Harbour Lane Imports", "Northgate Paper Company", "Tinsmith Homewares", "Willow and Wren"):
        assert supplier in sample_shop.text()
    assert "this plan is for 10 December 2011" in sample_shop.text()
    assert "expected sales" in sample_shop.line(KNOWN).text


def test_an_edit_changes_the_order_and_survives_a_restart(sample_shop: Page) -> None:
    sample_shop.open("/products/table")
    before = sample_shop.find(f'.ag-row[row-id="{KNOWN}"] [col-id="order_quantity"]').text
    sample_shop.type_into_cell(KNOWN, "on_hand", "0")
    sample_shop.wait(
        lambda: sample_shop.find(f'.ag-row[row-id="{KNOWN}"] [col-id="order_quantity"]').text != before,
        "the order quantity to follow the count",
    )
    sample_shop.open("/")
    sample_shop.wait_for_text("4 are sold out", "#order-headline")
    sample_shop.restart()
    sample_shop.wait_for_text("4 are sold out", "#order-headline")
    sample_shop.open("/products/table")
    assert sample_shop.find(f'.ag-row[row-id="{KNOWN}"] [col-id="on_hand"]').text == "0"


def test_a_wrong_value_is_explained_and_put_back(sample_shop: Page) -> None:
    sample_shop.open("/products/table")
    before = sample_shop.find(f'.ag-row[row-id="{KNOWN}"] [col-id="lead_time_days"]').text
    sample_shop.type_into_cell(KNOWN, "lead_time_days", "-3")
    sample_shop.wait_for_text("must be a number from 0 to 365", "#edit-message")
    sample_shop.wait(
        lambda: sample_shop.find(f'.ag-row[row-id="{KNOWN}"] [col-id="lead_time_days"]').text == before,
        "the old lead time to be put back",
    )


def test_downloads_read_back_equal_the_page(sample_shop: Page) -> None:
    server = sample_shop.dash.server.url
    with urllib.request.urlopen(f"{server}/download/orders.csv?supplier=Willow%20and%20Wren") as answer:
        table = pd.read_csv(io.BytesIO(answer.read()), dtype={"sku": str}, encoding="utf-8-sig")
    with urllib.request.urlopen(f"{server}/download/orders.xlsx?supplier=Willow%20and%20Wren") as answer:
        sheet = pd.read_excel(io.BytesIO(answer.read()), dtype={"sku": str}, engine="openpyxl")
    pd.testing.assert_frame_equal(table, sheet, check_dtype=False)
    assert set(table["supplier"]) == {"Willow and Wren"}
    for row in table.itertuples():
        shown = sample_shop.line(row.sku).find_element("css selector", ".sw-units").get_attribute("value")
        assert float(shown) == row.order_quantity


def test_pages_survive_reload_and_the_back_button(sample_shop: Page) -> None:
    sample_shop.click(f'.sw-line[data-key="{KNOWN}"] a')
    sample_shop.wait_for_text("Charlotte Bag Suki Design", "h1")
    sample_shop.driver.refresh()
    sample_shop.wait_for_text("Charlotte Bag Suki Design", "h1")
    sample_shop.find(".js-plotly-plot .main-svg")
    sample_shop.driver.back()
    sample_shop.wait_for_text("Order ", "#order-headline")


def test_a_product_page_shows_the_sum_the_charts_and_the_past(sample_shop: Page) -> None:
    sample_shop.open(f"/product/{KNOWN}")
    sample_shop.wait_for_text("How good were past forecasts?")
    rows = sample_shop.text(".sw-table").splitlines()
    assert "to order today" in rows[-1] or "to order today" in rows[-2]
    sample_shop.wait(
        lambda: len(sample_shop.driver.find_elements("css selector", ".js-plotly-plot .main-svg")) >= 3,
        "the three charts",
    )


def test_what_if_answers_while_a_slider_moves(sample_shop: Page) -> None:
    sample_shop.open(f"/what-if?sku={KNOWN}")
    sample_shop.wait_for_text("The whole shop", "#what-if-shop")
    before = sample_shop.text("#what-if-tables")
    sample_shop.press_right("#what-if-demand", times=4)
    sample_shop.wait(lambda: sample_shop.text("#what-if-tables") != before, "the tables to follow the slider")
    assert "+" in sample_shop.text("#what-if-tables")


def test_settings_are_kept(sample_shop: Page) -> None:
    sample_shop.open("/settings")
    sample_shop.fill("[name=currency]", "EUR")
    sample_shop.click("#settings-save")
    sample_shop.wait_for_text("Saved.", "#settings-message")
    sample_shop.open("/")
    sample_shop.wait_for_text("€", "#order-headline")


def test_an_address_without_a_page_says_so(sample_shop: Page) -> None:
    sample_shop.open("/nowhere")
    sample_shop.wait_for_text("There is no such page")
    sample_shop.open("/product/no-such-sku")
    sample_shop.wait_for_text("There is no product no-such-sku in this shop.")
