from itertools import pairwise

import pandas as pd
import pytest

from data.importing.imports import import_sales
from data.kept_promises import COLUMNS, keep_promises, read_kept_promises, thin_promises
from data.shop import Shop, open_shop, revision
from tests.data.sales_files import NOON, day, sales_file


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    import_sales(shop, sales_file({(0, "A1"): 3, (0, "b2"): 1}), imported_at=NOON)
    return shop


def promises(number: int, *, skus: tuple[str, ...] = ("A1", "b2"), promised: float = 12.0) -> pd.DataFrame:
    """What was promised for the days from day `number` on."""
    rows = [
        (pd.Timestamp(day(number)), sku, days, level, promised + days, 1.5 * days)
        for sku in skus
        for days in (7, 14, 28)
        for level in (0.8, 0.9, 0.95)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def test_what_was_promised_is_read_back(stocked: Shop) -> None:
    keep_promises(stocked, promises(7))
    keep_promises(stocked, promises(3))
    found = read_kept_promises(open_shop(stocked.folder))
    pd.testing.assert_frame_equal(found, pd.concat([promises(3), promises(7)], ignore_index=True))


def test_the_promises_of_a_day_take_the_place_of_those_before(stocked: Shop) -> None:
    keep_promises(stocked, promises(3))
    keep_promises(stocked, promises(3, skus=("b2",), promised=20.0))
    pd.testing.assert_frame_equal(read_kept_promises(stocked), promises(3, skus=("b2",), promised=20.0))


def test_products_that_the_shop_does_not_have_are_passed_over(stocked: Shop) -> None:
    keep_promises(stocked, promises(3, skus=("A1", "gone")))
    assert set(read_kept_promises(stocked)["sku"]) == {"A1"}


def test_keeping_promises_makes_no_plan_older(stocked: Shop) -> None:
    before = revision(stocked)
    keep_promises(stocked, promises(3))
    assert revision(stocked) == before


def test_a_shop_without_promises_has_a_table_of_none(shop: Shop) -> None:
    found = read_kept_promises(shop)
    assert found.empty
    assert found.dtypes.astype(str).to_dict() == {**COLUMNS}


def test_old_promises_are_thinned_to_one_day_a_week_and_those_of_half_a_year_ago_dropped(stocked: Shop) -> None:
    keep_promises(stocked, pd.concat([promises(number, skus=("A1",)) for number in range(0, 220)], ignore_index=True))
    before = revision(stocked)
    thin_promises(stocked, today=day(219))
    kept = pd.Series(read_kept_promises(stocked)["made_for"].unique())
    ages = (pd.Timestamp(day(219)) - kept).dt.days.tolist()
    assert max(ages) <= 182
    assert [age for age in ages if age <= 35] == list(range(35, -1, -1)), "the last five weeks stay whole"
    old = sorted(age for age in ages if age > 35)
    assert {later - sooner for sooner, later in pairwise(old)} == {7}
    assert revision(stocked) == before
