"""Tests of what boosted trees add."""

import numpy as np
import pytest

import forecasting.chunks
import forecasting.regulars_fit
from forecasting.boosted import boost, day_factors, reweighed, week_factors
from forecasting.boosting import _thinned, grow
from forecasting.forecast import forecast_shop
from forecasting.shop_level import shop_level
from forecasting.smoothed_levels import smoothed_levels
from forecasting.weekly_rows import WeeklyRows, rows_of_shop, weekly_origins
from tests.forecasting.simulated import poisson_shop, shop_of


def _rows(units: np.ndarray) -> WeeklyRows:
    history = shop_of(units)
    shop = shop_level(history.units)
    return rows_of_shop(history, shop, levels=smoothed_levels(history, shop, origins=weekly_origins(len(units))))


def test_the_target_is_what_a_week_sold_a_day_over_the_scale() -> None:
    units = poisson_shop(n_days=400, n_products=4) + 1.0
    rows = _rows(units)
    row = rows.origins[-10]
    sold = units[row + 8 : row + 15].mean(axis=0)
    np.testing.assert_allclose(rows.target[-10, :, 1] * rows.scale[-10], sold, rtol=1e-5)
    assert np.isnan(rows.target[-1]).all()


def test_features_know_nothing_of_days_after_their_origin() -> None:
    units = poisson_shop(n_days=420, n_products=4) + 1.0
    changed = units.copy()
    changed[-7:] *= 4.0
    before, after = _rows(units), _rows(changed)
    np.testing.assert_array_equal(before.steady[:-1], after.steady[:-1])
    np.testing.assert_array_equal(before.weekly[:-1], after.weekly[:-1])


def test_rows_in_parts_are_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    units = poisson_shop(n_days=200, n_products=7)
    whole = _rows(units)
    monkeypatch.setattr(forecasting.chunks, "PRODUCTS_AT_ONCE", 3)
    parts = _rows(units)
    np.testing.assert_array_equal(parts.steady, whole.steady)
    np.testing.assert_array_equal(parts.target, whole.target)


def test_trees_learn_the_usual_sales() -> None:
    pytest.importorskip("lightgbm")
    units = poisson_shop(n_days=400, n_products=40) + 2.0
    rows = _rows(units)
    trees = grow(rows, trained_until=399)
    assert trees is not None
    said = trees.weeks(rows, first=len(rows.origins) - 1)
    usual = 7.0 * units[-56:].mean(axis=0)
    assert np.abs(said[0].mean(axis=1) / usual - 1.0).mean() < 0.15


def test_trees_that_say_better_get_the_larger_share() -> None:
    pytest.importorskip("lightgbm")
    units = poisson_shop(n_days=400, n_products=40) + 2.0
    rows, spans = _rows(units), np.array([1, 7, 14, 21, 28])
    truth = np.repeat((units.mean(axis=0)[:, None] * spans)[:, None], len(rows.origins) - 1, axis=1)
    mean = np.repeat(units.mean(axis=0)[:, None], 28, axis=1)
    rate = units.mean(axis=0)
    ordinary = np.ones((len(rows.origins) - 1, 4))
    bad, good = (
        boost(rows, chosen=truth * factor, actual=truth, spans=spans, rate=rate, holidays=ordinary)
        for factor in (3.0, 1.001)
    )
    assert bad is not None
    assert good is not None
    assert bad.share.min() > 0.9
    assert good.share.max() < 0.1
    factors = day_factors(bad.ahead(rows, mean * 3.0, holidays=np.ones(4)), 28)
    np.testing.assert_allclose(3.0 * factors, 1.0, atol=0.5)


def test_without_the_library_the_race_goes_on_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    history = shop_of(poisson_shop(n_days=400, n_products=40) + 2.0)
    monkeypatch.setattr(forecasting.regulars_fit, "library", lambda: None)
    forecast = forecast_shop(history, horizon=10)
    assert "boosting" not in forecast.method
    assert np.isfinite(forecast.totals).all()


def test_a_week_of_which_a_weighty_day_is_doubled_and_one_is_lost_is_moved_by_their_weights() -> None:
    days, weight = np.ones(28), np.ones(28)
    days[[1, 8]], weight[1], weight[21:] = (2.0, 0.0), 4.0, 0.0
    np.testing.assert_allclose(week_factors(days, weight), [1.4, 6.0 / 7.0, 1.0, 1.0])


def test_totals_are_reweighed_week_by_week() -> None:
    totals = np.array([[1.0, 7.0, 14.0, 21.0, 28.0, 42.0]])
    weekly = np.array([[2.0, 1.0, 1.0, 0.0]])
    again = reweighed(totals, weekly, np.array([1, 7, 14, 21, 28, 42]))
    np.testing.assert_allclose(again, [[2.0, 14.0, 21.0, 28.0, 28.0, 42.0]])


def _wild_shop(seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    units = poisson_shop(n_days=430, n_products=30, seed=seed)
    units[:, 0] = 0.0
    units[:, 1] = 7.0
    units[200, 2] = 1e9
    units[:, 3] = random.lognormal(0.0, 3.0, 430)
    units[300:, 4] *= 50.0
    units[250:, 5] = 0.0
    units[:-60, 6] = 0.0
    units[:, 7] *= 0.001
    units[150:220] = 0.0  # closed for ten weeks
    return units


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_with_trees_too_no_number_is_negative_nan_or_infinite(seed: int) -> None:
    forecast = forecast_shop(shop_of(_wild_shop(seed)), horizon=60)
    for numbers in (forecast.mean, forecast.totals, forecast.day_bands):
        assert np.isfinite(numbers).all()
        assert (numbers >= 0).all()
    assert (np.diff(forecast.totals, axis=1) >= 0).all()
    assert (np.diff(forecast.totals, axis=2) >= 0).all()


def test_with_trees_too_scaled_sales_give_scaled_forecasts() -> None:
    units = poisson_shop(n_days=430, n_products=30) + 1.0
    plain, scaled = (forecast_shop(shop_of(series), horizon=28) for series in (units, units * 256.0))
    np.testing.assert_allclose(scaled.mean, plain.mean * 256.0, rtol=0.02)


def test_with_trees_too_the_forecast_is_the_same_in_any_chunks_and_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    history = shop_of(poisson_shop(n_days=430, n_products=30) + 1.0)
    whole, again = forecast_shop(history, horizon=28), forecast_shop(history, horizon=28)
    np.testing.assert_array_equal(whole.totals, again.totals)
    for products_at_once in (1, 7):
        monkeypatch.setattr(forecasting.chunks, "PRODUCTS_AT_ONCE", products_at_once)
        np.testing.assert_array_equal(forecast_shop(history, horizon=28).totals, whole.totals)


def test_with_trees_too_later_days_never_matter() -> None:
    units = poisson_shop(n_days=470, n_products=30) + 1.0
    history = shop_of(units)
    seen = forecast_shop(history.until(history.days[429]), horizon=14)
    np.testing.assert_array_equal(seen.totals, forecast_shop(shop_of(units[:430]), horizon=14).totals)


def test_rows_are_thinned_evenly_over_origins_products_and_weeks() -> None:
    shape = (40, 20, 4)
    places = np.arange(np.prod(shape))
    origin, product, week = _thinned(places, shape)
    assert len(origin) == len(places) / 2
    for numbers in (origin, product, week):
        assert len(set(np.bincount(numbers))) == 1


def test_a_shop_of_few_rows_learns_from_all_of_them() -> None:
    assert len(_thinned(np.arange(2_000), (50, 10, 4))[0]) == 2_000
