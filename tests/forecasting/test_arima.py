"""Tests of ARIMA as a runner."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from forecasting.arima import Arima, lift_to_zero
from tests.forecasting.simulated import poisson_shop, roll, shop_of


def test_a_weekly_pattern_without_noise_is_continued() -> None:
    pattern = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 9.0, 7.0])
    history = shop_of(np.tile(pattern, 20)[:, None])
    ahead = roll(Arima(), history, origins=np.array([139]), horizon=10)
    np.testing.assert_allclose(ahead[0, 0, 0], np.resize(pattern, 10), atol=1e-6)


def test_days_after_an_origin_never_matter() -> None:
    units = poisson_shop(n_days=200, n_products=5)
    changed = units.copy()
    changed[181:] *= 9
    origins = np.array([120, 150, 180])
    before = roll(Arima(), shop_of(units), origins=origins, horizon=14)
    after = roll(Arima(), shop_of(changed), origins=origins, horizon=14)
    np.testing.assert_array_equal(before, after)


def test_a_product_with_less_than_eight_weeks_is_left_out() -> None:
    units = poisson_shop(n_days=100, n_products=3) + 1.0
    units[:60, 2] = 0.0
    ahead = roll(Arima(), shop_of(units), origins=np.array([99]), horizon=7)
    assert np.isnan(ahead[0, 0, 2]).all()
    assert np.isfinite(ahead[0, 0, :2]).all()


@given(hnp.arrays(np.float64, (3, 14), elements=st.floats(-1e6, 1e6)))
def test_lifting_to_zero_keeps_weekly_totals_that_are_positive(means: np.ndarray) -> None:
    lifted = lift_to_zero(means)
    assert (lifted >= 0).all()
    before, after = means.reshape(3, 2, 7).sum(axis=2), lifted.reshape(3, 2, 7).sum(axis=2)
    np.testing.assert_allclose(after, np.maximum(before, 0.0), rtol=1e-9, atol=1e-6)
