"""Tests of the forecast of a whole shop."""

import numpy as np
import pandas as pd
import pytest

import forecasting.chunks
from forecasting.accuracy import wape
from forecasting.average import SameWeekdayAverage
from forecasting.forecast import Forecast, forecast_shop
from forecasting.history import History, build_history
from tests.forecasting.simulated import poisson_shop, roll, shop_of
from tests.shared_data import shared_file


def _assert_sound(forecast: Forecast, *, horizon: int) -> None:
    n_products = len(forecast.skus)
    assert forecast.mean.shape == (n_products, horizon)
    assert forecast.totals.shape == (n_products, horizon, len(forecast.levels))
    assert np.isfinite(forecast.mean).all()
    assert np.isfinite(forecast.totals).all()
    assert (forecast.mean >= 0).all()
    assert (forecast.totals >= 0).all()
    assert (np.diff(forecast.totals, axis=1) >= 0).all()
    assert (np.diff(forecast.totals, axis=2) >= 0).all()
    assert len(forecast.method) == len(forecast.reason) == n_products


@pytest.mark.parametrize(
    ("n_days", "n_products"), [(1, 1), (10, 1), (10, 3), (55, 2), (60, 2), (84, 1), (85, 4), (150, 1), (400, 3)]
)
def test_shops_of_any_length_get_a_sound_forecast(n_days: int, n_products: int) -> None:
    history = shop_of(poisson_shop(n_days=n_days, n_products=n_products) + 1.0)
    _assert_sound(forecast_shop(history, horizon=30), horizon=30)


@pytest.mark.parametrize("value", [0.0, 1.0, 0.001, 1e9])
def test_constant_series_get_a_sound_forecast(value: float) -> None:
    units = np.full((200, 2), value)
    units[0] = 1.0
    forecast = forecast_shop(shop_of(units), horizon=14)
    _assert_sound(forecast, horizon=14)
    np.testing.assert_allclose(forecast.mean[:, 0], value, rtol=0.05, atol=0.1)


def test_a_huge_spike_does_not_poison_the_forecast() -> None:
    units = poisson_shop(n_days=300, n_products=8) + 3.0
    spiked = units.copy()
    spiked[250, 0] = 1e9
    calm, wild = (forecast_shop(shop_of(series), horizon=28).mean[0].sum() for series in (units, spiked))
    assert wild < 1.5 * calm


def test_products_of_short_or_no_history_say_so() -> None:
    units = poisson_shop(n_days=200, n_products=4) + 1.0
    units[:180, 2] = 0.0
    units[:, 3] = 0.0
    forecast = forecast_shop(shop_of(units), horizon=14)
    assert forecast.reason == ("", "", "short_history", "no_history")
    assert forecast.method[2:] == ("gamma_poisson", "nothing")
    assert not forecast.mean[3].any(), "a product never sold is no product that will sell"
    assert not forecast.totals[3].any()
    assert np.isnan(forecast.past.forecast[2:]).all()
    _assert_sound(forecast, horizon=14)


def test_days_on_which_the_shop_is_closed_expect_nothing() -> None:
    units = poisson_shop(n_days=210, n_products=8) + 2.0
    units[6::7] = 0.0
    units = units[:-1]
    forecast = forecast_shop(shop_of(units), horizon=15)  # the first day ahead is a closed one
    assert (forecast.mean[:, [0, 7, 14]] == 0).all()
    assert (forecast.totals[:, 0] == 0).all()
    assert (forecast.mean[:, 1:7] > 0).all()


def test_later_days_never_matter() -> None:
    units = poisson_shop(n_days=260, n_products=6)
    history = shop_of(units)
    seen = forecast_shop(history.until(history.days[199]), horizon=14)
    alone = forecast_shop(shop_of(units[:200]), horizon=14)
    np.testing.assert_array_equal(seen.mean, alone.mean)
    np.testing.assert_array_equal(seen.totals, alone.totals)


@pytest.fixture(scope="module")
def gappy_history() -> History:
    """A shop of 22 products with two sold out for a while, one new and one without sales."""
    units = poisson_shop(n_days=200, n_products=22)
    units[:, 4] = 0.0
    units[:170, 7] = 0.0
    history = shop_of(units)
    sold_out = history.units.copy()
    sold_out[100:109, 2] = sold_out[150:156, 21] = np.nan
    return history.with_units(sold_out)


@pytest.mark.parametrize("products_at_once", [1, 2, 7, 21, 250])
def test_the_forecast_is_bit_for_bit_the_same_however_the_products_are_chunked(
    gappy_history: History, products_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = forecast_shop(gappy_history, horizon=14)
    monkeypatch.setattr(forecasting.chunks, "PRODUCTS_AT_ONCE", products_at_once)
    chunked = forecast_shop(gappy_history, horizon=14)
    for numbers in ("mean", "totals", "day_bands", "arima", "margin"):
        np.testing.assert_array_equal(getattr(chunked, numbers), getattr(whole, numbers))
    np.testing.assert_array_equal(chunked.past.forecast, whole.past.forecast)
    assert chunked.method == whole.method


def test_scaling_the_sales_scales_the_forecast() -> None:
    units = poisson_shop(n_days=200, n_products=6)
    units[100, 2] *= 500
    plain, scaled = (forecast_shop(shop_of(series), horizon=14) for series in (units, units * 250.0))
    np.testing.assert_allclose(scaled.mean, plain.mean * 250.0, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(scaled.totals, plain.totals * 250.0, rtol=1e-3, atol=1e-2)


def test_the_past_pairs_what_was_said_with_what_was_sold() -> None:
    units = poisson_shop(n_days=300, n_products=5) + 1.0
    history = shop_of(units)
    past = forecast_shop(history, horizon=28).past
    row = history.days.get_loc(past.origins[-4])
    assert past.shown_origin == past.origins[-4] == history.days[-29]
    week = past.spans.tolist().index(28)
    np.testing.assert_allclose(past.actual[:, -4, week], units[row + 1 : row + 29].sum(axis=0))
    np.testing.assert_allclose(past.forecast[:, -4, week], past.shown.sum(axis=1), rtol=1e-5)
    assert np.isnan(past.actual[:, -3, week]).all()


def test_progress_rises_from_nothing_to_all() -> None:
    told: list[float] = []
    forecast_shop(shop_of(poisson_shop(n_days=150, n_products=3)), horizon=7, progress=told.append)
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)
    assert len(told) >= 4


def test_bands_go_on_growing_to_a_year() -> None:
    forecast = forecast_shop(shop_of(poisson_shop(n_days=400, n_products=5)), horizon=366)
    _assert_sound(forecast, horizon=366)
    upper = list(forecast.levels).index(0.95)
    width = forecast.totals[:, :, upper] - np.cumsum(forecast.mean, axis=1)
    assert (width[:, 365] > 1.3 * width[:, 90]).all()


@pytest.mark.parametrize(("horizon", "levels"), [(0, (0.5,)), (7, ()), (7, (0.9, 0.5)), (7, (0.5, 1.0))])
def test_what_cannot_be_forecast_is_refused_by_name(horizon: int, levels: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"horizon must be|levels must rise"):
        forecast_shop(shop_of(np.ones((20, 1))), horizon=horizon, levels=levels)


def test_a_history_without_days_is_refused() -> None:
    empty = History(pd.DatetimeIndex([]), (), np.zeros((0, 0)), np.zeros(0, dtype=np.bool_))
    with pytest.raises(ValueError, match="at least one day"):
        forecast_shop(empty, horizon=7)


def test_on_a_real_shop_the_race_beats_the_same_weekday_average() -> None:
    table = pd.read_csv(shared_file("bakery_spain/all15_daily_long.csv"))
    daily = pd.DataFrame(
        {"day": pd.to_datetime(table["fecha_venta"]), "sku": table["articulo"].astype(str), "units": table["cantidad"]}
    )
    everything = build_history(daily, maximum_days=2000)
    sold, ours, rivals = [], [], []
    for weeks in (4, 8, 12, 16):
        row = len(everything.days) - 1 - 7 * weeks
        history = everything.until(everything.days[row])
        kept = np.isin(everything.skus, history.skus)
        rival = roll(SameWeekdayAverage(), history, origins=np.array([row]), horizon=28)[0, 0]
        sold.append(np.nan_to_num(everything.units[row + 1 : row + 29, kept]).T)
        ours.append(forecast_shop(history, horizon=28).mean)
        rivals.append(rival)
    assert wape(np.concatenate(sold), np.concatenate(ours)) < wape(np.concatenate(sold), np.concatenate(rivals))
