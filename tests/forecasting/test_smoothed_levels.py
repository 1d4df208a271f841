"""Tests of smoothed levels."""

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.smoothed_levels import (
    MOST_DEVIATIONS,
    RATES,
    SALE_KEPT,
    SCALE_RATE,
    SCALED_BY,
    SEASON_RATE,
    smooth,
)
from tests.forecasting.simulated import poisson_shop


def levels(units: FloatArray, origins: IntArray) -> FloatArray:
    """Levels (n_rates, n_origins, n_products) of units as they are."""
    n_days, n_origins = len(units), len(origins)
    return smooth(units, scales=np.ones((1, n_days)), ahead=np.ones((1, n_origins, 7)), origins=origins)[0]


def test_the_recursion_is_that_of_additive_smoothing_with_errors_cut() -> None:
    units = poisson_shop(n_days=120, n_products=1) + 1.0
    units[[70, 90]] *= 20.0
    ours = levels(units, np.array([119]))[SCALED_BY, 0, 0]
    rate, start = RATES[SCALED_BY], units[:56, 0]
    level, variance = start.mean(), start.var()
    season = np.array([(start[d::7].sum() - 8 * level) / (8 + 5.0) for d in range(7)])
    season -= season.mean()
    for day, sold in enumerate(units[:, 0]):
        error = sold - level - season[day % 7]
        before = units[:day, 0][units[:day, 0] > 0]
        weight = SALE_KEPT ** (day - 1 - np.flatnonzero(units[:day, 0] > 0))
        usual = np.exp(weight @ np.log(before) / weight.sum()) if len(before) else 0.0
        most = max(MOST_DEVIATIONS * np.sqrt(variance), usual)
        variance += SCALE_RATE * (error**2 - variance)
        error = np.clip(error, -most, most)
        level += rate * error
        season[day % 7] += SEASON_RATE * (1 - rate) * error
    np.testing.assert_allclose(ours, level + season.mean())


def test_one_large_order_moves_a_level_less_than_a_lasting_rise() -> None:
    units = np.random.default_rng(0).poisson(5.0, 200).astype(np.float64)
    order, rise = units.copy(), units.copy()
    order[150] += 500.0
    rise[150:] += 10.0
    usual, after_order, after_rise = levels(np.stack((units, order, rise), axis=1), np.array([199]))[SCALED_BY, 0]
    assert after_order < 1.3 * usual
    assert after_rise > usual + 8.0


def test_rare_single_sales_are_expected_as_often_as_they_happened() -> None:
    units = np.random.default_rng(1).binomial(1, 0.04, (3000, 20)).astype(np.float64)
    assert abs(levels(units, np.arange(500, 3000, 50))[0].mean() / 0.04 - 1.0) < 0.1


def test_missing_days_change_nothing() -> None:
    units = np.full((100, 1), 4.0)
    units[70:90] = np.nan
    np.testing.assert_allclose(levels(units, np.array([99])), 4.0)


def test_weekdays_never_observed_are_no_part_of_the_mean() -> None:
    units = np.full((105, 2), 4.0)
    units[6::7, 0] = np.nan
    np.testing.assert_allclose(levels(units, np.array([104])), 4.0)
