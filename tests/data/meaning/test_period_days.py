"""Days that may be weeks or months are asked about."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.meaning.period_days import period_header
from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

WEEKS = [date(2024, 1, 6) + timedelta(7 * number) for number in range(6)]
MONTHS = [date(2024, month, 1) for month in range(1, 7)]
MONTH_ENDS = [first - timedelta(1) for first in MONTHS]


def read(folder: Path, days: list[date], header: str = "Date", **answers: str) -> SalesFile:
    rows = [f"{day},Tea,{20 + day.day}" for day in days]
    return read_sales(text_file(folder, f"{header},Product,Qty", *rows), choices=ReadingChoices(answers))


@pytest.mark.parametrize("days", [WEEKS, MONTHS, MONTH_ENDS])
def test_one_weekday_or_one_day_of_each_month_is_asked_about(tmp_path: Path, days: list[date]) -> None:
    assert [question.code for question in read(tmp_path, days).report.questions] == ["period_days"]
    assert read(tmp_path, days, period_days="day").report.questions == ()
    with pytest.raises(FileRejected) as found:
        read(tmp_path, days, period_days="period")
    assert found.value.problems[0].code == "sums_of_periods"


def test_the_header_guesses(tmp_path: Path) -> None:
    assert read(tmp_path, WEEKS, "Week ending").report.questions[0].guess == "period"
    assert read(tmp_path, WEEKS, "Date").report.questions[0].guess == "day"


def test_days_of_a_week_are_not_asked_about(tmp_path: Path) -> None:
    assert read(tmp_path, [*WEEKS, WEEKS[-1] + timedelta(1)]).report.questions == ()


def test_weeks_and_months_are_named_by_short_headers_only() -> None:
    assert [period_header([header]) for header in ("Week", "Monat Nr", "mois")] == ["Week", "Monat Nr", "mois"]
    assert period_header(["Item", "Weeks of cover", "Shelf life (months)"]) is None
