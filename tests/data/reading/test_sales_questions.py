"""What a file leaves open is asked, what it shows is not, and an answer is heard."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file


def codes(report: ImportReport) -> set[str]:
    return {note.code for note in report.notes}


def test_without_quantities_a_row_of_single_sales_is_one_unit(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,time,item", "2024-01-01,09:00,Tea", "2024-01-01,09:00,Tea")
    report = read_sales(path).report
    assert report.units_used == 2
    assert "row_is_unit" in codes(report)


def test_an_order_of_day_and_month_that_nothing_shows_is_asked(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1")
    question = read_sales(path).report.questions[0]
    assert (question.code, question.options, question.guess) == ("date_order", ("day", "month"), "day")
    read = {"if_day": "2024-01-03", "if_month": "2024-03-01"}
    assert question.values == {"column": "date", "found": "03/01/2024", **read}


@pytest.mark.parametrize(("answer", "expected"), [("day", "2024-01-03"), ("month", "2024-03-01")])
def test_an_answer_is_heard_and_not_asked_again(tmp_path: Path, answer: str, expected: str) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1")
    report = read_sales(path, choices=ReadingChoices({"date_order": answer})).report
    assert (str(report.first_day), report.questions) == (expected, ())


def test_an_answer_does_not_overrule_what_the_file_shows(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,units", "03/01/2024,Tea,1", "31/01/2024,Tea,1")
    report = read_sales(path, choices=ReadingChoices({"date_order": "month"})).report
    assert str(report.first_day) == "2024-01-03"


@pytest.mark.parametrize(("answer", "expected"), [("", 1.25), (".", 1.25), (",", 1250)])
def test_a_number_that_nothing_decides_is_asked_until_it_is_answered(
    tmp_path: Path, answer: str, expected: float
) -> None:
    path = text_file(tmp_path, "date,item,units", "2024-01-01,Tea,1.250")
    report = read_sales(path, choices=ReadingChoices({"decimal": answer} if answer else {})).report
    assert report.units_used == expected
    assert [question.code for question in report.questions] == ([] if answer else ["decimal"])


def test_a_column_that_the_owner_chose_is_read_in_place_of_the_likeliest(tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,item,quantity,cases", "2024-01-01,Tea,12,1")
    report = read_sales(path, choices=ReadingChoices(columns={"units": "cases"})).report
    assert (report.units_used, report.columns["units"]) == (1, "cases")


def test_a_number_that_can_be_read_both_ways_is_noted(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Datum;Artikel;Menge;Umsatz", "01.02.2024;Brot;1.250;2,50", "02.02.2024;Brot;1;3,00")
    report = read_sales(path).report
    note = next(note for note in report.notes if note.code == "decimal_guessed")
    assert note.values == {"column": "Menge", "found": "1.250", "read_as": 1250.0}
    assert report.revenue_used == 5.5
