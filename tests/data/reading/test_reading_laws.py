"""Laws of reading and keeping that hold for all files: order, parts, and what goes out comes in again."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from data.importing.imports import import_sales
from data.products import read_shop_products
from data.reading.sales_file import SalesFile, read_sales
from data.sales import daily_sales
from data.shop import open_shop
from tests.data.sales_files import NOON

HEADER = "Date;SKU;Item;Quantity;Net sales"
START = date(2024, 2, 5)
ITEMS = {"00123": "Crème brûlée", "A-9": 'Jam; "fresh"', "B 12": "Tea\nblack"}
CENTS = st.integers(-100_000, 100_000).map(lambda cents: cents / 100)
SALE = st.tuples(st.integers(0, 40), st.sampled_from(sorted(ITEMS)), st.integers(-9, 99), CENTS)
SALES = st.lists(SALE, min_size=1, max_size=40)
ONE_A_DAY = st.lists(SALE, min_size=1, max_size=40, unique_by=lambda sale: sale[:2])  # the shop keeps days, not lines
WRITINGS = st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y"])
SOME, FEW = settings(max_examples=20, deadline=None), settings(max_examples=8, deadline=None)

Sale = tuple[int, str, int, float]


def line(sale: Sale, writing: str) -> str:
    number, sku, units, amount = sale
    name = ITEMS[sku].replace('"', '""')
    return f'{(START + timedelta(number)).strftime(writing)};{sku};"{name}";{units};{amount:.2f}'


def read(folder: Path, lines: list[str], *, name: str = "sales.csv") -> SalesFile:
    path = folder / name
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8", newline="")
    return read_sales(path)


def shop_after(folder: Path, files: list[SalesFile]) -> tuple[pd.DataFrame, pd.DataFrame]:
    shop = open_shop(folder / "shop")
    for file in files:
        import_sales(shop, file, imported_at=NOON)
    return daily_sales(shop).sort_values(["day", "sku"], ignore_index=True), read_shop_products(shop).sort_index()


def assert_same(one: tuple[pd.DataFrame, pd.DataFrame], other: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    assert_frame_equal(one[0], other[0])
    assert_frame_equal(one[1], other[1])


@SOME
@given(SALES, WRITINGS, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(sales: list[Sale], writing: str, dice: Random) -> None:
    lines = [line(sale, writing) for sale in sales]
    shuffled = dice.sample(lines, len(lines))
    with TemporaryDirectory() as folder:
        one, other = read(Path(folder), lines), read(Path(folder), shuffled)
    assert_frame_equal(one.daily, other.daily)
    assert_frame_equal(one.products, other.products)
    assert one.report.questions == other.report.questions
    assert abs(one.report.revenue_used - other.report.revenue_used) < 1e-6


@FEW
@given(ONE_A_DAY, st.sets(st.integers(1, 40), max_size=3), st.randoms(use_true_random=False))
def test_parts_of_a_file_in_any_order_make_the_same_shop(sales: list[Sale], cuts: set[int], dice: Random) -> None:
    bounds = [0, *sorted(cuts), 41]
    parts = [[sale for sale in sales if first <= sale[0] < last] for first, last in pairwise(bounds)]
    with TemporaryDirectory() as folder, TemporaryDirectory() as second:
        files = [
            read(Path(folder), [line(sale, "%Y-%m-%d") for sale in part], name=f"{place}.csv")
            for place, part in enumerate(parts)
            if part
        ]
        dice.shuffle(files)
        whole = read(Path(folder), [line(sale, "%Y-%m-%d") for sale in sales])
        assume(not any(file.report.questions for file in (*files, whole)))  # nothing is kept before they are answered
        assert_same(shop_after(Path(folder), files), shop_after(Path(second), [whole]))


@FEW
@given(SALES)
def test_an_export_of_a_shop_imported_into_another_is_the_same_shop(sales: list[Sale]) -> None:
    with TemporaryDirectory() as folder, TemporaryDirectory() as second:
        first = shop_after(Path(folder), [read(Path(folder), [line(sale, "%Y-%m-%d") for sale in sales])])
        path = Path(second) / "export.csv"
        named = first[0].merge(first[1]["name"], left_on="sku", right_index=True)
        named.to_csv(path, index=False)
        exported = shop_after(Path(second), [read_sales(path)])
    assert_frame_equal(first[0], exported[0])
    assert list(first[1]["name"]) == list(exported[1]["name"])


def test_parts_that_spell_a_name_differently_are_one_product_in_any_order() -> None:
    lines = ["Date;Item;Quantity", "2024-02-05;Earl Grey, 1.5;3"], ["Date;Item;Quantity", "2024-02-06;earl-grey 1.5.;4"]
    for order in (lines, lines[::-1]):
        with TemporaryDirectory() as folder:
            files = []
            for place, part in enumerate(order):
                path = Path(folder) / f"{place}.csv"
                path.write_text("\n".join([*part, ""]), encoding="utf-8")
                files.append(read_sales(path))
            sales, products = shop_after(Path(folder), files)
        assert (len(products), sales["sku"].nunique(), list(sales["units"])) == (1, 1, [3, 4])


@SOME
@given(SALES, st.randoms(use_true_random=False))
def test_a_row_is_brought_back_by_what_stands_in_it_alone(sales: list[Sale], dice: Random) -> None:
    rows = [f"2024-02-05;{sku};Jam;{abs(units)};{amount:.2f}" for _, sku, units, amount in sales]
    cut = dice.randint(0, len(rows))
    with TemporaryDirectory() as folder:
        whole = read(Path(folder), rows)
        parts = [read(Path(folder), part) for part in (rows[:cut], rows[cut:]) if part]
    units = sum(part.report.units_used for part in parts)
    assert abs(whole.report.units_used - units) < 1e-6
