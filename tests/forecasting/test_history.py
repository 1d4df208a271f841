"""Tests of history: calendar, launches, returns, closed days."""

import numpy as np
import pandas as pd
import pytest

from forecasting.history import build_history, open_ahead
from tests.forecasting.simulated import poisson_shop, shop_of


def _daily(rows: list[tuple[str, str, float]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["day", "sku", "units"])
    return table.assign(day=pd.to_datetime(table["day"]))


def test_the_calendar_runs_to_the_last_day_of_the_file_for_every_product() -> None:
    history = build_history(_daily([("2024-01-01", "a", 1), ("2024-01-05", "b", 2)]))
    assert len(history.days) == 5
    assert history.units[:, 0].tolist() == [1, 0, 0, 0, 0]


def test_days_before_the_first_sale_are_not_observed() -> None:
    history = build_history(_daily([("2024-01-01", "a", 1), ("2024-01-03", "b", 2)]))
    np.testing.assert_array_equal(history.units[:, 1], [np.nan, np.nan, 2])


def test_several_rows_of_a_day_are_summed_and_net_returns_count_as_zero() -> None:
    rows = [("2024-01-01", "a", 2), ("2024-01-01", "a", 3), ("2024-01-02", "a", 1), ("2024-01-02", "a", -4)]
    assert build_history(_daily(rows)).units.ravel().tolist() == [5, 0]


def test_only_the_last_days_are_kept_and_older_products_stay_observed() -> None:
    history = build_history(_daily([("2024-01-01", "a", 1), ("2024-03-01", "b", 2)]), maximum_days=10)
    assert len(history.days) == 10
    assert not np.isnan(history.units[:, 0]).any()


def test_a_day_without_any_sale_is_closed_in_a_busy_shop() -> None:
    units = np.full((60, 8), 2.0)
    units[40] = 0.0
    history = shop_of(units)
    assert not history.open_days[40]
    assert np.isnan(history.units[40]).all()
    assert history.open_days.sum() == 59


def test_empty_days_of_a_sparse_shop_stay_true_zeros() -> None:
    units = (np.random.default_rng(1).random((200, 1)) < 0.3).astype(float)
    units[0] = 1.0
    history = shop_of(units)
    assert history.open_days.all()
    assert open_ahead(history, 14).all()


def test_a_weekday_closed_for_eight_weeks_is_closed_ahead() -> None:
    units = np.full((70, 1), 3.0)
    units[5::7] = 0.0
    history = shop_of(units)  # 2023-01-02 is a Monday, so every Saturday is empty
    ahead = open_ahead(history, 14)
    assert ahead.tolist() == [True] * 5 + [False] + [True] * 6 + [False] + [True]
    assert np.isnan(history.units[5::7]).all()


def test_a_weekday_closed_for_seven_weeks_only_is_open_ahead() -> None:
    units = np.full((70, 1), 3.0)
    units[-49 + 5 :: 7] = 0.0
    assert open_ahead(shop_of(units), 14).all()


def test_truncating_equals_never_having_seen_the_later_days() -> None:
    units = poisson_shop(n_days=150, n_products=6)
    units[:120, 5] = 0.0
    units[100] = 0.0
    history = shop_of(units)
    day = history.days[109]
    short, built = history.until(day), shop_of(units[:110])
    assert short.skus == built.skus[:5]
    np.testing.assert_array_equal(short.units, built.units[:, :5])
    np.testing.assert_array_equal(short.open_days, built.open_days)


def test_an_empty_table_gives_an_empty_history() -> None:
    history = build_history(_daily([]))
    assert history.units.shape == (0, 0)


@pytest.mark.parametrize("horizon", [1, 6, 30])
def test_open_ahead_has_the_length_asked_for(horizon: int) -> None:
    assert len(open_ahead(shop_of(np.ones((60, 2))), horizon)) == horizon
