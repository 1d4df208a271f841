"""One order as files: as it was sent, sums that add up, nothing that a spreadsheet would run."""

import io
from dataclasses import replace
from urllib.parse import parse_qs

import openpyxl
import pandas as pd
import pytest
import python_calamine
from flask import Flask
from flask.testing import FlaskClient

from app.desk import Desk
from app.downloads.order_mail import LONGEST, mail_address
from app.downloads.order_sheet import sent_sheet
from app.downloads.orders import orders_blueprint
from data.products import edit_product
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.purchasing.orders import read_orders
from data.suppliers import edit_supplier
from tests.app.shops import TODAY

LINES = [
    WantedLine("tea", 24, advised=20, reason="a fair", unit_cost=1.5),
    WantedLine("mug", 6, unit_cost=2.25),
    WantedLine("tray", 3),
]


@pytest.fixture
def sent_desk(small_desk: Desk) -> Desk:
    """Order 1 of tea, mugs and trays of unknown cost, sent to =Leaf & <Co>."""
    shop = small_desk.shop
    edit_product(shop, "tea", "name", "=Tea & <milk>", day=TODAY)
    edit_product(shop, "tea", "article_code", "+44", day=TODAY)
    edit_product(shop, "mug", "pack_size", 3, day=TODAY)
    order_id = save_draft(shop, "=Leaf & <Co>", LINES, day=TODAY)
    assert order_id == 1
    send_order(shop, order_id, day=TODAY, expected_on=TODAY)
    return small_desk


@pytest.fixture
def client(sent_desk: Desk) -> FlaskClient:
    app = Flask("downloads")
    app.register_blueprint(orders_blueprint(sent_desk))
    return app.test_client()


def test_the_csv_holds_the_order_as_it_was_sent(client: FlaskClient, small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "unit_cost", 9, day=TODAY)
    answer = client.get("/download/order.csv?order=1")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="order-1-leaf-co-2024-03-11.csv"'
    table = pd.read_csv(io.BytesIO(answer.data), encoding="utf-8-sig", dtype={"article_code": str})
    assert table.to_dict("list") == {
        "article_code": [pytest.approx(float("nan"), nan_ok=True), pytest.approx(float("nan"), nan_ok=True), "'+44"],
        "sku": ["mug", "tray", "tea"],
        "name": ["Mug", "Tray", "'=Tea & <milk>"],
        "units": [6, 3, 24],
        "packs": [2.0, pytest.approx(float("nan"), nan_ok=True), pytest.approx(float("nan"), nan_ok=True)],
        "unit_cost": [2.25, pytest.approx(float("nan"), nan_ok=True), 1.5],
        "cost": [13.5, pytest.approx(float("nan"), nan_ok=True), 36.0],
    }


def test_an_order_of_a_later_day_names_that_day(client: FlaskClient, small_desk: Desk) -> None:
    assert TODAY.weekday() == 0
    edit_product(small_desk.shop, "tray", "supplier", "Mill", day=TODAY)
    edit_product(small_desk.shop, "tray", "on_hand", 0, day=TODAY)
    edit_supplier(small_desk.shop, "Mill", "order_days", "Thu")
    assert "14 March 2024" in client.get("/download/order.txt?supplier=Mill").text


def test_a_mail_is_addressed_to_the_supplier_and_holds_the_order(client: FlaskClient, small_desk: Desk) -> None:
    edit_supplier(small_desk.shop, "=Leaf & <Co>", "email", "orders@leaf.example")
    address = client.get("/download/order.mail?order=1").headers["Location"]
    to, _question, said = address.partition("?")
    assert to == "mailto:orders@leaf.example"
    told = parse_qs(said)
    assert told["subject"] == ["Order 1 to =Leaf & <Co>"]
    assert "24 × =Tea & <milk> (+44)" in told["body"][0]
    assert "\r\n" in told["body"][0]


def test_an_order_too_long_for_a_mail_is_to_be_attached(sent_desk: Desk) -> None:
    edit_product(sent_desk.shop, "mug", "name", "M" * 199, day=TODAY)
    sheet = sent_sheet(sent_desk.shop, read_orders(sent_desk.shop)[0])
    long = mail_address(replace(sheet, lines=sheet.lines * 9), to="")
    assert long.startswith("mailto:?subject=")
    assert long.endswith("The%20order%20is%20attached.")
    assert len(mail_address(sheet, to="")) <= LONGEST


def test_the_workbook_sums_right_for_every_reader(client: FlaskClient) -> None:
    content = client.get("/download/order.xlsx?order=1").data
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert (page.freeze_panes, page["A1"].value, page["A1"].data_type) == ("A5", "Order 1 to =Leaf & <Co>", "s")
    heads = [cell.value for cell in page[4]]
    assert heads == ["Article", "Our code", "Product", "Quantity", "Packs", "Unit cost", "Cost"]
    assert [cell.value for cell in page[7]] == ["'+44", "tea", "'=Tea & <milk>", 24, None, 1.5, 36]
    assert [cell.value for cell in page[8]] == ["Total", None, None, "=SUM(D5:D7)", "=SUM(E5:E7)", None, "=SUM(G5:G7)"]
    assert page["A9"].value == "Lines without a cost are not in the sum."
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[7] == ["Total", "", "", 33.0, 2.0, "", 49.5], "readers that do not calculate find the sums too"
    assert page.column_dimensions["C"].width > 40


def test_the_text_names_units_products_and_the_suppliers_own_codes(client: FlaskClient) -> None:
    answer = client.get("/download/order.txt?order=1")
    assert answer.mimetype == "text/plain"
    assert answer.text == (
        "Order 1 to =Leaf & <Co>\n11 March 2024, expected on 11 March 2024\n\n"
        "6 × Mug (mug)\n3 × Tray (tray)\n24 × =Tea & <milk> (+44)\n\n3 products\n"
    )


def test_the_page_to_print_runs_nothing_and_shows_all(client: FlaskClient) -> None:
    page = client.get("/download/order.html?order=1").text
    assert "<script" not in page
    assert "<td>=Tea &amp; &lt;milk&gt;</td><td class=n>24</td><td class=n>36.00</td>" in page
    assert "<h1>Order 1 to =Leaf &amp; &lt;Co&gt;</h1>" in page
    assert "3 products, 49.50" in page


@pytest.mark.parametrize("query", ["order=2", "order=x", "order="])
def test_an_order_nobody_has_is_not_found(client: FlaskClient, query: str) -> None:
    assert client.get(f"/download/order.csv?{query}").status_code == 404
