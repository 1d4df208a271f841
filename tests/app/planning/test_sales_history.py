"""A plan's history is the shop's sales up to the last day that is complete."""

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from app.planning.sales_history import NothingSold, average_daily_sales, shop_history
from data.shop import Shop, open_shop
from forecasting.history import History
from tests.app.shops import stock_shop, write_sales


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop")


def test_without_sales_there_is_no_history(shop: Shop) -> None:
    for until in (None, dt.date(2024, 1, 1)):
        with pytest.raises(NothingSold):
            shop_history(shop, pd.Index([]), until=until)


def test_a_day_before_all_sales_has_no_history(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [3] * 10}))
    with pytest.raises(NothingSold):
        shop_history(shop, pd.Index(["tea"]), until=dt.date(2023, 12, 31))


def test_a_history_until_a_day_ends_on_it(shop: Shop, tmp_path: Path) -> None:
    stock_shop(shop, write_sales(tmp_path / "till.csv", {"tea": [1, 2, 3, 4, 5]}))
    seen = shop_history(shop, pd.Index(["tea"]), until=dt.date(2024, 1, 3))
    assert seen.units[:, 0].tolist() == [1, 2, 3]
    later = shop_history(shop, pd.Index(["tea"]), until=dt.date(2024, 1, 7))
    assert later.days[-1] == pd.Timestamp("2024-01-07")


def test_average_daily_sales_are_those_of_the_last_eight_weeks_on_all_days() -> None:
    units = np.full((60, 3), np.nan)
    units[:, 0] = [100.0] * 4 + [2.0] * 56  # what was sold before the last 56 days does not count
    units[50:, 1] = 3.0  # on sale for ten days
    is_open = np.ones(60, dtype=np.bool_)
    is_open[[10, 17, 24, 31, 38, 45, 52, 59]] = False  # one day a week, eight of the 56
    units[~is_open] = np.nan
    history = History(pd.date_range("2024-01-01", periods=60), ("tea", "mug", "never"), units, is_open)
    np.testing.assert_allclose(average_daily_sales(history), [2 * 48 / 56, 3 * 48 / 56, 0])


def test_a_day_that_was_not_over_at_the_export_is_left_out_until_it_is_complete(shop: Shop, tmp_path: Path) -> None:
    hours = [f"{day:02d} {hour:02d}:00,tea,3" for day in range(1, 22) for hour in (9, 13, 18)]
    half = tmp_path / "half.csv"
    half.write_text("Date,Item,Qty\n" + "".join(f"2024-03-{row}\n" for row in [*hours, "22 09:30,tea,3"]))
    stock_shop(shop, half)
    assert shop_history(shop, pd.Index(["tea"])).days[-1] == pd.Timestamp(2024, 3, 21)
    later = tmp_path / "later.csv"
    later.write_text(
        "Date,Item,Qty\n" + "".join(f"2024-03-{day} {hour}:00,tea,3\n" for day in (22, 23) for hour in (10, 18))
    )
    stock_shop(shop, later)
    history = shop_history(shop, pd.Index(["tea"]))
    assert history.days[-1] == pd.Timestamp(2024, 3, 23)
    assert history.units[-2:].ravel().tolist() == [6, 6]
