"""Tests of the weekday profile."""

import numpy as np

from forecasting.shop_level import ShopLevel, shop_level
from forecasting.weekday_profile import FORGOTTEN, USUAL_SPREAD, USUAL_WEIGHT, weekday_profiles

WEEK = np.array([0.4, 0.7, 0.9, 1.0, 1.1, 1.4, 1.5])


def flat_shop(n_days: int) -> ShopLevel:
    return ShopLevel(np.ones(n_days), np.ones((n_days, 7)), np.zeros(n_days))


def test_weekdays_that_repeat_are_the_products_own() -> None:
    units = np.tile(10.0 * WEEK, 20)[:, None]
    profiles = weekday_profiles(units, flat_shop(140), origins=np.array([139, 135]))
    np.testing.assert_allclose(profiles.multiple[0, 0], WEEK)
    np.testing.assert_allclose(profiles.multiple[1, 0], np.roll(WEEK, 4))


def test_weekdays_of_a_lumpy_product_are_those_of_the_shop() -> None:
    random = np.random.default_rng(0)
    n_days, week = 364, np.tile(WEEK, 52)[:, None]
    units = np.column_stack((random.poisson(30.0 * week, (n_days, 30)), random.binomial(1, 0.02, n_days) * 50.0))
    profiles = weekday_profiles(units, shop_level(units), origins=np.array([n_days - 1]))
    np.testing.assert_allclose(profiles.multiple[0, -1], WEEK, atol=0.15)


def test_deviations_are_shrunk_as_the_formula_says() -> None:
    random = np.random.default_rng(1)
    units = random.poisson(4.0 * np.tile(WEEK, 30)).astype(np.float64)
    weight = (1.0 - FORGOTTEN) ** np.arange(29, -1, -1)
    weeks = units.reshape(30, 7)
    apart = weeks - weeks.mean(axis=1, keepdims=True)
    level = (weight @ weeks.mean(axis=1)) / weight.sum()
    own = (weight @ apart) / weight.sum() / level
    noise = (weight @ (apart - weight @ apart / weight.sum()) ** 2).sum() / (7 * weight.sum() - 7) / level**2
    chance = noise * (weight**2).sum() / weight.sum() ** 2
    tells = 6.0 * (USUAL_SPREAD**2 / (USUAL_SPREAD**2 + chance)) ** 2
    seen = max((own**2).mean() - chance, 0.0)
    true = (USUAL_WEIGHT * USUAL_SPREAD**2 + tells * seen) / (USUAL_WEIGHT + tells)
    profiles = weekday_profiles(units[:, None], flat_shop(210), origins=np.array([209]))
    np.testing.assert_allclose(profiles.multiple[0, 0], 1.0 + true / (true + chance) * own)


def test_days_after_an_origin_never_matter() -> None:
    random = np.random.default_rng(2)
    units = random.poisson(3.0, (120, 4)).astype(np.float64)
    changed = units.copy()
    changed[100:] *= 9.0
    origins = np.array([70, 99])
    before, after = (weekday_profiles(each, shop_level(each), origins=origins) for each in (units, changed))
    np.testing.assert_array_equal(before.multiple, after.multiple)


def test_weekdays_never_observed_are_those_of_the_shop() -> None:
    units = np.tile(np.where(np.arange(7) == 2, np.nan, 5.0 * WEEK), 20)[:, None]
    profiles = weekday_profiles(units, flat_shop(140), origins=np.array([139]))
    assert profiles.known[0, 0].tolist() == [True, True, False, True, True, True, True]
    assert profiles.multiple[0, 0, 2] == 1.0
    np.testing.assert_allclose(profiles.multiple[0, 0, profiles.known[0, 0]].mean(), 1.0)


def test_before_the_first_whole_week_nothing_is_known() -> None:
    profiles = weekday_profiles(np.full((20, 1), 3.0), flat_shop(20), origins=np.array([3]))
    assert not profiles.known.any()
    np.testing.assert_array_equal(profiles.multiple, 1.0)


def test_a_product_that_never_sold_is_spread_like_the_shop() -> None:
    units = np.column_stack((np.tile(10.0 * WEEK, 20), np.zeros(140)))
    shop = shop_level(units)
    profiles = weekday_profiles(units, shop, origins=np.array([139]))
    usual = shop.week_ahead(np.array([139]))[0]
    np.testing.assert_allclose(profiles.multiple[0, 1], usual / usual.mean())
