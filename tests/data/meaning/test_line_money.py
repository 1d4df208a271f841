"""What a line took, where a file also holds totals of orders, prices and discounts."""

from pathlib import Path

import pytest

from data.choices import ReadingChoices
from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file


def read(folder: Path, *lines: str, **answers: str) -> SalesFile:
    return read_sales(text_file(folder, *lines), choices=ReadingChoices(answers))


def codes_of(found: SalesFile) -> set[str]:
    return {note.code for note in found.report.notes}


def test_a_total_of_the_order_on_each_of_its_lines_is_not_added_up(tmp_path: Path) -> None:
    lines = ["2024-01-01,1,Tea,2,5.00,14.00", "2024-01-01,1,Jam,1,4.00,14.00", "2024-01-02,2,Tea,1,5.00,5.00"]
    found = read(tmp_path, "Date,Order,Product,Qty,Price,Total", *lines)
    assert found.report.revenue_used == 10 + 4 + 5
    assert "order_totals" in codes_of(found)


def test_equal_lines_of_an_order_are_no_total(tmp_path: Path) -> None:
    lines = ["2024-01-01,1,Tea,1,5.00,5.00", "2024-01-01,1,Jam,1,5.00,5.00"]
    assert read(tmp_path, "Date,Order,Product,Qty,Price,Total", *lines).report.revenue_used == 10


def test_without_prices_totals_of_orders_leave_the_money_unknown(tmp_path: Path) -> None:
    lines = [f"2024-01-0{order},{order},{item},1,{10 + order}.00" for order in range(1, 6) for item in ("Tea", "Jam")]
    found = read(tmp_path, "Date,Order,Product,Qty,Total", *lines)
    assert (found.report.units_used, found.report.revenue_used) == (10, 0)
    assert "order_totals" in codes_of(found)


def test_an_amount_that_is_always_the_price_is_that_of_one_unit(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,2,5.00,5.00", "2024-01-02,Jam,3,4.00,4.00", "2024-01-03,Tea,4,5.00,5.00"]
    found = read(tmp_path, "Date,Product,Qty,Price,Amount", *lines)
    assert found.report.revenue_used == 10 + 12 + 20
    assert "amount_is_price" in codes_of(found)


def test_two_rows_are_too_few_to_tell_an_amount_from_a_price(tmp_path: Path) -> None:
    lines = ["Date,Product,Qty,Price,Amount", "2024-01-01,Tea,2,5.00,5.00", "2024-01-02,Jam,3,4.00,4.00"]
    assert [question.code for question in read(tmp_path, *lines).report.questions] == ["amount_meaning"]
    assert read(tmp_path, *lines, amount_meaning="line").report.revenue_used == 9
    assert read(tmp_path, *lines, amount_meaning="unit").report.revenue_used == 22


@pytest.mark.parametrize("header", ["Discount", "Rabatt", "Remise", "Descuento", "Sconto", "Desconto", "Korting"])
def test_a_discount_is_taken_off_units_times_price(tmp_path: Path, header: str) -> None:
    lines = ["2024-01-01,Tea,2,5.00,1.00", "2024-01-02,Jam,1,4.00,"]
    assert read(tmp_path, f"Date,Product,Qty,Price,{header}", *lines).report.revenue_used == 13


def test_a_discount_in_percent_is_a_share_of_the_line(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,2,5.00,10%", "2024-01-02,Jam,1,4.00,"]
    assert read(tmp_path, "Date,Product,Qty,Price,Discount", *lines).report.revenue_used == 13


def test_a_discount_that_is_taken_off_already_is_not_taken_off_again(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,2,5.00,1.00,9.00", "2024-01-02,Jam,1,4.00,0.50,3.50"]
    assert read(tmp_path, "Date,Product,Qty,Price,Discount,Total", *lines).report.revenue_used == 12.5


def test_a_discount_is_taken_off_a_total_that_is_before_it(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,2,5.00,1.00,10.00", "2024-01-02,Jam,1,4.00,0.50,4.00"]
    assert read(tmp_path, "Date,Product,Qty,Price,Discount,Total", *lines).report.revenue_used == 12.5


def test_a_discount_beside_an_amount_without_a_price_is_told_to_be_open(tmp_path: Path) -> None:
    found = read(tmp_path, "Date,Product,Qty,Discount,Total", "2024-01-01,Tea,2,1.00,10.00")
    assert found.report.revenue_used == 10
    assert "discount_open" in codes_of(found)


def test_a_discount_of_an_order_on_each_of_its_lines_is_not_taken_off_each(tmp_path: Path) -> None:
    lines = ["2024-01-01,1,Tea,2,5.00,1.00", "2024-01-01,1,Jam,1,4.00,1.00"]
    found = read(tmp_path, "Date,Order,Product,Qty,Price,Discount", *lines)
    assert found.report.revenue_used == 14
    assert "before_discounts" in codes_of(found)


def test_negative_money_of_positive_units_is_brought_back(tmp_path: Path) -> None:
    lines = ["2024-01-01,Tea,2,10.00", "2024-01-02,Tea,1,-5.00", "2024-01-03,Tea,-1,-5.00"]
    found = read(tmp_path, "Date,Product,Qty,Total", *lines)
    assert (found.report.units_used, found.report.revenue_used) == (0, 0)
    assert "negative_money" in codes_of(found)
