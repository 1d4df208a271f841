import math
from datetime import date

import pandas as pd
import pytest

from data.importing.imports import import_sales
from data.sales import daily_sales, last_sales_day
from data.shop import Shop
from tests.data.sales_files import NOON, day, sales_file


def test_a_shop_without_sales_gives_an_empty_table_and_no_day(shop: Shop) -> None:
    table = daily_sales(shop)
    assert table.empty
    assert list(table.columns) == ["day", "sku", "units", "revenue"]
    assert table["day"].dtype.kind == "M"
    assert last_sales_day(shop) is None


def test_sales_come_by_day_with_the_shops_own_skus(shop: Shop) -> None:
    import_sales(shop, sales_file({(3, "B2"): 4, (0, "A1"): 1.5, (3, "A1"): 2}), imported_at=NOON)
    table = daily_sales(shop)
    assert table["day"].tolist() == [pd.Timestamp(day(0)), pd.Timestamp(day(3)), pd.Timestamp(day(3))]
    assert sorted(zip(table["sku"], table["units"], table["revenue"], strict=True)) == [
        ("A1", 1.5, 3.0),
        ("A1", 2.0, 4.0),
        ("B2", 4.0, 8.0),
    ]
    assert last_sales_day(shop) == date(2024, 1, 4)


def test_unknown_money_stays_unknown(shop: Shop) -> None:
    import_sales(shop, sales_file({(0, "A1"): 2}, price=math.nan), imported_at=NOON)
    assert daily_sales(shop)["revenue"].isna().all()


def test_days_before_1970_are_days_too(shop: Shop) -> None:
    long_ago = (date(1969, 12, 31) - day(0)).days
    import_sales(shop, sales_file({(long_ago, "A1"): 2}), imported_at=NOON)
    assert last_sales_day(shop) == date(1969, 12, 31)
    assert daily_sales(shop)["day"].tolist() == [pd.Timestamp("1969-12-31")]


def test_many_sales_are_read_in_several_goes(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    import_sales(shop, sales_file({(number, "A1"): number + 1 for number in range(7)}), imported_at=NOON)
    at_once = daily_sales(shop)
    for fetched in (1, 3, 7):
        monkeypatch.setattr("data.sales.FETCHED", fetched)
        pd.testing.assert_frame_equal(daily_sales(shop), at_once)
    assert at_once["units"].tolist() == [1, 2, 3, 4, 5, 6, 7]
