"""Tables with a column per product or per day are read as if they had a row per sale."""

from pathlib import Path

import pytest

from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file


def units_of(found: SalesFile) -> dict[tuple[str, str], float]:
    daily = found.daily
    return dict(zip(zip(daily["day"].dt.strftime("%m-%d"), daily["sku"], strict=True), daily["units"], strict=True))


def days_of(first: int, last: int, *cells: str) -> list[str]:
    return [",".join((f"2024-03-{day:02d}", *cells)) for day in range(first, last + 1)]


def test_a_column_per_product(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, "date,Tea,Jam", "2024-03-01,3,1.5", "2024-03-02,,2"))
    assert units_of(found) == {("03-01", "Tea"): 3, ("03-01", "Jam"): 1.5, ("03-02", "Jam"): 2}
    assert (found.report.rows_read, found.report.rows_used, found.report.products) == (2, 2, 2)


def test_a_column_per_day(tmp_path: Path) -> None:
    lines = ["SKU,Item,13/03/2024,14/03/2024,Total", "00123,Tea,3,4,7", ",Jam,,2,2", "Total,,3,6,9"]
    found = read_sales(text_file(tmp_path, *lines))
    assert units_of(found) == {("03-13", "00123"): 3, ("03-14", "00123"): 4, ("03-14", "Jam"): 2}
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("total_row", (4,))]
    assert found.report.units_read == 7 + 2 + 9


def test_a_line_without_any_cell_is_blank_and_a_bad_cell_is_told(tmp_path: Path) -> None:
    rows = days_of(3, 20, "1", "2")
    found = read_sales(text_file(tmp_path, "date,Tea,Jam", "2024-03-01,n/a,1", "2024-03-02,,", *rows))
    assert [(part.reason, part.rows) for part in found.report.left_out] == [("blank", (3,))]
    note = next(note for note in found.report.notes if note.code == "bad_cells")
    assert note.values == {"cells": 1, "row": 2, "found": "n/a"}
    assert found.report.units_used == 1 + 18 * 3


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Total", "3"),
        ("Sum of all", "3"),
        ("Weekday", "Friday"),
        ("Temperature", "21.5"),
        ("Customers", "17"),
        ("Gesamt", "3"),
    ],
)
def test_columns_that_are_no_products_are_left_out_and_named(tmp_path: Path, header: str, cells: str) -> None:
    found = read_sales(text_file(tmp_path, f"date,Tea,Jam,{header}", *days_of(1, 12, "1", "2", cells)))
    assert set(found.daily["sku"]) == {"Tea", "Jam"}
    note = next(note for note in found.report.notes if note.code == "wide_with_rest")
    assert note.values["left"] == [header]


def test_a_days_takings_beside_other_columns_are_no_products(tmp_path: Path) -> None:
    with pytest.raises(FileRejected) as found:
        read_sales(text_file(tmp_path, "date,Net sales,Discounts,Vouchers,Guests", *days_of(1, 5, "9", "1", "2", "3")))
    assert found.value.problems[0].code == "no_item_column"


def test_columns_called_like_totals_are_left_where_they_are_sums(tmp_path: Path) -> None:
    rows = ["3,1,4,2,2,8", "1,1,2,5,3,10", "2,0,2,1,1,4", "4,2,6,0,7,13"]
    lines = [f"2024-03-0{day},{row}" for day, row in enumerate(rows, 1)]
    header = "date,Bread,Cake,Total Bakery,Tea,Total Clean Soap,Total of all"
    found = read_sales(text_file(tmp_path, header, *lines))
    assert set(found.products["sku"]) == {"Bread", "Cake", "Tea", "Total Clean Soap"}
    note = next(note for note in found.report.notes if note.code == "wide_with_rest")
    assert note.values["left"] == ["Total Bakery", "Total of all"]
