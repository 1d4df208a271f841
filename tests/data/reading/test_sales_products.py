"""Which rows are of one product, and what is kept of it."""

from pathlib import Path

import pytest

from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def codes(report: ImportReport) -> set[str]:
    return {note.code for note in report.notes}


def test_spellings_that_differ_in_case_or_blanks_are_one_product_under_the_most_frequent(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,sku,units", "2024-01-01,ab-1,1", "2024-01-01,AB-1,1", "2024-01-01, AB-1 ,1")
    found = read_sales(path)
    assert found.daily[["sku", "units"]].to_dict("list") == {"sku": ["AB-1"], "units": [3.0]}
    assert "merged_spellings" in codes(found.report)


@pytest.mark.parametrize("code", ["0", "N/A", "none", "NULL", "-", "n.a."])
def test_a_code_that_stands_for_none_is_no_key_of_several_products(tmp_path: Path, code: str) -> None:
    lines = [f"2024-01-01,{code},Tea,1", f"2024-01-01,{code},Jam,2", "2024-01-01,A1,Mug,3"]
    found = read_sales(text_file(tmp_path, "date,sku,item,units", *lines))
    assert found.daily[["sku", "units"]].to_dict("list") == {"sku": ["A1", "Jam", "Tea"], "units": [3.0, 2.0, 1.0]}
    note = next(note for note in found.report.notes if note.code == "placeholder_codes")
    assert note.values == {"column": "sku", "found": [code]}


def test_a_code_that_stands_for_none_is_none_whatever_else_the_file_holds(tmp_path: Path) -> None:
    lines = ["2024-01-01,0,Tea,1", "2024-01-02,0,tea,2", "2024-01-01,A1,Mug,3"]
    found = read_sales(text_file(tmp_path, "date,sku,item,units", *lines))
    assert set(found.products["sku"]) == {"Tea", "A1"}, "so that the parts of a file make the same shop"


def test_a_spreadsheets_error_is_no_name_of_a_product(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, "date,item,units", "2024-01-01,#N/A,1", "2024-01-01,Tea,2"))
    assert list(found.products["sku"]) == ["Tea"]
    assert [part.reason for part in found.report.left_out] == ["no_item"]


def test_one_code_for_several_variants_is_told(tmp_path: Path) -> None:
    lines = ["2024-01-01,TS1,Shirt,Red,1", "2024-01-01,TS1,Shirt,Blue,2"]
    found = read_sales(text_file(tmp_path, "date,sku,item,variant,units", *lines))
    note = next(note for note in found.report.notes if note.code == "variants_of_one_code")
    assert note.values == {"codes": 1, "found": "TS1"}


def test_item_and_variant_are_the_key_where_the_sku_is_empty(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,sku,item,variant,units",
        "2024-01-01,,Tea,Large,1",
        "2024-01-01,,Tea,Small,2",
        "2024-01-01,T1,Tea,,4",
    )
    assert dict(zip(*(read_sales(path).daily[name] for name in ("sku", "units")), strict=True)) == {
        "T1": 4,
        "Tea / Large": 1,
        "Tea / Small": 2,
    }


def test_the_latest_description_category_and_price_count(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "date,sku,item,category,units,price",
        "2024-01-03,A,New name,Drinks,1,3.00",
        "2024-01-01,A,Old name,Food,1,2.00",
        "2024-01-04,A,,,1,",
    )
    product = read_sales(path).products.iloc[0]
    assert (product["name"], product["category"], product["price"]) == ("New name", "Drinks", 3.0)
