"""Tests of the same-weekday average."""

import numpy as np

from forecasting.average import SameWeekdayAverage, weekday_means
from tests.forecasting.simulated import roll, shop_of


def test_each_day_ahead_is_the_mean_of_its_weekday_over_eight_weeks() -> None:
    units = np.arange(84.0)[:, None] + 1.0
    ahead = roll(SameWeekdayAverage(), shop_of(units), origins=np.array([83]), horizon=9)[0, 0, 0]
    same_weekday = units[-56:].reshape(8, 7).mean(axis=0)
    np.testing.assert_allclose(ahead, [*same_weekday, *same_weekday[:2]])


def test_missing_days_are_left_out_of_the_mean() -> None:
    units = np.ones((14, 2))
    units[0, 0], units[7, 0] = np.nan, 5.0
    units[:, 1] = np.nan
    means = weekday_means(units)
    assert means[0, 0] == 5.0
    assert (means[:, 1] == 0.0).all()


def test_a_weekday_never_observed_gets_the_mean_of_the_others() -> None:
    units = np.full((14, 1), 3.0)
    units[::7] = np.nan
    assert weekday_means(units)[0, 0] == 3.0


def test_an_origin_before_eight_weeks_has_no_forecast() -> None:
    ahead = roll(SameWeekdayAverage(), shop_of(np.ones((80, 1))), origins=np.array([40, 79]), horizon=3)
    assert np.isnan(ahead[0, 0]).all()
    assert np.isfinite(ahead[0, 1]).all()
