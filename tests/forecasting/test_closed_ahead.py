"""Days to come that the owner calls closed sell nothing, and take no time in totals."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from forecasting.closed_ahead import without_time
from forecasting.forecast import Forecast, forecast_shop
from forecasting.history import History, build_history, with_closed
from tests.forecasting.simulated import poisson_shop, shop_of

HORIZON = 28


@pytest.fixture(scope="module")
def shop() -> History:
    """Four products of 200 days and one sold for two weeks only, which no model forecasts."""
    units = poisson_shop(n_days=200, n_products=5) + 2.0
    units[:186, 4] = 0.0
    return shop_of(units)


@pytest.fixture(scope="module")
def usual(shop: History) -> Forecast:
    return forecast_shop(shop, horizon=HORIZON)


def days_ahead(history: History, *places: int) -> list[dt.date]:
    return [(history.days[-1] + pd.Timedelta(days=place + 1)).date() for place in places]


def test_a_closed_week_lowers_what_is_expected_by_just_that_week(shop: History, usual: Forecast) -> None:
    week = range(7, 14)
    closed = forecast_shop(with_closed(shop, days_ahead(shop, *week)), horizon=HORIZON)
    np.testing.assert_array_equal(closed.mean[:, 7:14], 0.0)
    others = [day for day in range(HORIZON) if day not in week]
    np.testing.assert_allclose(closed.mean[:, others], usual.mean[:, others])
    np.testing.assert_array_equal(closed.totals[:, :7], usual.totals[:, :7])
    np.testing.assert_array_equal(closed.totals[:, 7:14], np.repeat(closed.totals[:, 6:7], 7, axis=1))
    assert (closed.totals[:, 13, :] < usual.totals[:, 13, :]).mean() > 0.9
    assert (closed.totals[:, 27, 5:] < usual.totals[:, 27, 5:]).all()
    assert "level_shift" not in {why.code for why in closed.grade_reason} - {why.code for why in usual.grade_reason}


@pytest.mark.parametrize("n_days", [3, 10, HORIZON])
def test_nothing_can_sell_before_the_shop_opens_again(shop: History, n_days: int) -> None:
    closed = forecast_shop(with_closed(shop, days_ahead(shop, *range(n_days))), horizon=HORIZON)
    np.testing.assert_array_equal(closed.totals[:, :n_days], 0.0)
    assert (closed.totals[:, n_days:, -1] > 0).all()


def test_days_said_to_be_closed_far_ahead_change_nothing(shop: History, usual: Forecast) -> None:
    closed = forecast_shop(with_closed(shop, days_ahead(shop, 60, 61)), horizon=HORIZON)
    np.testing.assert_array_equal(closed.totals, usual.totals)
    np.testing.assert_array_equal(closed.mean, usual.mean)


def test_closed_days_take_no_time() -> None:
    spread = without_time(np.array([True, False, True]), np.array([[4.0, 9.0, 5.0]]), lambda mean: mean[:, :, None] + 1)
    assert spread.ravel().tolist() == [5.0, 5.0, 6.0]
    shut = without_time(np.zeros(3, dtype=bool), np.ones((1, 3)), lambda mean: mean[:, :, None])
    assert shut.ravel().tolist() == [0.0, 0.0, 0.0]


def test_a_sparse_shop_is_told_of_past_closed_days_by_the_owner_alone() -> None:
    daily = pd.DataFrame({"day": pd.to_datetime(["2024-05-01", "2024-05-04"]), "sku": "tea", "units": [1, 1]})
    said = [dt.date(2024, 5, day) for day in (2, 4)]
    history = with_closed(build_history(daily), said)
    np.testing.assert_array_equal(history.open_days, [True, False, True, True])
    np.testing.assert_array_equal(history.units.ravel(), [1.0, np.nan, 0.0, 1.0])
    earlier = history.until(dt.date(2024, 5, 3))
    np.testing.assert_array_equal(earlier.open_days, [True, False, True])
    assert not with_closed(history, [dt.date(2024, 5, 5)]).said_open(2)[0]
