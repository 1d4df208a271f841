import re

import pytest

from app.words.left_out import LEFT_OUT, left_out_sentence
from data.report import LeftOut


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
