"""Tests of products' own time of the year."""

import numpy as np
import pytest

from forecasting.arrays import FloatArray
from forecasting.own_year import LARGEST, PRIOR_POWER, own_changes, own_powers
from forecasting.shop_level import ShopLevel
from forecasting.weekly_rows import WEEKS
from forecasting.yearly import YEAR
from tests.forecasting.simulated import shop_of

N_DAYS = 560


def _level(n_days: int = N_DAYS, *, level: FloatArray | None = None) -> ShopLevel:
    return ShopLevel(np.ones(n_days) if level is None else level, np.ones((n_days, 7)), np.full(n_days, np.nan))


def _sold(*, risen_from: int, to: float) -> FloatArray:
    """Two products that sell 10 a day; the second one other from a row on, until the next year."""
    units = np.full((N_DAYS, 2), 10.0)
    units[risen_from : risen_from + 100, 1] = to
    return units


def test_a_product_that_rose_last_year_is_known_to_have_risen() -> None:
    origin = N_DAYS - 1
    then = origin + 1 - YEAR
    units = _sold(risen_from=then, to=30.0)
    change = own_changes(shop_of(units), _level(), origins=np.array([origin]))
    assert change.shape == (2, 1, WEEKS)
    np.testing.assert_allclose(change[0], 0.0, atol=1e-12)
    mean = units[then : origin + 1, 1].mean()
    expected = np.log((28 * 30.0 / mean + 14) / (28 + 14)) - np.log((56 * 10.0 / mean + 14) / (56 + 14))
    assert change[1, 0, 2] == pytest.approx(expected, rel=1e-9)  # the third week's 28 days lie within the rise
    assert 0.0 < change[1, 0, 0] < expected


def test_what_the_whole_shop_did_is_no_change_of_a_product() -> None:
    origin, level = N_DAYS - 1, np.linspace(0.5, 2.0, N_DAYS)
    units = 10.0 * np.stack([level, level], axis=1)
    change = own_changes(shop_of(units), _level(level=level), origins=np.array([origin]))
    np.testing.assert_allclose(change, 0.0, atol=1e-12)


def test_without_a_year_and_eight_weeks_nothing_is_known() -> None:
    units = _sold(risen_from=100, to=30.0)
    origins = np.array([300, YEAR + 56 - 2, YEAR + 56 - 1, YEAR + 80])
    units[: YEAR // 2, 0] = 0.0
    change = own_changes(shop_of(units), _level(), origins=origins)
    assert (change[:, :2] == 0.0).all()
    assert (change[1, 2:] != 0.0).any()
    assert (change[0, 2:] == 0.0).all()  # its first sale came later


def test_changes_are_bounded_whatever_was_sold() -> None:
    units = np.zeros((N_DAYS, 2))
    units[:, 0] = 1e-9
    units[200, 0] = 1e9
    units[[0, 250], 1] = 1.0
    change = own_changes(shop_of(units), _level(), origins=np.arange(YEAR + 60, N_DAYS, 7))
    assert np.isfinite(change).all()
    assert (np.abs(change) <= LARGEST).all()


def test_days_after_an_origin_never_matter() -> None:
    units = np.random.default_rng(1).poisson(5.0, (N_DAYS, 3)).astype(np.float64)
    later = units.copy()
    later[501:] *= 7.0
    origins = np.array([480, 500])
    before, after = (own_changes(shop_of(each), _level(), origins=origins) for each in (units, later))
    np.testing.assert_array_equal(before, after)


def _powers(share: float, *, n_origins: int = 40) -> FloatArray:
    """Powers where the share of every change came about."""
    change = np.repeat(np.random.default_rng(5).normal(0.0, 0.4, (60, n_origins, 1)), WEEKS, axis=2)
    forecast = np.full((60, n_origins), 100.0)
    noise = np.random.default_rng(6).normal(0.0, 0.1, forecast.shape)
    actual = forecast * np.exp(share * change[..., 0] + noise)
    return own_powers(change, forecast=forecast, actual=actual, usual=np.full(forecast.shape, 0.01))


def test_changes_that_repeat_are_taken_over_and_others_are_not() -> None:
    assert _powers(0.9)[-1] > 0.8
    assert _powers(0.0)[-1] < 0.05
    assert (np.diff(_powers(0.9)) >= -0.02).all()


def test_a_power_knows_only_totals_that_were_over() -> None:
    np.testing.assert_array_equal(_powers(0.9)[:2], PRIOR_POWER)
    assert _powers(0.9)[2] == PRIOR_POWER  # two weeks after the first origin its total is over, as of the third
    assert _powers(0.9)[3] > PRIOR_POWER
