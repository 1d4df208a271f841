"""Several columns that could be the units."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import read_sales
from tests.data.text_files import text_file


@pytest.mark.parametrize("header", ["Units Sold", "Verkauft", "Vendus", "Sold"])
def test_a_header_that_says_sold_wins_over_a_running_stock(tmp_path: Path, header: str) -> None:
    rows = ("2024-01-01,Tea,100,3", "2024-01-02,Tea,97,2")
    found = read_sales(text_file(tmp_path, f"Date,Item,Quantity,{header}", *rows))
    assert found.report.columns["units"] == header
    assert found.report.units_used == 5


def test_of_two_quantities_that_differ_in_brackets_the_owner_chooses(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Date,Item,Qty (shop),Qty (online)", "2024-01-01,Tea,3,40", "2024-01-02,Tea,,2")
    question = read_sales(path).report.questions[0]
    assert (question.code, question.options) == ("units_column", ("all", "Qty (shop)", "Qty (online)"))
    together = read_sales(path, choices=ReadingChoices({"units_column": "all"})).report
    assert (together.units_used, together.rows_used, together.questions) == (45, 2, ())
    chosen = read_sales(path, choices=ReadingChoices({"units_column": "Qty (online)"})).report
    assert (chosen.units_used, chosen.questions) == (42, ())


@pytest.mark.parametrize(
    ("units", "money"),
    [("Sales (units)", "Sales (£)"), ("Umsatz (Stück)", "Umsatz (€)"), ("Ventes (unités)", "Ventes (€)")],
)
def test_brackets_tell_units_from_money(tmp_path: Path, units: str, money: str) -> None:
    report = read_sales(text_file(tmp_path, f"Date,Item,{money},{units}", "2024-01-01,Tea,12.50,3")).report
    assert (report.units_used, report.revenue_used, report.questions) == (3, 12.5, ())


def test_columns_of_the_same_name_are_added_up_with_their_money_if_the_owner_says_so(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Date,Item,Qty,Amount,Qty,Amount", "2024-01-01,Tea,3,15.00,2,10.00")
    assert [question.code for question in read_sales(path).report.questions] == ["units_column"]
    together = read_sales(path, choices=ReadingChoices({"units_column": "all"})).report
    assert (together.units_used, together.revenue_used) == (5, 25)
    first = read_sales(path, choices=ReadingChoices({"units_column": "Qty"})).report
    assert (first.units_used, first.revenue_used) == (3, 15)
