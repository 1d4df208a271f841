"""Tests of exponential smoothing."""

import numpy as np

from forecasting.shop_level import ShopLevel, shop_level
from forecasting.smoothing import (
    MOST_DEVIATIONS,
    RATES,
    SALE_KEPT,
    SCALE_RATE,
    SCALED_BY,
    SEASON_RATE,
    Smoothing,
    smooth,
)
from tests.forecasting.simulated import poisson_shop, roll, shop_of


def test_the_recursion_is_that_of_additive_smoothing_with_errors_cut() -> None:
    units = poisson_shop(n_days=120, n_products=1) + 1.0
    units[[70, 90]] *= 20.0
    ours = smooth(units, scales=np.ones((1, 120)), origins=np.array([119]))[0, SCALED_BY, 0, 0]
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
    np.testing.assert_allclose(ours, level + season[(120 + np.arange(7)) % 7])


def test_one_large_order_moves_a_forecast_less_than_a_lasting_rise() -> None:
    random = np.random.default_rng(0)
    units = random.poisson(5.0, 200).astype(np.float64)
    order, rise = units.copy(), units.copy()
    order[150] += 500.0
    rise[150:] += 10.0
    week = smooth(np.stack((units, order, rise), axis=1), scales=np.ones((1, 200)), origins=np.array([199]))
    usual, after_order, after_rise = week[0, SCALED_BY, 0].mean(axis=-1)
    assert after_order < 1.3 * usual
    assert after_rise > usual + 8.0


def test_rare_single_sales_are_expected_as_often_as_they_happened() -> None:
    units = np.random.default_rng(1).binomial(1, 0.04, (3000, 20)).astype(np.float64)
    week = smooth(units, scales=np.ones((1, 3000)), origins=np.arange(500, 3000, 50))
    assert abs(week[0, 0].mean() / 0.04 - 1.0) < 0.1


def test_missing_days_change_nothing() -> None:
    units = np.full((100, 1), 4.0)
    gap = units.copy()
    gap[70:90] = np.nan
    week = smooth(gap, scales=np.ones((1, 100)), origins=np.array([99]))
    np.testing.assert_allclose(week, 4.0)


def test_a_product_moves_with_its_shop_even_at_the_slowest_rate() -> None:
    units = np.full((200, 3), 5.0)
    level = np.where(np.arange(200) < 150, 1.0, 3.0)
    shop = ShopLevel(level, np.ones((200, 7)), np.zeros(200))
    ahead = roll(Smoothing(shop), shop_of(units * level[:, None]), origins=np.array([199]), horizon=10)
    np.testing.assert_allclose(ahead[len(RATES), 0], 15.0)
    assert (ahead[0, 0] < 12.0).all()


def test_days_after_an_origin_never_matter() -> None:
    units = poisson_shop(n_days=200, n_products=5)
    changed = units.copy()
    changed[181:] *= 9
    before, after = (
        roll(Smoothing(shop_level(series)), shop_of(series), origins=np.array([120, 180]), horizon=14)
        for series in (units, changed)
    )
    np.testing.assert_array_equal(before, after)


def test_a_product_with_less_than_eight_weeks_is_left_out() -> None:
    units = poisson_shop(n_days=100, n_products=3) + 1.0
    units[:60, 2] = 0.0
    ahead = roll(Smoothing(shop_level(units)), shop_of(units), origins=np.array([99]), horizon=7)
    assert np.isnan(ahead[:, 0, 2]).all()
    assert (ahead[:, 0, :2] >= 0).all()
