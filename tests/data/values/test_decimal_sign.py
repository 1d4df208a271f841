"""1.250 is read by all that the file shows, else asked."""

from pathlib import Path

import pytest

from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def report_of(folder: Path, header: str, *rows: str) -> ImportReport:
    return read_sales(text_file(folder, header, *rows)).report


def questions(report: ImportReport) -> list[str]:
    return [question.code for question in report.questions]


@pytest.mark.parametrize(("amounts", "units"), [(("5000", "8000"), 3250), (("5", "8"), 3.25), (("5.00", "8.00"), 3.25)])
def test_units_times_price_is_the_amount(tmp_path: Path, amounts: tuple[str, str], units: float) -> None:
    rows = (f"2024-01-01;Tea;1.250;4;{amounts[0]}", f"2024-01-02;Tea;2.000;4;{amounts[1]}")
    report = report_of(tmp_path, "date;item;units;price;amount", *rows)
    assert (report.units_used, questions(report)) == (units, [])


def test_sums_that_fit_both_ways_decide_nothing(tmp_path: Path) -> None:
    report = report_of(tmp_path, "date;item;units;price;amount", "2024-01-01;Tea;1.250;4;5.000")
    assert questions(report) == ["decimal"]


def test_sums_decide_where_only_one_column_is_open(tmp_path: Path) -> None:
    report = report_of(tmp_path, "date,item,units,price,amount", "2024-01-01,Tea,1.250,4,5", "2024-01-02,Tea,2.000,4,8")
    assert (report.units_used, questions(report)) == (3.25, [])
    assert "decimal_guessed" in {note.code for note in report.notes}


def test_quantities_that_all_have_three_digits_behind_the_sign_are_no_thousands(tmp_path: Path) -> None:
    rows = [f"2024-01-{day:02d},Tea,{day % 4 + 1}.000" for day in range(1, 25)]
    report = report_of(tmp_path, "date,item,units", *rows)
    assert (report.units_used, questions(report)) == (sum(day % 4 + 1 for day in range(1, 25)), [])


@pytest.mark.parametrize("rows", [["2024-01-01,Tea,1.000"], ["2024-01-01,Tea,1.000", "2024-01-02,Tea,5"] * 20])
def test_what_stays_open_is_asked(tmp_path: Path, rows: list[str]) -> None:
    assert questions(report_of(tmp_path, "date,item,units", *rows)) == ["decimal"]
