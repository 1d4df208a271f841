"""Whether a column is the code of the product is told by the names beside it."""

from pathlib import Path
from random import Random

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

DAYS = [f"2024-03-{day:02d}" for day in range(1, 21)]
ITEMS = ("Tea", "Jam", "Bread")


def read(folder: Path, header: str, codes: list[str], *, choices: ReadingChoices | None = None) -> SalesFile:
    items = [ITEMS[place % 3] for place in range(len(codes))]
    rows = [f"{day},{code},{item},1,2.00" for day, code, item in zip(DAYS, codes, items, strict=False)]
    Random(3).shuffle(rows)
    return read_sales(text_file(folder, f"Date,{header},Product,Qty,Total", *rows), choices=choices or ReadingChoices())


def products_of(found: SalesFile) -> set[str]:
    return set(found.daily["sku"])


@pytest.mark.parametrize("header", ["Ref", "Référence", "Código", "Item ID", "Code"])
def test_a_number_that_is_new_in_each_row_is_that_of_the_sale(tmp_path: Path, header: str) -> None:
    found = read(tmp_path, header, [f"FA-{number}" for number in range(100, 120)])
    assert products_of(found) == set(ITEMS)
    assert "code_of_sale" in {note.code for note in found.report.notes}
    assert not found.report.questions


@pytest.mark.parametrize("header", ["Ref", "Référence", "Código", "Item ID", "Code"])
def test_a_code_that_comes_again_with_its_name_is_that_of_the_product(tmp_path: Path, header: str) -> None:
    found = read(tmp_path, header, [f"P{place % 3}" for place in range(20)])
    assert products_of(found) == {"P0", "P1", "P2"}
    assert not found.report.questions


def test_a_code_of_many_products_is_no_code_of_a_product(tmp_path: Path) -> None:
    found = read(tmp_path, "Code", ["SAVE10" if place % 4 else "" for place in range(20)])
    assert products_of(found) == set(ITEMS)


def test_few_rows_leave_it_open_and_the_answer_decides(tmp_path: Path) -> None:
    found = read(tmp_path, "Ref", ["10001", "10002"])
    assert [question.code for question in found.report.questions] == ["code_meaning"]
    answered = read(tmp_path, "Ref", ["10001", "10002"], choices=ReadingChoices({"code_meaning": "sale"}))
    assert (products_of(answered), answered.report.questions) == ({"Tea", "Jam"}, ())


def test_a_plain_product_code_is_not_asked_about_even_in_few_rows(tmp_path: Path) -> None:
    found = read(tmp_path, "SKU", ["10001", "10002"])
    assert (products_of(found), found.report.questions) == ({"10001", "10002"}, ())


def test_names_that_change_with_every_sale_of_a_code_are_customers(tmp_path: Path) -> None:
    people = ["Bob", "Ann", "Lee"]
    rows = [f"{day},{people[place % 3]},P{place // 3 % 4},1" for place, day in enumerate(DAYS)]
    found = read_sales(text_file(tmp_path, "Date,Name,SKU,Qty", *rows))
    assert set(found.products["name"]) == {"P0", "P1", "P2", "P3"}
    assert "names_of_people" in {note.code for note in found.report.notes}
