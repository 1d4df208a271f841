"""Forecasts of many mornings are those that each morning would have made."""

import numpy as np
import pandas as pd
import pytest

from forecasting.fitted_shop import fit_shop
from forecasting.forecast import forecast_from, forecast_shop
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
    fresh = forecast_shop(HISTORY.until(HISTORY.days[179]), horizon=14)
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
