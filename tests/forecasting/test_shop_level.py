"""Tests of the level of the whole shop."""

import numpy as np

from forecasting.shop_level import shop_level


def _shop(n_days: int, n_products: int = 40, seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    return random.poisson(np.linspace(0.2, 9.0, n_products), (n_days, n_products)).astype(np.float64)


def test_a_shop_that_suddenly_sells_twice_as_much_is_seen_within_two_weeks() -> None:
    units = _shop(300)
    units[200:] *= 2.0
    level = shop_level(units).level
    assert abs(level[213] / level[199] - 2.0) < 0.25


def test_one_product_that_takes_off_does_not_lift_the_shop() -> None:
    units = _shop(300)
    units[200:, 5] += 20.0
    level = shop_level(units).level
    assert level[230] / level[199] < 1.4


def test_the_weekdays_of_the_shop_are_learned() -> None:
    units = _shop(400)
    units[5::7] *= 3.0
    weekdays = shop_level(units).weekdays[-1]
    assert abs(weekdays[5] / np.delete(weekdays, 5).mean() - 3.0) < 0.5


def test_later_days_never_matter() -> None:
    units = _shop(200)
    np.testing.assert_array_equal(shop_level(units).level[:150], shop_level(units[:150]).level)


def test_scaled_sales_have_the_same_level() -> None:
    units = _shop(200)
    np.testing.assert_allclose(shop_level(units * 1e6).level, shop_level(units).level, rtol=1e-9)


def test_a_shop_that_sells_nothing_and_one_that_sells_once_in_a_while_stay_in_bounds() -> None:
    assert (shop_level(np.zeros((200, 3))).level == 1.0).all()
    rare = np.zeros((700, 1))
    rare[::10] = 1.0
    level = shop_level(rare).level
    assert 0.3 < level[350:].mean() < 3.0
