"""Units that may be a stock or movements of it are asked about; other measures and currencies are told."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

STOCK = [f"2024-03-{day:02d},Tea,{120 - 3 * day}" for day in range(1, 21)]
SALES = [f"2024-03-{day:02d},Tea,{(7 * day) % 11}" for day in range(1, 21)]
MOVEMENTS = ("Date,Movement,Product,Qty", "2024-01-01,Sale,Tea,-5", "2024-01-02,Purchase,Tea,50")


def read(folder: Path, *lines: str, **answers: str) -> SalesFile:
    return read_sales(text_file(folder, *lines), choices=ReadingChoices(answers))


def asked_by(found: SalesFile) -> list[str]:
    return [question.code for question in found.report.questions]


def test_a_quantity_that_falls_like_a_stock_is_asked_about(tmp_path: Path) -> None:
    assert asked_by(read(tmp_path, "Date,Product,Quantity", *STOCK)) == ["units_meaning"]
    assert asked_by(read(tmp_path, "Date,Product,Quantity", *STOCK, units_meaning="sold")) == []
    with pytest.raises(FileRejected) as found:
        read(tmp_path, "Date,Product,Quantity", *STOCK, units_meaning="stock")
    assert found.value.problems[0].code == "stock_not_sold"


def test_sales_that_go_up_and_down_are_not_asked_about(tmp_path: Path) -> None:
    assert asked_by(read(tmp_path, "Date,Product,Quantity", *SALES)) == []
    assert asked_by(read(tmp_path, "Date,Product,Units sold", *STOCK)) == []


def test_negative_movements_that_are_called_sales_are_sales_and_purchases_are_none(tmp_path: Path) -> None:
    more = [f"2024-01-0{day},Sale,Tea,-2" for day in range(3, 7)]
    found = read(tmp_path, *MOVEMENTS, *more)
    assert (asked_by(found), found.report.units_used) == ([], 13)
    assert read(tmp_path, *MOVEMENTS, *more, negative_units="returned").report.units_used == -13


def test_negative_units_of_a_file_that_does_not_say_what_they_are_are_asked_about(tmp_path: Path) -> None:
    rows = [f"2024-01-0{day},Tea,{units}" for day, units in enumerate((-2, -3, 50, -1, -4, -2), 1)]
    assert asked_by(read(tmp_path, "Date,Product,Qty", *rows)) == ["negative_units"]
    some = [f"2024-01-0{day},Tea,{units}" for day, units in enumerate((2, 3, -1, 1, 4, 2), 1)]
    assert asked_by(read(tmp_path, "Date,Product,Qty", *some)) == []


def test_units_of_several_products_that_only_grow_may_be_running_totals(tmp_path: Path) -> None:
    sums = [f"2024-03-{day:02d},{item},{day * each}" for day in range(1, 21) for item, each in (("Tea", 5), ("Jam", 3))]
    assert asked_by(read(tmp_path, "Date,Product,Quantity", *sums)) == ["running_total"]
    assert read(tmp_path, "Date,Product,Quantity", *sums, running_total="sold").report.units_used == 1680
    with pytest.raises(FileRejected) as found:
        read(tmp_path, "Date,Product,Quantity", *sums, running_total="sum")
    assert found.value.problems[0].code == "running_sums"


@pytest.mark.parametrize(
    ("header", "cells", "code"),
    [("Unit", ("bottle", "case of 24"), "several_measures"), ("Currency", ("EUR", "JPY"), "several_currencies")],
)
def test_what_cannot_be_added_up_is_told(tmp_path: Path, header: str, cells: tuple[str, str], code: str) -> None:
    lines = [f"2024-01-01,Beer,{cell},2,9.00" for cell in cells]
    found = read(tmp_path, f"Date,Product,{header},Qty,Total", *lines)
    assert code in {note.code for note in found.report.notes}
    alike = read(tmp_path, f"Date,Product,{header},Qty,Total", lines[0], lines[0])
    assert code not in {note.code for note in alike.report.notes}
