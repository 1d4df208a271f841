import re
from pathlib import Path

import pytest

from app.words.messages import (
    LEFT_OUT,
    NOTES,
    PROBLEMS,
    QUESTIONS,
    left_out_sentence,
    note_sentence,
    problem_sentence,
    question_sentence,
)
from data.problems import FileRejected, Problem
from data.products_file import read_products
from data.report import LeftOut, Note, Question
from data.sales_file import read_sales


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


def test_a_left_out_row_names_row_column_and_what_was_found() -> None:
    left_out = LeftOut("bad_quantity", (14,), 0.0, 0.0, column="Quantity", example="twelve")
    assert left_out_sentence(left_out) == 'Row 14, Quantity: "twelve" is not a number. The row was left out.'


def test_many_left_out_rows_are_counted_and_the_first_named() -> None:
    told = left_out_sentence(LeftOut("cancelled", tuple(range(2, 1202)), 0.0, 0.0))
    assert told == "1,200 rows (2, 3, 4, 5, 6, ...) were cancelled and left out."


@pytest.mark.parametrize("reason", sorted(LEFT_OUT))
@pytest.mark.parametrize("rows", [(2,), (2, 3)])
def test_every_reason_has_a_whole_sentence(reason: str, rows: tuple[int, ...]) -> None:
    told = left_out_sentence(LeftOut(reason, rows, 0.0, 0.0))
    assert re.fullmatch(r"(Row 2|2 rows \(2, 3\)) .+ left out\.", told)


@pytest.mark.parametrize(("code", "sentence"), [*PROBLEMS.items(), *NOTES.items()])
def test_every_sentence_says_all_its_values(code: str, sentence: str) -> None:
    names = re.findall(r"{(\w+)}", sentence)
    tell = problem_sentence if code in PROBLEMS else note_sentence
    kind = Problem if code in PROBLEMS else Note
    told = tell(kind(code, {name: f"<{name}>" for name in names}))  # type: ignore[operator]
    assert all(f"<{name}>" in told for name in names)
    assert told.endswith(".")


@pytest.mark.parametrize(("code", "sentence"), QUESTIONS.items())
def test_every_question_says_all_its_values(code: str, sentence: str) -> None:
    names = re.findall(r"{(\w+)}", sentence)
    told = question_sentence(Question(code, {name: f"<{name}>" for name in names}, (), None))
    assert all(f"<{name}>" in told for name in names)
    assert "?" in told


def test_a_code_without_a_sentence_is_still_told() -> None:
    assert problem_sentence(Problem("odd_thing", {"file": "a.csv"})) == "Odd thing: file a.csv."


def test_a_bad_cell_of_a_product_list_is_told(tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text("sku,unit_cost\nA,cheap\n")
    told = [note_sentence(note) for note in read_products(path).report.notes]
    assert told == ['Row 2, unit_cost: "cheap" is not a number from 0. The cell was left out.']
