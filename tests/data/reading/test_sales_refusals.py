"""Files that cannot be read as sales are refused by name, and all that is missing is told at once."""

import random
from pathlib import Path

import pytest

from data.problems import FileRejected, Problem
from data.reading.sales_file import read_sales
from tests.data.text_files import text_file


def rejected(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(FileRejected) as found:
        read_sales(path)
    return found.value.problems


def test_all_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    problems = rejected(text_file(tmp_path, "colour,size", "red,3"))
    assert [problem.code for problem in problems] == ["no_date_column", "no_item_column"]
    assert problems[0].values["found"] == ["colour", "size"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n \n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"date,sku,units\n", "no_rows"),
        (b"date,sku,units\n\n\n", "no_rows"),
        (b"item,units\nTea,1\n", "no_date_column"),
        (b"date,units\n2024-01-01,1\n", "no_item_column"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not_a_table"),
        (bytes(range(256)) * 300, "not_a_table"),
        (b"PK\x03\x04rest", "not_a_table"),
        (b"\x1f\x8b broken", "damaged_file"),
        (b"date,sku,units\nsoon,A,1\nlater,B,2\n", "unreadable_day"),
        (b"date,sku,units\n2024-01-01,A,twelve\n", "unreadable_units"),
        (b"date,sku,units\n2024-01-01\n2024-01-02\n2024-01-03,A,1\n", "ragged_rows"),
        (b"date,sku,units\n2024-01-01,Postage,1\n", "no_rows_used"),
    ],
)
def test_files_that_cannot_be_read_are_rejected_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "till.csv"
    path.write_bytes(content)
    problem = rejected(path)[0]
    assert problem.code == code
    assert problem.values["file"] == "till.csv"


def test_a_missing_file_and_a_folder_are_no_files(tmp_path: Path) -> None:
    assert rejected(tmp_path / "gone.csv")[0].code == "not_a_file"
    assert rejected(tmp_path)[0].code == "not_a_file"


def test_half_a_million_rows_of_rubbish_are_rejected_naming_the_first(tmp_path: Path) -> None:
    letters = random.Random(4)
    rubbish = (
        f"{letters.getrandbits(60):x},{letters.getrandbits(40):x},{letters.getrandbits(30):x}x" for _ in range(500_000)
    )
    problems = rejected(text_file(tmp_path, "date,sku,units", *rubbish))
    assert [problem.code for problem in problems] == ["unreadable_day", "unreadable_units"]
    assert problems[0].values["row"] == 2
