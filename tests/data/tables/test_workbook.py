"""Excel workbooks are read as the table that their sheet shows."""

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.problems import FileRejected
from data.reading.sales_file import read_sales
from data.tables import workbook
from tests.data.tables.workbooks import workbook_file

HEADER = ["Date", "Item", "Qty", "Price"]
ROWS = [HEADER, [date(2024, 1, 2), "Tea", 3, 1.234], [datetime(2024, 2, 1, 9, 30), "00123", 1.5, 2]]


def test_dates_and_numbers_of_a_workbook_are_never_open(tmp_path: Path) -> None:
    found = read_sales(workbook_file(tmp_path, {"Sheet1": ROWS}))
    assert [str(day)[:10] for day in found.daily["day"]] == ["2024-01-02", "2024-02-01"]
    assert list(found.daily["sku"]) == ["Tea", "00123"]
    assert found.report.units_used == 4.5
    assert found.report.revenue_used == pytest.approx(3 * 1.234 + 1.5 * 2)
    assert found.report.questions == ()


def test_the_sheet_with_a_table_of_sales_is_taken(tmp_path: Path) -> None:
    sheets = {"Cover": [["Sales of May"]], "Notes": [["Item", "Price"], ["Tea", 2]], "Data": ROWS}
    assert read_sales(workbook_file(tmp_path, sheets)).report.rows_used == 2


def test_rows_are_told_by_their_number_in_the_sheet(tmp_path: Path) -> None:
    rows = [[], ["Sales of May"], [], *ROWS, [date(2024, 1, 3), "Tea", "twelve", 1]]
    report = read_sales(workbook_file(tmp_path, {"Data": rows})).report
    assert [(part.reason, part.rows) for part in report.left_out] == [("bad_quantity", (7,))]


def test_of_several_sheets_with_sales_the_owner_chooses(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"May": ROWS, "June": ROWS[:2]})
    question = read_sales(path).report.questions[0]
    assert (question.code, question.options, question.guess) == ("sheet", ("May", "June"), "May")
    chosen = read_sales(path, choices=ReadingChoices({"sheet": "June"})).report
    assert (chosen.rows_used, chosen.questions) == (1, ())


def test_a_workbook_without_cells_is_empty(tmp_path: Path) -> None:
    with pytest.raises(FileRejected) as found:
        read_sales(workbook_file(tmp_path, {"Sheet1": []}))
    assert found.value.problems[0].code == "empty_file"


def test_a_few_bytes_that_promise_a_gigantic_sheet_are_refused_before_it_is_made(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"Sheet1": ROWS})
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bomb, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                content = re.sub(
                    rb"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', content
                )
            target.writestr(name, content)
    with pytest.raises(FileRejected) as found:
        read_sales(bomb)
    assert found.value.problems[0].code == "sheet_too_large"


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"Sheet1": ROWS})
    for size in (100, 1000, 4000):
        cut = tmp_path / "cut.xlsx"
        cut.write_bytes(path.read_bytes()[:size])
        with pytest.raises(FileRejected):
            read_sales(cut)


def test_every_column_number_is_what_the_sheet_calls_it() -> None:
    assert [workbook._column_number(name) for name in (b"A", b"Z", b"AA", b"XFD")] == [1, 26, 27, 16_384]


def test_a_workbook_of_old_excel_is_read_alike() -> None:
    found = read_sales(Path(__file__).parent / "old_workbook.xls")
    daily = found.daily
    assert list(zip(daily["day"].dt.strftime("%m-%d"), daily["sku"], daily["units"], strict=True)) == [
        ("01-02", "00123", 3),
        ("02-01", "00123", -1),
        ("02-01", "00456", 1.5),
    ]
    assert found.report.revenue_used == pytest.approx(27.45)
    assert [part.reason for part in found.report.left_out] == ["total_row"]
    assert found.report.questions == ()
