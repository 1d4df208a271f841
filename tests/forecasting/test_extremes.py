"""Tests of extreme days."""

import numpy as np

from forecasting.extremes import (
    ExtremeDay,
    clip_extremes,
    extreme_limit,
    list_extremes,
    rolling_limits,
)
from tests.forecasting.simulated import shop_of


def clipped(units: np.ndarray, origins: list[int]) -> np.ndarray:
    at = np.array(origins)
    return clip_extremes(units, rolling_limits(units, origins=at), origins=at)


def test_one_huge_order_is_cut_and_reported() -> None:
    units = np.random.default_rng(0).poisson(7.0, (200, 1)).astype(float)
    units[150] = 80_995.0
    assert (units > extreme_limit(units)).ravel().nonzero()[0].tolist() == [150]
    assert clipped(units, [199]).max() < 100.0


def test_usual_sales_are_left_alone() -> None:
    units = np.random.default_rng(0).lognormal(2.0, 1.0, (500, 20))
    np.testing.assert_array_equal(clipped(units, [499]), units)


def test_the_limit_scales_with_the_units() -> None:
    units = np.random.default_rng(0).gamma(1.0, 3.0, (80, 5))
    np.testing.assert_allclose(extreme_limit(units * 1000), extreme_limit(units) * 1000)


def test_a_limit_never_depends_on_days_after_the_origin() -> None:
    units = np.random.default_rng(0).gamma(0.3, 3.0, (100, 5))
    changed = units.copy()
    changed[80:] *= 50
    np.testing.assert_array_equal(clipped(units, [60, 79])[:80], clipped(changed, [60, 79])[:80])


def test_days_after_the_last_origin_are_held_to_its_limit() -> None:
    units = np.ones((10, 1))
    units[[3, 9]] = 50.0
    limits = np.array([[5.0], [8.0]])
    assert clip_extremes(units, limits, origins=np.array([4, 6]))[[3, 9]].ravel().tolist() == [5.0, 8.0]


def test_limits_of_days_that_are_gone_hold_for_none() -> None:
    units = np.full((4, 1), 50.0)
    limits = np.array([[5.0], [6.0], [8.0]])
    assert clip_extremes(units, limits, origins=np.array([-5, 1, 3])).ravel().tolist() == [6.0, 6.0, 8.0, 8.0]


def test_a_product_without_sales_has_no_limit() -> None:
    assert np.isinf(extreme_limit(np.zeros((5, 1)))).all()


def test_extreme_days_are_listed_with_what_they_count_for() -> None:
    units = np.random.default_rng(0).poisson(7.0, (60, 2)).astype(float)
    units[50, 1], units[20, 1] = 80_995.0, 900.0
    history = shop_of(units)
    listed = list_extremes(history, limit=extreme_limit(units), counted=np.minimum(units, [1000.0, 40.0]))
    days = [history.days[row].date() for row in (20, 50)]
    assert listed == (ExtremeDay("p0001", days[0], 900.0, 40.0), ExtremeDay("p0001", days[1], 80_995.0, 40.0))


def test_what_models_are_shown_in_full_is_not_listed() -> None:
    units = np.ones((60, 1))
    units[10] = 9.0
    assert list_extremes(shop_of(units), limit=extreme_limit(units), counted=units) == ()
