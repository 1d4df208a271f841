"""Laws of importing that hold for all files."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from data.importing.import_target import ImportTarget
from data.importing.imports import import_sales, list_imports, undo_last_import
from data.products import read_shop_products
from data.reading.sales_file import SalesFile, read_sales
from data.sales import daily_sales
from data.shop import open_shop
from tests.data.sales_files import NOON, sales_file

SKUS = ("A1", "B2", "C3")
UNITS = st.integers(-500, 500).map(lambda hundredths: hundredths / 100)
SOLD = st.dictionaries(st.tuples(st.integers(0, 9), st.sampled_from(SKUS)), UNITS, min_size=1, max_size=20)
NAMES = st.dictionaries(st.sampled_from(SKUS), st.text(min_size=1, max_size=5).filter(str.strip))
FILES = st.builds(sales_file, SOLD, names=NAMES, price=st.sampled_from([2.0, 3.5]))
FEW = settings(max_examples=15, deadline=None)


def state_after(files: list[SalesFile], *, undo: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sales and products of a new shop after imports and so many undos."""
    with TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        for file in files:
            import_sales(shop, file, imported_at=NOON)
        for _ in range(undo):
            undo_last_import(shop)
        sales = daily_sales(shop).sort_values(["day", "sku"], ignore_index=True)
        return sales, read_shop_products(shop)


def assert_equal(one: tuple[pd.DataFrame, pd.DataFrame], other: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    assert_frame_equal(one[0], other[0])
    assert_frame_equal(one[1], other[1])


@FEW
@given(FILES)
def test_what_is_imported_is_what_is_read(file: SalesFile) -> None:
    sales, _ = state_after([file])
    assert_frame_equal(sales, file.daily.sort_values(["day", "sku"], ignore_index=True), check_dtype=False)


@FEW
@given(FILES, FILES)
def test_a_file_imported_twice_is_as_imported_once(earlier: SalesFile, file: SalesFile) -> None:
    assert_equal(state_after([earlier, file, file]), state_after([earlier, file]))


@FEW
@given(FILES, FILES)
def test_undo_is_as_if_the_last_file_had_never_come(first: SalesFile, second: SalesFile) -> None:
    with TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        import_sales(shop, first, imported_at=NOON)
        changed = import_sales(shop, second, imported_at=NOON).import_id is not None
        assert len(list_imports(shop)) == 1 + changed
    assert_equal(state_after([first, second], undo=int(changed)), state_after([first]))


@FEW
@given(FILES, FILES)
def test_the_last_file_rules_the_days_it_covers_and_no_others(first: SalesFile, second: SalesFile) -> None:
    sales, _ = state_after([first, second])
    covered = pd.Timestamp(second.report.first_day), pd.Timestamp(second.report.last_day)
    kept = first.daily[~first.daily["day"].between(*covered)]
    expected = pd.concat([kept, second.daily]).sort_values(["day", "sku"], ignore_index=True)
    assert_frame_equal(sales, expected, check_dtype=False)


@FEW
@given(SOLD, st.integers(0, 9), st.randoms(use_true_random=False))
def test_parts_in_any_order_are_the_whole(sold: dict[tuple[int, str], float], cut: int, random: Random) -> None:
    parts = [{cell: units for cell, units in sold.items() if (cell[0] < cut) == is_early} for is_early in (True, False)]
    files = [sales_file(part) for part in parts if part]
    random.shuffle(files)
    assert_equal(state_after(files), state_after([sales_file(sold)]))


def read_from(lines: list[str]) -> SalesFile:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sales.csv"
        path.write_text("\n".join(["day,sku,units,revenue", *lines, ""]), encoding="utf-8")
        return read_sales(path)


def lines_of(daily: pd.DataFrame) -> list[str]:
    text = daily.to_csv(index=False, header=False, date_format="%Y-%m-%d", lineterminator="\n")
    return text.splitlines()


@FEW
@given(SOLD)
def test_an_export_of_what_was_imported_imports_as_the_same(sold: dict[tuple[int, str], float]) -> None:
    once, _ = state_after([sales_file(sold)])
    again, _ = state_after([read_from(lines_of(once))])
    assert_frame_equal(again, once)


@FEW
@given(SOLD, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(sold: dict[tuple[int, str], float], random: Random) -> None:
    lines = lines_of(sales_file(sold).daily) * 2
    shuffled = lines[:]
    random.shuffle(shuffled)
    assert_equal(state_after([read_from(shuffled)]), state_after([read_from(lines)]))


@FEW
@given(st.lists(SOLD, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_parts_of_any_kind_in_any_order_are_the_whole_where_the_rest_is_kept(
    parts: list[dict[tuple[int, str], float]], random: Random
) -> None:
    whole = {cell: units for part in reversed(parts) for cell, units in part.items()}
    files = [sales_file({cell: units for cell, units in whole.items() if cell in part}) for part in parts]
    random.shuffle(files)
    with TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        for file in files:
            import_sales(shop, file, imported_at=NOON, target=ImportTarget(keeps_rest=True))
        sales = daily_sales(shop).sort_values(["day", "sku"], ignore_index=True)
    assert_frame_equal(sales, state_after([sales_file(whole)])[0])
