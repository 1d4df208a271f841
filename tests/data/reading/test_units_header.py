"""Several columns that could be the units."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.sales_file import read_sales
from tests.data.text_files import text_file


@pytest.mark.parametrize("header", ["Units Sold", "Verkauft", "Vendus", "Sold"])
def test_a_header_that_says_sold_wins_over_a_running_stock(tmp_path: Path, header: str) -> None:
    rows = ("2024-01-01,Tea,100,3", "2024-01-02,Tea,97,2")
    found = read_sales(text_file(tmp_path, f"Date,Item,Quantity,{header}", *rows))
    assert found.report.columns["units"] == header
    assert found.report.units_used == 5


def test_of_two_quantities_that_differ_in_brackets_the_owner_chooses(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Date,Item,Qty (shop),Qty (online)", "2024-01-01,Tea,3,40")
    question = read_sales(path).report.questions[0]
    assert (question.code, question.options) == ("units_column", ("Qty (shop)", "Qty (online)"))
    chosen = read_sales(path, choices=ReadingChoices({"units_column": "Qty (online)"})).report
    assert (chosen.units_used, chosen.questions) == (40, ())


@pytest.mark.parametrize(
    ("units", "money"),
    [("Sales (units)", "Sales (£)"), ("Umsatz (Stück)", "Umsatz (€)"), ("Ventes (unités)", "Ventes (€)")],
)
def test_brackets_tell_units_from_money(tmp_path: Path, units: str, money: str) -> None:
    report = read_sales(text_file(tmp_path, f"Date,Item,{money},{units}", "2024-01-01,Tea,12.50,3")).report
    assert (report.units_used, report.revenue_used, report.questions) == (3, 12.5, ())
