"""Tests of telling a shop's country from its sales."""

import numpy as np
import pandas as pd
import pytest

from forecasting.country import likely_country, told_country
from forecasting.public_holidays import public_holidays
from forecasting.shop_level import shop_level
from tests.forecasting.simulated import poisson_shop, shop_of

DAYS = pd.date_range("2021-05-03", periods=720)


def _surprise(country: str, effect: float, *, seed: int = 0) -> np.ndarray:
    surprise = np.random.default_rng(seed).standard_t(5, len(DAYS)) * 0.15
    surprise[DAYS.isin(pd.DatetimeIndex(list(public_holidays(country, 2021, 2023))))] += effect
    return surprise


@pytest.mark.parametrize("country", ["FR", "US", "DE", "ES", "JP"])
def test_holidays_that_sell_half_as_much_again_tell_the_country(country: str) -> None:
    assert likely_country(DAYS, _surprise(country, 0.5), np.zeros(len(DAYS)) > 0) == country


def test_closed_holidays_tell_the_country() -> None:
    closed = np.asarray(DAYS.isin(pd.DatetimeIndex(list(public_holidays("GB", 2021, 2023)))))
    assert likely_country(DAYS, np.where(closed, np.nan, _surprise("GB", 0.0)), closed) == "GB"


@pytest.mark.parametrize("seed", range(20))
def test_days_that_surprise_by_chance_alone_are_of_no_country(seed: int) -> None:
    assert likely_country(DAYS, _surprise("FR", 0.0, seed=seed), np.zeros(len(DAYS)) > 0) is None


def test_a_shop_of_ten_weeks_is_of_no_country() -> None:
    history = shop_of(poisson_shop(n_days=70, n_products=5))
    assert told_country(history, shop_level(history.units)) is None


def test_a_shop_that_never_sold_is_of_no_country() -> None:
    nothing = np.full(len(DAYS), np.nan)
    assert likely_country(DAYS, nothing, np.zeros(len(DAYS)) > 0) is None
