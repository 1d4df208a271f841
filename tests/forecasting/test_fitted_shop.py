"""Tests of forecasting later days from what was estimated once."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from forecasting.fitted_shop import fit_shop
from forecasting.forecast import Forecast, forecast_from, forecast_shop
from forecasting.history import History
from tests.forecasting.simulated import poisson_shop, shop_of


def assert_equal_forecasts(one: Forecast, other: Forecast) -> None:
    for numbers in ("mean", "totals", "day_bands", "arima", "margin"):
        np.testing.assert_array_equal(getattr(one, numbers), getattr(other, numbers))
    assert (one.skus, one.method, one.reason) == (other.skus, other.method, other.reason)
    assert (one.first_day, one.fitted_on) == (other.first_day, other.fitted_on)


@settings(max_examples=12, deadline=None)
@given(hnp.arrays(np.float64, st.tuples(st.integers(1, 120), st.integers(1, 3)), elements=st.integers(0, 9)))
def test_on_the_day_of_the_fit_the_forecast_is_that_of_the_shop(units: np.ndarray) -> None:
    units[0] = 1.0
    history = shop_of(units)
    fitted = fit_shop(history, horizon=28)
    assert_equal_forecasts(forecast_from(fitted, history, horizon=28), forecast_shop(history, horizon=28))


def test_what_was_fitted_outlives_pickling_with_trees_too() -> None:
    history = shop_of(poisson_shop(n_days=430, n_products=30) + 1.0)
    fitted = fit_shop(history, horizon=28)
    assert fitted.regulars is not None
    assert fitted.regulars.boost is not None
    kept = pickle.loads(pickle.dumps(fitted))
    assert_equal_forecasts(forecast_from(kept, history, horizon=28), forecast_shop(history, horizon=28))


@settings(max_examples=8, deadline=None)
@given(hnp.arrays(np.float64, (10, 3), elements=st.integers(0, 400)), st.integers(1, 5))
def test_days_after_the_last_never_matter(later: np.ndarray, days: int) -> None:
    units = poisson_shop(n_days=120, n_products=3) + 1.0
    fitted = fit_shop(shop_of(units), horizon=14)
    history = shop_of(np.concatenate((units, later)))
    seen = forecast_from(fitted, history.until(history.days[119 + days]), horizon=14)
    alone = forecast_from(fitted, shop_of(np.concatenate((units, later[:days]))), horizon=14)
    np.testing.assert_array_equal(seen.totals, alone.totals)


def test_new_days_move_the_forecast_the_way_a_new_fit_would() -> None:
    units = poisson_shop(n_days=420, n_products=25) + 1.0
    units[-6:] *= 3.0
    fitted = fit_shop(shop_of(units[:-6]), horizon=28)
    rolled = forecast_from(fitted, shop_of(units), horizon=28)
    anew, stale = forecast_shop(shop_of(units), horizon=28), forecast_shop(shop_of(units[:-6]), horizon=28)
    gone_up = anew.mean.sum() - stale.mean.sum()
    assert rolled.mean.sum() - stale.mean.sum() > 0.25 * gone_up > 0.0
    assert rolled.first_day == anew.first_day
    assert (rolled.first_day - rolled.fitted_on).days == 7


def test_a_window_that_moved_with_the_new_day_changes_little() -> None:
    units = poisson_shop(n_days=431, n_products=25) + 1.0
    fitted = fit_shop(shop_of(units[:430]), horizon=28)
    whole = forecast_from(fitted, shop_of(units), horizon=28)
    moved = forecast_from(fitted, shop_of(units[1:], first_day="2023-01-03"), horizon=28)
    np.testing.assert_allclose(moved.mean, whole.mean, rtol=0.02)


def test_a_product_new_since_the_fit_is_a_newcomer_and_changes_no_other() -> None:
    units = poisson_shop(n_days=200, n_products=4) + 1.0
    fitted = fit_shop(shop_of(units[:195]), horizon=14)
    newcomer = np.zeros((200, 1))
    newcomer[197:] = 6.0
    with_it = forecast_from(fitted, shop_of(np.hstack((units, newcomer))), horizon=14)
    without = forecast_from(fitted, shop_of(units), horizon=14)
    assert with_it.method[4] == "gamma_poisson"
    assert with_it.mean[4].sum() > 14.0
    np.testing.assert_array_equal(with_it.totals[:4], without.totals)


def test_a_product_that_is_gone_changes_only_what_is_told_from_the_whole_shop() -> None:
    units = poisson_shop(n_days=430, n_products=30) + 1.0
    history = shop_of(units)
    fitted = fit_shop(history, horizon=14)
    left = forecast_from(fitted, history.part(np.arange(29)), horizon=14)
    np.testing.assert_allclose(left.mean, forecast_shop(history, horizon=14).mean[:29], rtol=0.05)
    assert left.skus == history.skus[:29]


def test_a_shop_of_which_nothing_fitted_is_left_is_forecast_as_newcomers() -> None:
    history = shop_of(poisson_shop(n_days=100, n_products=2) + 1.0)
    fitted = fit_shop(history, horizon=7)
    others = History(history.days, ("other", "another"), history.units, history.open_days)
    assert forecast_from(fitted, others, horizon=7).method == ("gamma_poisson",) * 2


def test_what_the_fit_cannot_answer_is_refused_by_name() -> None:
    history = shop_of(np.ones((90, 1)))
    fitted = fit_shop(history, horizon=14)
    with pytest.raises(ValueError, match="1 to 14 days"):
        forecast_from(fitted, history, horizon=15)
    with pytest.raises(ValueError, match="must not end before 2023-04-01"):
        forecast_from(fitted, history.first_days(80), horizon=7)
    with pytest.raises(ValueError, match="at least one day"):
        forecast_from(fitted, history.first_days(0), horizon=7)
