"""Tests of the shop's total, toward which the products' forecasts are drawn."""

import numpy as np
import pytest

from forecasting.arrays import FloatArray
from forecasting.forecast import forecast_shop
from forecasting.shop_level import ShopLevel
from forecasting.shop_total import (
    LARGEST_GAP,
    PRIOR_SHARE,
    SPAN,
    beyond_usual,
    drawn_shares,
    total_gaps,
    usual_gaps,
)
from tests.forecasting.simulated import shop_of

N_DAYS = 140


def _level(weekdays: FloatArray | None = None) -> ShopLevel:
    week = np.ones(7) if weekdays is None else weekdays
    return ShopLevel(np.ones(N_DAYS), np.tile(week, (N_DAYS, 1)), np.full(N_DAYS, np.nan))


def _gap(units: FloatArray, *, forecast: float, shop: ShopLevel | None = None, days: FloatArray | None = None) -> float:
    origins, said = np.array([N_DAYS - 1]), np.full((units.shape[1], 1), forecast)
    ahead = np.ones((1, SPAN)) if days is None else days
    return float(total_gaps(shop_of(units), shop or _level(), origins=origins, days=ahead, forecast=said)[0])


def test_products_that_add_up_to_the_total_leave_no_gap() -> None:
    assert _gap(np.full((N_DAYS, 3), 4.0), forecast=4.0 * SPAN) == pytest.approx(0.0, abs=1e-12)


def test_weekdays_and_days_ahead_count() -> None:
    week = np.array([2.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5])
    units = np.tile(week, N_DAYS // 7)[:, None] * np.full((1, 2), 6.0)
    half_closed = np.repeat([[1.0, 0.0]], 7, axis=1)
    said = 6.0 * np.tile(week, 2) @ half_closed[0]  # the history begins on a row 0 modulo 7 and ends before another
    assert _gap(units, forecast=said, shop=_level(week), days=half_closed) == pytest.approx(0.0, abs=1e-12)


def test_a_week_of_more_sales_opens_a_gap_and_one_wild_day_hardly_does() -> None:
    better, wild = np.full((2, N_DAYS, 3), 4.0)
    better[-7:] = 6.0
    wild[-3] = 400.0
    gap = _gap(better, forecast=4.0 * SPAN)
    assert 0.8 * np.log(1.5) < gap < np.log(1.5)
    assert abs(_gap(wild, forecast=4.0 * SPAN)) < gap


def test_days_on_which_a_product_was_sold_out_do_not_lower_the_total() -> None:
    history = shop_of(np.full((N_DAYS, 3), 4.0))
    history.units[-10:, 0] = np.nan
    said = np.full((3, 1), 4.0 * SPAN)
    gap = total_gaps(history, _level(), origins=np.array([N_DAYS - 1]), days=np.ones((1, SPAN)), forecast=said)
    assert gap[0] == pytest.approx(0.0, abs=1e-12)


def test_products_too_young_to_be_forecast_are_no_part_of_the_total() -> None:
    units = np.full((N_DAYS, 2), 4.0)
    units[:-40, 1] = 0.0
    history = shop_of(units)
    said = np.array([[4.0 * SPAN], [np.nan]])
    gap = total_gaps(history, _level(), origins=np.array([N_DAYS - 1]), days=np.ones((1, SPAN)), forecast=said)
    assert gap[0] == pytest.approx(0.0, abs=1e-12)


def test_days_after_an_origin_never_matter() -> None:
    units = np.random.default_rng(2).poisson(5.0, (N_DAYS, 4)).astype(np.float64)
    later = units.copy()
    later[101:] = 50.0
    origins, said = np.array([80, 100]), np.full((4, 2), 60.0)
    before, after = (
        total_gaps(shop_of(each), _level(), origins=origins, days=np.ones((2, SPAN)), forecast=said)
        for each in (units, later)
    )
    np.testing.assert_array_equal(before, after)


def test_where_nothing_sells_or_nothing_is_forecast_there_is_no_gap() -> None:
    nothing = np.full((N_DAYS, 2), 4.0)
    nothing[1:] = 0.0
    assert np.isnan(_gap(nothing, forecast=1.0))
    assert np.isnan(_gap(np.full((N_DAYS, 2), 4.0), forecast=0.0))
    assert beyond_usual(np.array([np.nan]), np.array([0.2]))[0] == 0.0


def test_gaps_as_usual_move_nothing_and_the_largest_are_bounded() -> None:
    gaps = np.array([0.2, 0.2, 0.2, 5.0])
    beyond = beyond_usual(gaps, usual_gaps(gaps)[:-1])
    np.testing.assert_allclose(beyond, [0.0, 0.0, 0.0, LARGEST_GAP], atol=1e-12)


def _shares(came_about: float) -> FloatArray:
    rng = np.random.default_rng(8)
    beyond = rng.normal(0.0, 0.2, 50)
    forecast = np.full((5, 50), 100.0)
    actual = forecast * np.exp(came_about * beyond + rng.normal(0.0, 0.05, 50))
    return drawn_shares(beyond, forecast=forecast, actual=actual)


def test_sums_are_drawn_as_far_as_gaps_came_about() -> None:
    assert _shares(0.9)[-1] > 0.75
    assert _shares(0.0)[-1] < 0.15
    np.testing.assert_array_equal(_shares(0.9)[:3], PRIOR_SHARE)  # no total of two weeks was over before


def test_a_shop_whose_products_all_sell_more_lately_is_forecast_more_than_each_alone_would_be() -> None:
    rng = np.random.default_rng(9)
    quiet = rng.poisson(1.0, (300, 40)).astype(np.float64)
    turned = quiet.copy()
    turned[-7:] += rng.poisson(1.0, (7, 40))
    one = forecast_shop(shop_of(turned[:, :1]), horizon=14).mean[0].sum()
    with_others = forecast_shop(shop_of(turned), horizon=14).mean[0].sum()
    assert with_others > 1.05 * one
