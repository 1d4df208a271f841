"""Tests of what holidays make of a shop's sales."""

import numpy as np
import pandas as pd
import pytest

from forecasting.forecast import forecast_shop
from forecasting.history import History
from forecasting.holiday_effects import (
    HOLIDAY_DEVIATION,
    OFFSET_DEVIATION,
    HolidayEffects,
    closed_oddly,
    holiday_effects,
)
from forecasting.public_holidays import Occasions, occasions, public_holidays
from tests.forecasting.simulated import shop_of

FIRST_DAY, N_DAYS = "2021-05-20", 730  # up to 19 May 2023
DAYS = pd.date_range(FIRST_DAY, periods=N_DAYS)
HOLIDAY = np.asarray(DAYS.isin(pd.DatetimeIndex(list(public_holidays("FR", 2021, 2023)))))


def _shop(*, on_holidays: float, n_days: int = N_DAYS, n_products: int = 30) -> History:
    random = np.random.default_rng(0)
    rates = np.linspace(2.0, 12.0, n_products) * np.where(HOLIDAY[:n_days], on_holidays, 1.0)[:, None]
    return shop_of(random.poisson(rates).astype(np.float64), first_day=FIRST_DAY)


def _ahead(history: History, day: str, country: str | None = "FR") -> float:
    factors = holiday_effects(history, country, horizon=120).ahead(np.array([len(history.days) - 1]), 120)[0]
    return float(factors[(pd.Timestamp(day) - history.days[-1]).days - 1])


def test_what_holidays_sold_is_expected_of_those_to_come() -> None:
    history = _shop(on_holidays=1.6)
    assert _ahead(history, "2023-07-14") == pytest.approx(1.6, abs=0.12)
    assert _ahead(history, "2023-07-20") == 1.0


def test_a_shop_that_closes_on_holidays_is_expected_to_close() -> None:
    assert _ahead(_shop(on_holidays=0.0), "2023-07-14") < 0.1


def test_a_shop_whose_holidays_are_days_like_others_stays_as_it_is() -> None:
    assert _ahead(_shop(on_holidays=1.0), "2023-08-15") == pytest.approx(1.0, abs=0.08)


def test_without_a_country_nothing_is_moved() -> None:
    history = _shop(on_holidays=1.6)
    effects = holiday_effects(history, None, horizon=120)
    assert _ahead(history, "2023-07-14", None) == 1.0
    np.testing.assert_array_equal(effects.cleaned(history).units, history.units)


def test_the_cleaned_history_shows_no_holidays() -> None:
    history = _shop(on_holidays=1.6)
    cleaned = holiday_effects(history, "FR", horizon=28).cleaned(history).units.mean(axis=1)
    late = np.arange(N_DAYS) > 365
    assert cleaned[late & HOLIDAY].mean() / cleaned[late & ~HOLIDAY].mean() == pytest.approx(1.0, abs=0.08)


def test_no_day_is_cleaned_by_what_later_days_tell() -> None:
    history = _shop(on_holidays=1.6)
    cleaned = holiday_effects(history, "FR", horizon=28).cleaned(history).units
    earlier = holiday_effects(history.first_days(500), "FR", horizon=28).cleaned(history.first_days(500)).units
    np.testing.assert_array_equal(cleaned[:500], earlier)


def test_a_holiday_seen_once_moves_its_forecast_as_far_as_the_normal_model_says() -> None:
    surprise = np.array([0.1, -0.1] * 50 + [0.6, np.nan])
    offset = np.full(102, -1)
    offset[[100, 101]] = 0
    effects = HolidayEffects(Occasions(offset, np.zeros(102, dtype=np.int64), 1), surprise[:101], np.zeros(101) > 0)
    own, common, noise = HOLIDAY_DEVIATION[0] ** 2, OFFSET_DEVIATION[0] ** 2, (1.4826 * 0.1) ** 2
    expected = 0.6 * (own + common) / (own + common + noise)
    assert effects.ahead(np.array([100]), 1)[0, 0] == pytest.approx(np.exp(expected))


def test_one_wild_holiday_of_a_noisy_shop_of_few_weeks_hardly_matters() -> None:
    random = np.random.default_rng(3)
    surprise = random.normal(0.0, 1.0, 60)
    special = occasions(pd.date_range("2021-06-01", periods=120), "FR")
    assert special.offset[43] == 0
    surprise[43] = 1.5
    factors = HolidayEffects(special, surprise, np.zeros(60) > 0).ahead(np.array([59]), 60)
    assert np.abs(np.log(factors)).max() < 0.25


def test_closed_days_count_only_on_weekdays_that_are_usually_open() -> None:
    open_days = np.ones(70, dtype=np.bool_)
    open_days[2::7] = False
    open_days[40] = False
    assert np.flatnonzero(closed_oddly(open_days)).tolist() == [40]


def test_the_forecast_says_whose_holidays_it_counts_with_and_follows_them() -> None:
    history = _shop(on_holidays=1.6, n_days=703)  # to 22 April 2023; 1 and 8 May are holidays
    forecast = forecast_shop(history, horizon=28)
    assert forecast.country == "FR"
    ahead = pd.date_range(forecast.first_day, periods=28)
    total = forecast.mean.sum(axis=0)
    assert total[ahead == "2023-05-08"][0] / np.median(total) == pytest.approx(1.6, abs=0.15)


def test_a_country_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO 3166"):
        forecast_shop(_shop(on_holidays=1.0, n_days=100), horizon=7, country="Atlantis")
