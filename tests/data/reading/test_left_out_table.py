"""The rows left out can be looked at, before and after the import."""

import io
from pathlib import Path

import pandas as pd
import pytest

from data.importing.imports import import_sales, undo_last_import
from data.importing.left_out_store import read_left_out_rows
from data.reading.sales_file import SalesFile, read_sales
from data.shop import Shop
from tests.data.sales_files import NOON, sales_file

TEXT = """Date,Item,Qty,Customer
2024-01-01,tea,2,Ann
2024-01-02,tea,twelve,Bob
,,,
2024-01-03,mug,1,Cem
Total,,3,
2024-01-04,tea
2024-01-05,mug,2,Eve
"""


@pytest.fixture
def file(tmp_path: Path) -> SalesFile:
    path = tmp_path / "till.csv"
    path.write_text(TEXT, encoding="utf-8")
    return read_sales(path)


def test_each_row_left_out_stands_there_with_its_line_and_why(file: SalesFile) -> None:
    rows = file.left_out_rows
    assert list(zip(rows["row"], rows["reason"], strict=True)) == [
        (3, "bad_quantity"),
        (4, "blank"),
        (6, "total_row"),
        (7, "too_few_cells"),
    ]
    assert rows.loc[0, ["Date", "Item", "Qty"]].tolist() == ["2024-01-02", "tea", "twelve"]
    assert len(rows) == sum(len(part.rows) for part in file.report.left_out)


def test_personal_columns_are_not_in_it(file: SalesFile) -> None:
    assert "Customer" not in file.left_out_rows


def test_they_are_kept_with_the_import_and_go_with_it(shop: Shop, file: SalesFile) -> None:
    import_id = import_sales(shop, file, imported_at=NOON).import_id
    assert import_id is not None
    kept = read_left_out_rows(shop, import_id)
    assert kept is not None
    table = pd.read_csv(io.BytesIO(kept), keep_default_na=False, dtype=str)
    assert table.to_dict("list") == file.left_out_rows.astype(str).to_dict("list")
    undo_last_import(shop)
    assert read_left_out_rows(shop, import_id) is None


def test_an_import_that_left_nothing_out_keeps_nothing(shop: Shop) -> None:
    import_id = import_sales(shop, sales_file({(0, "A1"): 1}), imported_at=NOON).import_id
    assert import_id is not None
    assert read_left_out_rows(shop, import_id) is None
