"""Quantities that are hardly any are noted with their row, and real ones never."""

from pathlib import Path

import pytest

from data.reading.sales_file import read_sales
from data.report import Note

USUAL = [f"2024-05-{day:02d},tea,{day % 4 + 1}" for day in range(1, 29)]


def noted(folder: Path, *rows: str) -> list[Note]:
    path = folder / "till.csv"
    path.write_text("\n".join(["Date,Item,Qty", *USUAL, *rows, ""]))
    return [note for note in read_sales(path).report.notes if note.code == "implausible_units"]


@pytest.mark.parametrize("found", ["99999999", "40063812", "-250000"])
def test_one_is_noted_with_its_row_and_counted_as_it_stands(tmp_path: Path, found: str) -> None:
    (note,) = noted(tmp_path, f"2024-05-28,mug,{found}", "2024-05-28,mug,2")
    assert note.values == {"rows": 1, "row": 30, "column": "Qty", "found": found}


def test_several_are_noted_once(tmp_path: Path) -> None:
    (note,) = noted(tmp_path, "2024-05-28,mug,99999999", "2024-05-28,mug,88888888")
    assert (note.values["rows"], note.values["row"]) == (2, 30)


def test_large_orders_are_none(tmp_path: Path) -> None:
    assert noted(tmp_path, "2024-05-28,mug,80995") == []


def test_a_shop_that_sells_grams_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n" + "".join(f"2024-05-{day:02d},tea,{day}50000\n" for day in range(1, 29)))
    assert [note.code for note in read_sales(path).report.notes if note.code == "implausible_units"] == []
