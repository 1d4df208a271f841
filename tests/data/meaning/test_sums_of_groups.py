"""Rows that sum up others without being called a total are told by their numbers."""

from pathlib import Path

import pytest

from data.reading.sales_file import SalesFile, read_sales
from tests.data.text_files import text_file

DAYS = [f"2024-03-{day:02d}" for day in range(1, 11)]


def read(folder: Path, *lines: str) -> SalesFile:
    return read_sales(text_file(folder, *lines))


def test_a_category_above_indented_items_is_left_out_as_their_sum(tmp_path: Path) -> None:
    rows = [
        row
        for number, day in enumerate(DAYS, 1)
        for row in (
            f"{day},Drinks,{number + 2},{2 * number + 5}",
            f"{day},  Tea,{number},{2 * number}",
            f"{day},  Jam,2,5",
        )
    ]
    found = read(tmp_path, "Date,Item,Qty,Amount", *rows)
    assert (found.report.units_used, found.report.revenue_used) == (75, 160)
    assert set(found.daily["sku"]) == {"Tea", "Jam"}


def test_an_item_above_indented_ones_that_it_does_not_sum_up_is_kept(tmp_path: Path) -> None:
    rows = [row for day in DAYS for row in (f"{day},Breakfast,1,10", f"{day},  Tea,1,0", f"{day},  Jam,2,0")]
    found = read(tmp_path, "Date,Item,Qty,Amount", *rows)
    assert (found.report.units_used, found.report.revenue_used) == (40, 100)


@pytest.mark.parametrize(("header", "parts"), [("Store", ("North", "South", "Company")), ("Hour", ("9", "10", "Day"))])
def test_a_place_or_hour_that_is_always_the_sum_of_the_others_is_left_out(
    tmp_path: Path, header: str, parts: tuple[str, str, str]
) -> None:
    first, second, both = parts
    rows = [
        row
        for number, day in enumerate(DAYS, 1)
        for row in (f"{day},{first},Tea,{number}", f"{day},{second},Tea,2", f"{day},{both},Tea,{number + 2}")
    ]
    assert read(tmp_path, f"Date,{header},Item,Qty", *rows).report.units_used == 75


def test_a_place_that_is_as_large_as_the_others_by_chance_is_kept(tmp_path: Path) -> None:
    sold = {"North": 1, "South": 2, "West": 3}
    rows = [
        f"{day},{place},Tea,{units + (number % 2 if place != 'West' else 0)}"
        for number, day in enumerate(DAYS)
        for place, units in sold.items()
    ]
    assert read(tmp_path, "Date,Store,Item,Qty", *rows).report.units_used == 70
