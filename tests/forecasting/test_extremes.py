"""Tests of extreme days."""

import numpy as np

from forecasting.extremes import clip_extremes, extreme_days, extreme_limit


def test_one_huge_order_is_cut_and_reported() -> None:
    units = np.random.default_rng(0).poisson(7.0, (200, 1)).astype(float)
    units[150] = 80_995.0
    assert extreme_days(units).ravel().nonzero()[0].tolist() == [150]
    assert clip_extremes(units, origins=np.array([199])).max() < 100.0


def test_usual_sales_are_left_alone() -> None:
    units = np.random.default_rng(0).lognormal(2.0, 1.0, (500, 20))
    np.testing.assert_array_equal(clip_extremes(units, origins=np.array([499])), units)


def test_the_limit_scales_with_the_units() -> None:
    units = np.random.default_rng(0).gamma(1.0, 3.0, (80, 5))
    np.testing.assert_allclose(extreme_limit(units * 1000), extreme_limit(units) * 1000)


def test_a_limit_never_depends_on_days_after_the_origin() -> None:
    units = np.random.default_rng(0).gamma(0.3, 3.0, (100, 5))
    changed = units.copy()
    changed[80:] *= 50
    origins = np.array([60, 79])
    np.testing.assert_array_equal(clip_extremes(units, origins=origins), clip_extremes(changed, origins=origins))


def test_a_product_without_sales_has_no_limit() -> None:
    assert np.isinf(extreme_limit(np.zeros((5, 1)))).all()
