"""A crash in the middle of an import leaves the shop as it was."""

import subprocess
import sys
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from data.importing.imports import import_sales, list_imports
from data.products import read_shop_products
from data.sales import daily_sales
from data.shop import Shop, open_shop, revision
from tests.data.importing.importing_child import EXIT_STATUS, big_file, watched_shop
from tests.data.sales_files import NOON, sales_file

PROJECT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def steps_of_an_import(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many steps the child's import takes when nothing happens to it."""
    counted: list[int] = []
    shop = watched_shop(tmp_path_factory.mktemp("whole"), at_step=lambda: counted.append(1))
    filled(shop)
    counted.clear()
    import_sales(shop, big_file(), imported_at=NOON)
    return len(counted)


def filled(shop: Shop) -> Shop:
    import_sales(shop, sales_file({(day, "P1"): 1 for day in range(50)}, name="before.csv"), imported_at=NOON)
    return shop


@pytest.mark.parametrize("share", [0.1, 0.6, 0.99])
def test_a_crash_in_the_middle_of_an_import_leaves_the_shop_as_it_was(
    shop: Shop, steps_of_an_import: int, share: float
) -> None:
    before = daily_sales(filled(shop)), read_shop_products(shop), list_imports(shop), revision(shop)
    steps = round(share * steps_of_an_import)
    command = [sys.executable, "-m", "tests.data.importing.importing_child", str(shop.folder), str(steps)]
    died = subprocess.run(command, cwd=PROJECT, check=False, timeout=60)
    assert died.returncode == EXIT_STATUS
    assert (shop.folder / "shop.sqlite-journal").exists(), "it died before it wrote anything"

    again = open_shop(shop.folder)
    assert_frame_equal(daily_sales(again), before[0])
    assert_frame_equal(read_shop_products(again), before[1])
    assert (list_imports(again), revision(again)) == before[2:]
    assert import_sales(again, big_file(), imported_at=NOON).units_after == big_file().report.units_used
