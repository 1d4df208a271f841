from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from tests.data.text_files import text_file

ROWS = ["2024-01-01,Tea,1,North", "2024-01-01,Tea,2, South ", "2024-01-02,Tea,4,South"]


@pytest.mark.parametrize(
    ("answer", "units", "code"),
    [
        ("", 7, "places_together"),
        ("all", 7, "places_together"),
        ("South", 6, "one_place"),
        ("West", 7, "places_together"),
    ],
)
def test_places_are_added_up_unless_one_is_chosen(tmp_path: Path, answer: str, units: float, code: str) -> None:
    path = text_file(tmp_path, "date,item,units,Store", *ROWS)
    report = read_sales(path, choices=ReadingChoices({"location": answer})).report
    assert (report.units_used, report.units_read) == (units, 7)
    assert code in {note.code for note in report.notes}
    assert sum(part.units for part in report.left_out) == 7 - units


def test_one_place_alone_is_not_worth_a_word(tmp_path: Path) -> None:
    report = read_sales(text_file(tmp_path, "date,item,units,Store", ROWS[0])).report
    assert not {"places_together", "one_place"} & {note.code for note in report.notes}
