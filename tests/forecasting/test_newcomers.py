"""Tests of the Gamma-Poisson forecast."""

import numpy as np
from scipy.stats import nbinom

from forecasting.newcomers import forecast_newcomers, shop_prior_days

LEVELS = np.array([0.5, 0.95, 0.99])


def _forecast(
    units: np.ndarray,
    *,
    horizon: int = 14,
    clump: float = 1.0,
    drift: float = 0.0,
    prior_days: float = 0.0,
    is_open: np.ndarray | None = None,
):
    opening = np.ones(horizon, dtype=bool) if is_open is None else is_open
    one = np.ones(units.shape[1])
    return forecast_newcomers(
        units, clump=clump * one, drift=drift, prior_days=prior_days * one, is_open=opening, levels=LEVELS
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
    prior_days = float(shop_prior_days(shop, np.ones(40))[0])
    assert 2.0 < prior_days < 3.0  # half a piece over 0.2 a day
    one_day = _forecast(np.array([[0.0]]), prior_days=prior_days)
    assert one_day.mean[0, 0] < 0.2
    assert one_day.totals[0, 13, 1] < _forecast(np.array([[0.0]])).totals[0, 13, 1]


def test_closed_days_ahead_sell_nothing() -> None:
    is_open = np.array([True, False] * 7)
    told = _forecast(np.full((10, 1), 4.0), is_open=is_open)
    assert (told.mean[0, ~is_open] == 0).all()
    np.testing.assert_array_equal(told.totals[0, 0], told.totals[0, 1])


def test_larger_clumps_widen_the_upper_quantiles() -> None:
    units = np.full((10, 1), 4.0)
    assert (_forecast(units, clump=8.0).totals[0, 13, 1:] > _forecast(units).totals[0, 13, 1:]).all()


def test_drifting_levels_widen_long_totals_more_than_short_ones() -> None:
    units = np.full((56, 1), 40.0)
    still, moved = (_forecast(units, horizon=56, drift=drift).totals[0, :, 1] for drift in (0.0, 0.1))
    expected = 40.0 * np.arange(1, 57)
    wider = (moved - expected) / (still - expected)
    assert 1.0 < wider[0] < wider[13] < wider[55]


def test_the_spread_of_a_drifting_level_is_that_of_the_negative_binomial() -> None:
    """Variance by hand: 560 + 560^2 (1 / 560.5 + 0.1), for fourteen days after fourteen that sold 40 each."""
    units = np.full((14, 1), 40.0)
    told = _forecast(units, drift=0.2)
    shape = 1.0 / (1.0 / 560.5 + 0.2 * 28 / 56)
    np.testing.assert_allclose(told.totals[0, 13], nbinom.ppf(LEVELS, shape, shape / (shape + 560.5)))


def test_huge_numbers_stay_finite_and_rise() -> None:
    told = _forecast(np.full((10, 1), 1e9), horizon=366)
    assert np.isfinite(told.totals).all()
    assert (np.diff(told.totals, axis=1) >= 0).all()
