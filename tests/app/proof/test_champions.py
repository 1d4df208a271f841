"""Who stays keeps its date, who is new gets one and names whom it beat."""

import datetime as dt
from dataclasses import replace

import numpy as np

from app.desk import Desk
from app.proof.champions import Champion, champions_now, crowned
from forecasting.forecast import Forecast
from tests.app.shops import TODAY, poisson_forecast

FIRST, LATER = dt.date(2024, 3, 3), dt.date(2024, 3, 10)


def forecast(on: dt.date, **methods: str) -> Forecast:
    made = poisson_forecast(tuple(methods), np.ones(len(methods)))
    first_day = on + dt.timedelta(days=1)
    return replace(made, fitted_on=on, first_day=first_day, method=tuple(methods.values()))


def test_who_stays_keeps_the_day_and_who_comes_names_whom_it_beat() -> None:
    first = crowned({}, forecast(FIRST, tea="arima", mug="smoothing"))
    later = crowned(first, forecast(LATER, tea="arima", mug="boosting", pot="weekday_average"))
    assert later == {
        "tea": Champion("arima", FIRST),
        "mug": Champion("boosting", LATER, "smoothing"),
        "pot": Champion("weekday_average", LATER),
    }


def test_products_that_are_gone_are_forgotten() -> None:
    first = crowned({}, forecast(FIRST, tea="arima", mug="smoothing"))
    assert set(crowned(first, forecast(LATER, tea="arima"))) == {"tea"}


def test_each_forecast_made_is_remembered(small_desk: Desk) -> None:
    told = champions_now(small_desk.forecasts)
    assert set(told) == {"tea", "mug", "tray"}
    assert {each.since for each in told.values()} == {TODAY - dt.timedelta(days=1)}


def test_a_rule_that_takes_over_between_two_estimates_is_dated_by_its_evening() -> None:
    first = crowned({}, forecast(FIRST, tea="arima"))
    made = replace(forecast(FIRST, tea="nothing"), first_day=LATER)
    assert crowned(first, made) == {"tea": Champion("nothing", LATER - dt.timedelta(days=1), "arima")}
