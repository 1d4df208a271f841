"""Tests of the scores, on numbers that can be checked by hand."""

import numpy as np
import pytest

from forecasting.accuracy import bias, coverage, mase, pinball, rmsse, wape

HISTORY = np.array([[0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 2.0, 1.0]])
ACTUAL = np.array([[2.0, 4.0]])
FORECAST = np.array([[1.0, 2.0]])


def test_rmsse_divides_by_the_day_to_day_change() -> None:
    # squared steps 1 1 1 1 1 1 4 1, mean 11/8; squared errors 1 and 4, mean 2.5
    assert rmsse(ACTUAL, FORECAST, history=HISTORY)[0] == pytest.approx(np.sqrt(2.5 / (11 / 8)))


def test_mase_divides_by_the_change_to_the_same_weekday_last_week() -> None:
    # changes over seven days: 2 - 0 and 1 - 1 -> 2 and 0, mean 1; absolute errors 1 and 2
    assert mase(ACTUAL, FORECAST, history=HISTORY)[0] == pytest.approx(1.5)


def test_days_before_the_launch_do_not_count() -> None:
    late = np.concatenate((np.full((1, 5), np.nan), HISTORY), axis=1)
    assert rmsse(ACTUAL, FORECAST, history=late) == rmsse(ACTUAL, FORECAST, history=HISTORY)
    assert mase(ACTUAL, FORECAST, history=late) == mase(ACTUAL, FORECAST, history=HISTORY)


def test_wape_and_bias_are_shares_of_the_units() -> None:
    assert wape(ACTUAL, FORECAST) == pytest.approx(3 / 6)
    assert bias(ACTUAL, FORECAST) == pytest.approx(-3 / 6)


def test_coverage_counts_a_total_equal_to_its_quantile_as_kept() -> None:
    assert coverage(np.array([1.0, 2.0, 3.0, np.nan]), np.array([1.0, 1.0, 5.0, 1.0])) == pytest.approx(2 / 3)


def test_pinball_weighs_a_miss_by_its_level() -> None:
    # misses: 2 above at 0.95 -> 1.9, 3 below -> 0.15; mean 1.025 over the mean of 10 and 5
    loss = pinball(np.array([10.0, 5.0]), np.array([8.0, 8.0]), level=0.95)
    assert loss == pytest.approx(1.025 / 7.5)


def test_scores_without_any_units_are_undefined() -> None:
    nothing = np.zeros(3)
    assert np.isnan([wape(nothing, nothing), bias(nothing, nothing), pinball(nothing, nothing, level=0.9)]).all()
    assert np.isnan(rmsse(ACTUAL, FORECAST, history=np.zeros((1, 9)))).all()
