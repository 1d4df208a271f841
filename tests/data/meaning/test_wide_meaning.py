"""What the numbers of a wide table are is asked where its headers leave it open."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

BESIDE_MONEY = ("Date,Bread,Cake,Revenue", "2024-01-01,5,1,25.00", "2024-01-02,9,2,31.50", "2024-01-03,7,0,22.00")
MONEY = ("Date,Food,Drinks", "2024-01-01,100.00,250.00", "2024-01-02,120.50,230.25", "2024-01-03,90.75,260.50")


def read(folder: Path, *lines: str, **answers: str) -> SalesFile:
    return read_sales(text_file(folder, *lines), choices=ReadingChoices(answers))


def asked_by(found: SalesFile) -> list[str]:
    return [question.code for question in found.report.questions]


def test_columns_beside_the_days_money_are_asked_about(tmp_path: Path) -> None:
    assert asked_by(read(tmp_path, *BESIDE_MONEY)) == ["columns_meaning"]
    found = read(tmp_path, *BESIDE_MONEY, columns_meaning="products")
    assert (asked_by(found), found.report.units_used, found.report.revenue_used) == ([], 24, 0)
    with pytest.raises(FileRejected):
        read(tmp_path, *BESIDE_MONEY, columns_meaning="none")


def test_cells_with_cents_are_asked_about(tmp_path: Path) -> None:
    assert asked_by(read(tmp_path, *MONEY)) == ["cells_meaning"]
    in_money = read(tmp_path, *MONEY, cells_meaning="money")
    assert (asked_by(in_money), in_money.report.revenue_used) == ([], 1052)
    in_units = read(tmp_path, *MONEY, cells_meaning="units")
    assert (in_units.report.units_used, in_units.report.revenue_used) == (1052, 0)


def test_a_days_total_is_not_the_money_of_each_product(tmp_path: Path) -> None:
    found = read(tmp_path, "Date,Bread,Cake,Total", "2024-01-01,5,1,6", "2024-01-02,9,2,11", "2024-01-03,7,0,7")
    assert (found.report.units_used, found.report.revenue_used) == (24, 0)
    across = read(tmp_path, "Product,2024-01-01,2024-01-02,Total", "Bread,5,9,14", "Cake,1,2,3")
    assert (across.report.units_used, across.report.revenue_used) == (17, 0)


@pytest.mark.parametrize("header", ["Cash,Card", "Espèces,CB", "Bar,EC-Karte", "08:00,09:00", "Mo,Di,Mi,Do"])
def test_payments_hours_and_weekdays_are_no_products(tmp_path: Path, header: str) -> None:
    cells = ",".join("7" for _ in header.split(","))
    with pytest.raises(FileRejected):
        read(tmp_path, f"Date,{header}", f"2024-01-01,{cells}", f"2024-01-02,{cells}")
