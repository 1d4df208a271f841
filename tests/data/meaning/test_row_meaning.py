"""Amounts without quantities are single sales or a day's takings: by the rows, else asked."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def report_of(folder: Path, *rows: str, answer: str = "") -> ImportReport:
    choices = ReadingChoices({"row_meaning": answer} if answer else {})
    return read_sales(text_file(folder, "date,item,revenue", *rows), choices=choices).report


def codes(report: ImportReport) -> set[str]:
    return {part.code for part in (*report.notes, *report.questions)}


def test_one_amount_per_day_and_product_that_changes_daily_is_takings(tmp_path: Path) -> None:
    rows = [f"2024-01-{day:02d},{item},{day * 3 + place}.50" for day in range(1, 20) for place, item in enumerate("AB")]
    report = report_of(tmp_path, *rows)
    assert report.units_used == report.revenue_used == sum(day * 6 + 2 for day in range(1, 20))
    assert "takings_as_units" in codes(report)
    assert report.questions == ()


def test_many_rows_a_day_with_always_the_same_prices_are_single_sales(tmp_path: Path) -> None:
    rows = [f"2024-01-{day:02d},Tea,2.50" for day in range(1, 10) for _ in range(4)]
    report = report_of(tmp_path, *rows)
    assert (report.units_used, report.revenue_used, report.questions) == (36, 90, ())


@pytest.mark.parametrize(("answer", "units"), [("sale", 2), ("takings", 200), ("", 200)])
def test_a_few_rows_leave_it_open_until_the_owner_says_it(tmp_path: Path, answer: str, units: float) -> None:
    report = report_of(tmp_path, "2024-01-01,Tea,120", "2024-01-02,Tea,80", answer=answer)
    assert (report.units_used, report.revenue_used) == (units, 200)
    assert ("row_meaning" in codes(report)) == (not answer)


def test_whole_numbers_below_sales_may_be_units(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Date,Product,Sales,Price", "2024-01-01,Tea,3,5.00", "2024-01-02,Jam,1,4.00")
    question = read_sales(path).report.questions[0]
    assert (question.code, question.guess) == ("row_meaning", "units")
    found = read_sales(path, choices=ReadingChoices({"row_meaning": "units"})).report
    assert (found.units_used, found.revenue_used, found.questions) == (4, 19, ())
