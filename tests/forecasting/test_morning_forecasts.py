"""Forecasts of many mornings are those that each morning would have made."""

import numpy as np
import pandas as pd
import pytest

from forecasting.fitted_shop import fit_shop
from forecasting.forecast import forecast_from
from forecasting.history import History
from forecasting.morning_forecasts import morning_forecasts
from tests.forecasting.simulated import poisson_shop, shop_of

HISTORY = shop_of(poisson_shop(n_days=200, n_products=4) + 1.0)
MORNINGS = HISTORY.days[[150, 151, 158, 180]]


def test_each_morning_is_forecast_from_the_evening_before() -> None:
    told = list(morning_forecasts(HISTORY, MORNINGS, horizon=14))
    assert [forecast.first_day for forecast in told] == [morning.date() for morning in MORNINGS]
    assert {forecast.fitted_on for forecast in told} == {HISTORY.days[149].date()}
    fitted = fit_shop(HISTORY.until(HISTORY.days[149]), horizon=14)
    for forecast, morning in zip(told, MORNINGS, strict=True):
        alone = forecast_from(fitted, HISTORY.until(morning - pd.Timedelta(days=1)), horizon=14)
        np.testing.assert_array_equal(forecast.totals, alone.totals)
        np.testing.assert_array_equal(forecast.mean, alone.mean)
        assert (forecast.grade, forecast.suspects, forecast.extremes) == ((), (), ()), "nobody looks at them"


def test_estimates_are_renewed_when_they_are_old() -> None:
    told = list(morning_forecasts(HISTORY, MORNINGS, horizon=14, refit_days=8))
    fitted_on = [HISTORY.days[row].date() for row in (149, 149, 157, 179)]
    assert [forecast.fitted_on for forecast in told] == fitted_on
    fitted = None
    for row in (149, 157, 179):
        fitted = fit_shop(HISTORY.until(HISTORY.days[row]), horizon=14, previous=fitted)
    assert fitted is not None
    fresh = forecast_from(fitted, HISTORY.until(HISTORY.days[179]), horizon=14)
    np.testing.assert_array_equal(told[-1].totals, fresh.totals)


def test_what_sells_from_the_morning_on_is_never_seen() -> None:
    later = HISTORY.units.copy()
    later[158:] *= 7
    one, other = (list(morning_forecasts(h, MORNINGS[:3], horizon=14)) for h in (HISTORY, HISTORY.with_units(later)))
    for seen, again in zip(one, other, strict=True):
        assert seen.totals.tobytes() == again.totals.tobytes()


def test_a_morning_with_no_day_before_it_is_refused() -> None:
    with pytest.raises(ValueError, match="history must have at least one day"):
        list(morning_forecasts(HISTORY, HISTORY.days[:1], horizon=14))


def closed_on_sundays(n_days: int = 170) -> History:
    """A small shop that keeps one weekday closed, and later another, so that closed days are told anew."""
    units = np.random.default_rng(8).poisson(1.2, (n_days, 3)).astype(float)
    units[6::7] = 0
    units[100::7] = 0
    return shop_of(units)


@pytest.mark.parametrize("history", [closed_on_sundays(), shop_of(poisson_shop(n_days=160, n_products=5))])
def test_many_mornings_at_once_say_bit_for_bit_what_each_says_alone(history: History) -> None:
    mornings = history.days[-35:]
    together = list(morning_forecasts(history, mornings, horizon=14, refit_days=21))
    fitted = None
    for number, (morning, forecast) in enumerate(zip(mornings, together, strict=True)):
        known = history.until(morning - pd.Timedelta(days=1))
        if number % 21 == 0:
            fitted = fit_shop(known, horizon=14, previous=fitted)
        assert fitted is not None
        alone = forecast_from(fitted, known, horizon=14, is_judged=False)
        for name in ("mean", "totals", "arima"):
            assert getattr(forecast, name).tobytes() == getattr(alone, name).tobytes()


def test_closed_days_that_are_told_otherwise_later_are_seen_as_they_were() -> None:
    history = closed_on_sundays()
    evenings = history.days[-36:-1]
    told = [history.until(evening).open_days for evening in evenings]
    last = told[-1]
    assert any(not np.array_equal(each, last[: len(each)]) for each in told), "or the case above tests nothing"


def test_no_mornings_are_no_forecasts() -> None:
    assert list(morning_forecasts(HISTORY, HISTORY.days[:0], horizon=14)) == []
