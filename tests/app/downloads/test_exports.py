"""Downloads hold the order list as it is on the page, and nothing that a spreadsheet would run."""

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app.desk import Desk
from app.downloads.exports import csv_text, excel_bytes, exports_blueprint, harmless, sheet_name
from app.planning.plan import Plan
from app.server import create_app
from app.settings import Settings
from app.views.order_table import order_table, to_order
from tests.app.shops import plan_of


def sheet_of(content: bytes) -> "openpyxl.worksheet.worksheet.Worksheet":
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def sums_of(content: bytes) -> list[tuple[object, ...]]:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1:]
    return list(sheet.values)


def table_of(content: bytes) -> pd.DataFrame:
    rows = list(sheet_of(content).values)
    return pd.DataFrame(rows[1:], columns=list(rows[0]))


def read_csv(text: str) -> pd.DataFrame:
    texts = dict.fromkeys(("sku", "name", "supplier", "why", "since_last", "supplier_article_code"), str)
    return pd.read_csv(io.StringIO(text), dtype=texts, keep_default_na=False, na_values=[""])


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers, whatever their type; gaps as None."""
    return table.astype(object).map(lambda cell: None if cell == "" or pd.isna(cell) else cell).reset_index(drop=True)


@pytest.fixture(scope="module")
def client(sample_desk: Desk) -> FlaskClient:
    app = Flask("downloads")
    app.register_blueprint(exports_blueprint(sample_desk))
    return app.test_client()


def test_a_csv_read_back_is_the_same_table(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    pd.testing.assert_frame_equal(as_text(read_csv(csv_text(table))), as_text(table), check_dtype=False)


def test_an_excel_sheet_read_back_is_the_same_table(sample_plan: Plan) -> None:
    table = order_table(sample_plan)
    pd.testing.assert_frame_equal(
        as_text(table_of(excel_bytes(table, title="Orders"))), as_text(table), check_dtype=False
    )


def test_whole_numbers_have_no_decimal_point_and_unknown_ones_no_text() -> None:
    unknown = float("nan")
    table = pd.DataFrame({"sku": ["a", "b"], "on_hand": [3.0, unknown], "unit_cost": [1.5, unknown]})
    assert csv_text(table) == "sku,on_hand,unit_cost\r\na,3,1.5\r\nb,,\r\n"
    assert list(sheet_of(excel_bytes(table, title="Orders")).values)[1:] == [("a", 3, 1.5), ("b", None, None)]


@pytest.mark.parametrize("system", ["\n", "\r\n"])
@pytest.mark.parametrize("inside", ["\r", "\n", "\r\n", '"', ","])
def test_a_cell_never_breaks_out_of_its_row_on_any_system(
    inside: str, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.linesep", system)
    text = csv_text(pd.DataFrame({"sku": [f"tea{inside}=1+1"], "units": [2.0]}))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["sku", "units"], [f"tea{inside}=1+1", "2"]]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example","Tea")']


@pytest.mark.parametrize("formula", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_kept_as_text(formula: str) -> None:
    table = pd.DataFrame({"name": [formula, "Tea"], "units": [-1.0, 2.0]})
    rows = list(csv.reader(io.StringIO(csv_text(table), newline="")))
    assert rows[1:] == [["'" + formula, "-1"], ["Tea", "2"]], "a negative number stays a number"
    cell = sheet_of(excel_bytes(table, title="Orders"))["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


@given(st.lists(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z", "Cc"])), min_size=1))
def test_no_text_cell_ever_begins_like_a_formula(cells: list[str]) -> None:
    safe = harmless(pd.DataFrame({"name": pd.Series(cells, dtype="str")}))["name"]
    assert not safe.str.startswith(("=", "+", "-", "@", "\t", "\r")).any()
    assert [text.removeprefix("'") for text in safe] == [text.removeprefix("'") for text in cells]


@pytest.mark.parametrize("text", ["external:x", "internal:Sheet1!A1", "https://example.org/a", "mailto:a@example.org"])
def test_a_name_that_looks_like_a_link_is_no_link_in_excel(text: str) -> None:
    cell = sheet_of(excel_bytes(pd.DataFrame({"name": [text]}), title="Orders"))["A2"]
    assert (cell.value, cell.hyperlink) == (text, None)


@pytest.mark.parametrize(
    ("supplier", "name"),
    [
        ("Leaf & Co", "Leaf & Co"),
        ("A/B: [C]*?", "AB C"),
        ("x" * 40, "x" * 31),
        ("'", "Orders"),
        ("  ", "Orders"),
        ("History", "Orders"),  # a name that Excel keeps for itself
    ],
)
def test_a_sheet_has_its_suppliers_name_as_far_as_excel_allows(supplier: str, name: str) -> None:
    assert sheet_name(supplier) == name
    assert sheet_of(excel_bytes(pd.DataFrame({"sku": ["a"]}), title=supplier)).title == name


def test_the_sums_by_supplier_and_in_all_are_a_sheet_of_their_own() -> None:
    plan = plan_of(
        {"supplier": "Sums", "on_hand": 0.0, "unit_cost": 4.0},
        {"supplier": "Leaf", "on_hand": 0.0},
        {"supplier": "Leaf", "on_hand": 0.0, "unit_cost": 0.5, "pack_size": 10.0},
        {"supplier": "Leaf", "on_hand": 500.0, "unit_cost": 1.0},
    )
    content = excel_bytes(order_table(plan), title="Sums")
    first, second, third = (float(units) for units in plan.quantity[:3])
    leaf = ("Leaf", 2, second + third, third * 0.5, 1)
    assert sums_of(content) == [
        ("supplier", "products", "order_quantity", "order_cost", "without_cost"),
        leaf,
        ("Sums", 1, first, first * 4, 0),
        ("Total", 3, first + second + third, first * 4 + third * 0.5, 1),
    ]
    assert sheet_of(content)["P2"].number_format == "#,##0.00"


def test_the_header_stays_in_sight_in_excel(sample_plan: Plan) -> None:
    assert sheet_of(excel_bytes(order_table(sample_plan), title="Orders")).freeze_panes == "C2"


def test_the_download_is_the_list_of_what_to_order(client: FlaskClient, sample_plan: Plan) -> None:
    response = client.get("/download/orders.csv")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == 'attachment; filename="orders.csv"'
    assert response.mimetype == "text/csv"
    assert response.data.startswith(b"\xef\xbb\xbf"), "Excel takes CSV without this mark for another encoding"
    wanted = to_order(order_table(sample_plan))
    pd.testing.assert_frame_equal(
        as_text(read_csv(response.data.decode("utf-8-sig"))), as_text(wanted), check_dtype=False
    )


def test_each_supplier_has_a_download_of_its_own(client: FlaskClient, sample_plan: Plan) -> None:
    orders = to_order(order_table(sample_plan))
    for supplier, rows in orders.groupby("supplier"):
        response = client.get("/download/orders.xlsx", query_string={"supplier": str(supplier)})
        assert sheet_of(response.data).title == supplier
        assert table_of(response.data)["sku"].tolist() == rows["sku"].tolist()
    assert orders["supplier"].nunique() > 1


def test_the_file_is_named_after_the_supplier_in_plain_letters(client: FlaskClient) -> None:
    response = client.get("/download/orders.xlsx", query_string={"supplier": 'Willow & "Wren"\r\n'})
    assert response.headers["Content-Disposition"] == 'attachment; filename="orders-willow-wren.xlsx"'
    assert response.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_supplier_nobody_has_is_an_empty_list(client: FlaskClient) -> None:
    response = client.get("/download/orders.csv", query_string={"supplier": "Nobody"})
    assert read_csv(response.data.decode("utf-8-sig")).empty


@pytest.mark.parametrize("path", ["/download/orders.csv", "/download/orders.xlsx"])
def test_without_a_plan_there_is_nothing_to_download(tmp_path: Path, path: str) -> None:
    response = create_app(Settings(tmp_path / "shop")).server.test_client().get(path)
    assert response.status_code == 404
    assert "There is no plan yet." in response.text
