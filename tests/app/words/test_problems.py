import re
from pathlib import Path

import pytest

from app.words.problems import PROBLEMS, problem_sentence
from data.problems import FileRejected, Problem
from data.reading.sales_file import read_sales


def sentences_of_rejection(folder: Path, content: bytes) -> list[str]:
    path = folder / "till.csv"
    path.write_bytes(content)
    with pytest.raises(FileRejected) as found:
        read_sales(path)
    return [problem_sentence(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "till.csv is empty."),
        (b"date,sku,units\n", "till.csv has a header in row 1, but no rows below it."),
        (b"item,units\nTea,1\n", "till.csv, row 1: no column holds a date. Found: item, units."),
        (b"month,item,units\n2024-01,Tea,1\n", "till.csv, row 1: no column holds a date. month names weeks or months"),
        (b"\x89PNG\r\n", "till.csv is not a table of sales or products, it holds a PNG picture."),
        (
            b"date,sku,units\n2024-01-01,A,twelve\n",
            'till.csv, row 2, units: "twelve" is not a number, and so in 1 of 1 rows.',
        ),
        (
            b"date,sku,units\n1/1/20223,A,1\n",
            'till.csv, row 2, date: "1/1/20223" is not a date, and so in 1 of 1 rows.',
        ),
        (b"date,sku,units\n2024-01-01,Postage,1\n", "till.csv: none of its 1 rows is a sale of a product"),
    ],
)
def test_a_rejected_file_is_told_by_file_row_column_and_what_was_found(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    assert sentences_of_rejection(tmp_path, content)[0].startswith(expected)


@pytest.mark.parametrize(("code", "sentence"), PROBLEMS.items())
def test_every_sentence_says_all_its_values(code: str, sentence: str) -> None:
    names = re.findall(r"{(\w+)}", sentence)
    told = problem_sentence(Problem(code, {name: f"<{name}>" for name in names}))
    assert all(f"<{name}>" in told for name in names)
    assert told.endswith(".")


def test_a_code_without_a_sentence_is_still_told() -> None:
    assert problem_sentence(Problem("odd_thing", {"file": "a.csv"})) == "Odd thing: file a.csv."
