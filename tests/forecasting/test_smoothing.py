"""Tests of exponential smoothing as a runner."""

import numpy as np

from forecasting.arrays import FloatArray, IntArray
from forecasting.shop_level import ShopLevel, shop_level
from forecasting.smoothed_levels import RATES, smoothed_levels
from forecasting.smoothing import Smoothing
from forecasting.weekday_profile import weekday_profiles
from tests.forecasting.simulated import poisson_shop, roll, shop_of


def rolled(units: FloatArray, shop: ShopLevel, *, origins: IntArray, horizon: int) -> FloatArray:
    history = shop_of(units)
    levels = smoothed_levels(history, shop, origins=origins)
    return roll(Smoothing(shop, levels), history, origins=origins, horizon=horizon)


def test_levels_are_spread_over_the_week_by_the_products_profiles() -> None:
    units, origins = poisson_shop(n_days=120, n_products=3) + 1.0, np.array([100, 119])
    shop = shop_level(units)
    ahead = rolled(units, shop, origins=origins, horizon=9)
    level = smoothed_levels(shop_of(units), shop, origins=origins).level[1, 2]
    week = level[..., None] * weekday_profiles(units, shop, origins=origins).multiple
    np.testing.assert_allclose(ahead[len(RATES) + 2], week[..., [0, 1, 2, 3, 4, 5, 6, 0, 1]])


def test_a_product_moves_with_its_shop_even_at_the_slowest_rate() -> None:
    units = np.full((200, 3), 5.0)
    level = np.where(np.arange(200) < 150, 1.0, 3.0)
    shop = ShopLevel(level, np.ones((200, 7)), np.zeros(200))
    ahead = rolled(units * level[:, None], shop, origins=np.array([199]), horizon=10)
    np.testing.assert_allclose(ahead[len(RATES), 0], 15.0)
    assert (ahead[0, 0] < 12.0).all()


def test_days_after_an_origin_never_matter() -> None:
    units = poisson_shop(n_days=200, n_products=5)
    changed = units.copy()
    changed[181:] *= 9
    before, after = (
        rolled(series, shop_level(series), origins=np.array([120, 180]), horizon=14) for series in (units, changed)
    )
    np.testing.assert_array_equal(before, after)


def test_a_product_with_less_than_eight_weeks_is_left_out() -> None:
    units = poisson_shop(n_days=100, n_products=3) + 1.0
    units[:60, 2] = 0.0
    ahead = rolled(units, shop_level(units), origins=np.array([99]), horizon=7)
    assert np.isnan(ahead[:, 0, 2]).all()
    assert (ahead[:, 0, :2] >= 0).all()
