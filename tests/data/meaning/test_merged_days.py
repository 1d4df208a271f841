"""A day that stands once above several sales is that of them all; what sums them up gets none."""

from pathlib import Path

from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

DAYS = [f"2024-03-{day:02d}" for day in range(1, 8)]


def read(folder: Path, *rows: str) -> SalesFile:
    return read_sales(text_file(folder, "Date,Item,Qty", *rows))


def test_sales_below_a_day_are_of_that_day(tmp_path: Path) -> None:
    found = read(tmp_path, *(row for day in DAYS for row in (f"{day},Tea,2", ",Cup,1", ",Jam,4")))
    assert found.report.units_used == 49
    assert set(found.daily.groupby("day")["units"].sum()) == {7}
    assert "days_carried" in {note.code for note in found.report.notes}


def test_a_nameless_sum_below_each_day_is_no_sale(tmp_path: Path) -> None:
    found = read(tmp_path, *(row for day in DAYS for row in (f"{day},Tea,2", f"{day},Cup,1", ",Day,3")))
    assert found.report.units_used == 21


def test_a_few_sales_without_a_day_are_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, *(f"{day},Tea,2" for day in DAYS), ",Tea,9")
    assert found.report.units_used == 14
    assert [left_out.reason for left_out in found.report.left_out] == ["bad_date"]
