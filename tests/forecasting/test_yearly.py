"""Tests of the time of the year."""

import numpy as np

from forecasting.yearly import PRIOR_POWER, yearly_factors, yearly_powers


def _level(n_days: int, *, repeats: bool) -> np.ndarray:
    year = np.exp(0.5 * np.sin(2 * np.pi * np.arange(n_days) / 364))
    noise = np.exp(0.3 * np.sin(np.arange(n_days) / 23.0) + 0.3 * np.sin(np.arange(n_days) / 37.0))
    return np.asarray(year if repeats else noise)


def _factors(level: np.ndarray, *, origins: np.ndarray, horizon: int) -> np.ndarray:
    return yearly_factors(level, yearly_powers(level, origins=origins), origins=origins, horizon=horizon)


def test_a_shop_in_its_first_year_is_left_as_it_is() -> None:
    factors = _factors(_level(380, repeats=True), origins=np.array([100, 379]), horizon=28)
    assert (factors == 1.0).all()


def test_a_season_that_repeats_returns_more_than_the_prior_says() -> None:
    level = _level(728, repeats=True)
    for origin in (600, 650, 727):
        then = np.log(level[(origin - 364 + 28) % 364] / level[origin - 364])
        power = np.log(_factors(level, origins=np.array([origin]), horizon=28)[0, -1]) / then
        assert PRIOR_POWER < power < 1.2


def test_a_season_that_does_not_repeat_returns_less() -> None:
    level = _level(728, repeats=False)
    origins = np.arange(560, 727, 7)
    there = np.abs(np.log(_factors(level, origins=origins, horizon=28))).mean()
    season = np.abs(np.log(_factors(_level(728, repeats=True), origins=origins, horizon=28))).mean()
    assert there < season


def test_days_after_an_origin_never_matter() -> None:
    level = _level(728, repeats=True)
    changed = level.copy()
    changed[601:] *= 5.0
    before, after = (_factors(series, origins=np.array([500, 600]), horizon=60) for series in (level, changed))
    np.testing.assert_array_equal(before, after)


def test_a_year_ahead_is_within_reach() -> None:
    factors = _factors(_level(728, repeats=True), origins=np.array([727]), horizon=400)
    assert factors.shape == (1, 400)
    assert np.isfinite(factors).all()
