"""Prices called amounts and amounts called prices are told by how they go with the number of units."""

from pathlib import Path

from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

PRICES = {"Tea": 2.5, "Jam": 6.0}
SOLD = [
    (f"2024-03-{day:02d}", item, 1 + (day * place) % 3) for day in range(1, 13) for place, item in enumerate(PRICES, 1)
]
TAKEN = sum(units * PRICES[item] for _, item, units in SOLD)


def read(folder: Path, *lines: str) -> SalesFile:
    return read_sales(text_file(folder, *lines))


def notes_of(found: SalesFile) -> set[str]:
    return {note.code for note in found.report.notes}


def test_an_amount_that_is_the_same_however_many_are_sold_is_a_price(tmp_path: Path) -> None:
    rows = [f"{day},{item},{units},{PRICES[item]}" for day, item, units in SOLD]
    found = read(tmp_path, "Date,Item,Qty,Amount", *rows)
    assert found.report.revenue_used == TAKEN
    assert "amount_is_price" in notes_of(found)


def test_a_price_that_grows_with_the_units_is_the_money_of_the_line(tmp_path: Path) -> None:
    rows = [f"{day},{item},{units},{PRICES[item] * units}" for day, item, units in SOLD]
    found = read(tmp_path, "Date,Item,Qty,Price", *rows)
    assert found.report.revenue_used == TAKEN
    assert "price_is_amount" in notes_of(found)


def test_plain_prices_and_amounts_are_what_they_are_called(tmp_path: Path) -> None:
    prices = read(
        tmp_path, "Date,Item,Qty,Price", *(f"{day},{item},{units},{PRICES[item]}" for day, item, units in SOLD)
    )
    amounts = read(
        tmp_path, "Date,Item,Qty,Amount", *(f"{day},{item},{units},{PRICES[item] * units}" for day, item, units in SOLD)
    )
    for found in (prices, amounts):
        assert found.report.revenue_used == TAKEN
        assert not notes_of(found) & {"price_is_amount", "amount_is_price"}
