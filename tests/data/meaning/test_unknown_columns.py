"""Columns with headers that nobody knows are told by what stands in them, or asked about."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.problems import FileRejected
from data.reading.sales_file import read_sales
from data.report import ImportReport
from tests.data.text_files import text_file

ROWS = [f"{day:02d}.03.2024;{item};{day % 4 + 1};{day % 4 + 2},50" for day in range(1, 29) for item in ("Tea", "Jam")]


def report_of(folder: Path, header: str, rows: list[str], **answers: str) -> ImportReport:
    return read_sales(text_file(folder, header, *rows), choices=ReadingChoices(answers)).report


def asked(report: ImportReport) -> list[str]:
    return [question.code for question in report.questions]


def test_day_and_item_are_told_by_their_cells_and_the_units_are_asked(tmp_path: Path) -> None:
    report = report_of(tmp_path, "Wann;Was;Wieviel;Geld", ROWS)
    assert (report.columns["day"], report.columns["name"], report.products) == ("Wann", "Was", 2)
    question = report.questions[0]
    assert (question.code, question.options, question.guess) == ("units_column", ("Wieviel", "Geld", "none"), "Wieviel")
    assert report.units_used == 2 * sum(day % 4 + 1 for day in range(1, 29))


def test_an_answer_about_a_column_is_heard(tmp_path: Path) -> None:
    report = report_of(tmp_path, "Wann;Was;Wieviel;Geld", ROWS, units_column="none")
    assert (report.units_used, asked(report)) == (56, [])


def test_a_table_without_any_headers_loses_no_row(tmp_path: Path) -> None:
    report = report_of(tmp_path, ROWS[0], ROWS[1:])
    assert (report.rows_used, asked(report)) == (56, ["units_column"])
    assert (report.columns["day"], report.columns["name"]) == ("Column 1", "Column 2")


def test_two_columns_of_dates_or_words_are_asked_about(tmp_path: Path) -> None:
    printed = [row.split(";")[0] for row in reversed(ROWS)]
    rows = [f"{row};{day};till {len(row) % 2}" for row, day in zip(ROWS, printed, strict=True)]
    report = report_of(tmp_path, "Wann;Was;Menge;Geld;Gedruckt;Wo", rows)
    assert asked(report) == ["day_column", "item_column"]


def test_of_two_columns_of_dates_a_night_apart_the_first_is_taken(tmp_path: Path) -> None:
    rows = ["2024-01-01,2024-01-01,Tea,1", "2024-01-03,2024-01-02,Tea,1", "2024-01-05,2024-01-05,Tea,1"]
    report = report_of(tmp_path, "Closed,Opened,Item,Qty", rows)
    assert (report.columns["day"], asked(report)) == ("Opened", [])


def test_personal_columns_are_not_even_looked_at(tmp_path: Path) -> None:
    with pytest.raises(FileRejected) as found:
        report_of(tmp_path, "Date,Customer name,Quantity", ["2024-01-01,Jane,1", "2024-01-01,Joe,2"])
    assert found.value.problems[0].code == "no_item_column"


def test_an_unknown_column_of_numbers_may_be_the_quantity(tmp_path: Path) -> None:
    report = report_of(tmp_path, "date,item,ausgegeben", ["2024-01-01,Tea,3", "2024-01-02,Tea,5"])
    assert (report.units_used, asked(report)) == (8, ["units_column"])


def test_several_rows_a_day_with_words_are_no_column_per_product(tmp_path: Path) -> None:
    report = report_of(tmp_path, "Datum;Was;Wieviel;Geld", ROWS)
    assert (report.products, report.columns["name"]) == (2, "Was")
