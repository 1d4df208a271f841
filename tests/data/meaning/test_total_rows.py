"""Rows that sum up others are left out where their numbers prove it."""

from pathlib import Path

import pytest

from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

HEADER = "date,category,item,units,amount"
FIRST = ["2024-03-01,Bakery,Bread,2,6.00", "2024-03-01,Bakery,Cake,1,4.50", "2024-03-01,Drinks,Tea,3,9.00"]
SECOND = ["2024-03-02,Bakery,Bread,1,3.00", "2024-03-02,Bakery,Cake,2,9.00", "2024-03-02,Drinks,Tea,1,3.00"]


def products(found: SalesFile) -> set[str]:
    return set(found.products["sku"])


@pytest.mark.parametrize(
    "name", ["Tagessumme", "Total du jour", "Dagtotaal", "Day total", "Daily Total", "Sum of all", "Total 1 shop"]
)
def test_a_total_of_every_day_is_no_product(tmp_path: Path, name: str) -> None:
    totals = [f"2024-03-01,,{name},6,19.50", f"2024-03-02,,{name},4,15.00"]
    found = read_sales(text_file(tmp_path, HEADER, *FIRST, totals[0], *SECOND, totals[1]))
    assert products(found) == {"Bread", "Cake", "Tea"}
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("total_row", (5, 9))]


def test_totals_of_groups_and_of_the_day_are_no_products(tmp_path: Path) -> None:
    lines = [*FIRST[:2], "2024-03-01,,Total Bakery,3,10.50", FIRST[2], "2024-03-01,,Subtotal Drinks,3,9.00"]
    lines += ["2024-03-01,,Gesamt März,6,19.50"]
    lines += [*SECOND[:2], "2024-03-02,,Total Bakery,3,12.00", SECOND[2], "2024-03-02,,Total day,4,15.00"]
    found = read_sales(text_file(tmp_path, HEADER, *lines))
    assert products(found) >= {"Bread", "Cake", "Tea"}
    assert not products(found) & {"Total Bakery", "Gesamt März", "Total day"}


def test_a_row_per_product_may_be_the_sum_of_those_above(tmp_path: Path) -> None:
    lines = ["Item,13/03/2024,14/03/2024,15/03/2024", "Tea,3,4,1", "Jam,1,2,2", "Total Food,4,6,3"]
    found = read_sales(text_file(tmp_path, *lines))
    assert products(found) == {"Tea", "Jam"}
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("total_row", (4,))]


def test_a_product_called_like_a_total_stays_one(tmp_path: Path) -> None:
    soap = ["2024-03-01,Care,Total Clean Soap,2,7.00", "2024-03-02,Care,Total Clean Soap,4,14.00"]
    totals = ["2024-03-01,,Total day,8,26.50", "2024-03-02,,Total day,8,29.00"]
    lines = [*FIRST[:1], soap[0], *FIRST[1:], totals[0], *SECOND, soap[1], totals[1]]
    found = read_sales(text_file(tmp_path, HEADER, *lines))
    assert products(found) == {"Bread", "Cake", "Tea", "Total Clean Soap"}


def test_units_that_equal_a_sum_by_chance_do_not_make_a_product_a_total(tmp_path: Path) -> None:
    lines = ["2024-03-01,Tea,1", "2024-03-01,Jam,1", "2024-03-01,Total Clean Soap,2"]
    found = read_sales(text_file(tmp_path, "date,item,units", *lines))
    assert "Total Clean Soap" in products(found)


def test_a_total_named_after_a_category_or_a_place_is_left_out(tmp_path: Path) -> None:
    lines = ["2024-01-01,Bakery,Bread,3,9.00", "2024-01-01,Bakery,Total Bakery,3,9.00"]
    found = read_sales(text_file(tmp_path, "Date,Category,Product,Qty,Amount", *lines))
    assert list(found.daily["sku"]) == ["Bread"]
    places = ["2024-01-01,North,Tea,2", "2024-01-01,South,Tea,3", "2024-01-01,All locations,Tea,5"]
    assert read_sales(text_file(tmp_path, "Date,Location,Product,Qty", *places)).report.units_used == 5
    assert read_sales(text_file(tmp_path, "Date,Location,Product,Qty", places[2])).report.units_used == 5
