"""Tests of the Gamma-Poisson forecast."""

import numpy as np
from scipy.stats import nbinom

from forecasting.newcomers import forecast_newcomers, shop_dispersion, shop_prior_days
from tests.forecasting.simulated import poisson_shop

LEVELS = np.array([0.5, 0.95, 0.99])


def _forecast(
    units: np.ndarray,
    *,
    horizon: int = 14,
    dispersion: float = 1.0,
    prior_days: float = 0.0,
    is_open: np.ndarray | None = None,
):
    opening = np.ones(horizon, dtype=bool) if is_open is None else is_open
    lot = np.ones(units.shape[1])
    return forecast_newcomers(
        units, lot=lot, dispersion=dispersion, prior_days=prior_days, is_open=opening, levels=LEVELS
    )


def test_totals_are_the_negative_binomial_of_the_posterior() -> None:
    units = np.array([1.0, 0, 2, 0, 1, 1, 0, 0, 1, 0])[:, None]
    told = _forecast(units)
    np.testing.assert_allclose(told.totals[0, 13], nbinom.ppf(LEVELS, 6.5, 10 / 24))
    np.testing.assert_allclose(told.mean[0], 0.65)


def test_a_product_never_sold_is_expected_to_sell_almost_nothing() -> None:
    told = _forecast(np.full((200, 1), np.nan))
    assert 0 < told.mean[0].sum() < 0.2
    assert told.totals[0, 13, 0] == 0


def test_a_single_day_says_less_than_the_shop() -> None:
    shop = np.random.default_rng(0).poisson(0.2, (300, 40)).astype(float)
    prior_days = shop_prior_days(shop, dispersion=1.0)
    assert 2.0 < prior_days < 3.0  # half a piece over 0.2 a day
    one_day = _forecast(np.array([[0.0]]), prior_days=prior_days)
    assert one_day.mean[0, 0] < 0.2
    assert one_day.totals[0, 13, 1] < _forecast(np.array([[0.0]])).totals[0, 13, 1]


def test_closed_days_ahead_sell_nothing() -> None:
    is_open = np.array([True, False] * 7)
    told = _forecast(np.full((10, 1), 4.0), is_open=is_open)
    assert (told.mean[0, ~is_open] == 0).all()
    np.testing.assert_array_equal(told.totals[0, 0], told.totals[0, 1])


def test_dispersion_widens_the_upper_quantiles() -> None:
    units = np.full((10, 1), 4.0)
    assert (_forecast(units, dispersion=8.0).totals[0, 13, 1:] > _forecast(units).totals[0, 13, 1:]).all()


def test_huge_numbers_stay_finite_and_rise() -> None:
    told = _forecast(np.full((10, 1), 1e9), horizon=366)
    assert np.isfinite(told.totals).all()
    assert (np.diff(told.totals, axis=1) >= 0).all()


def test_a_poisson_shop_has_a_dispersion_near_one() -> None:
    units = np.random.default_rng(0).poisson(4.0, (364, 50)).astype(float)
    assert 1.0 <= shop_dispersion(units) < 1.3
    assert shop_dispersion(poisson_shop(n_days=30, n_products=3)) == 2.0
