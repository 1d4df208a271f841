"""Tests of lag polynomials against numpy's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from forecasting.order import Order
from forecasting.polynomials import bounded, expand

GENERAL = Order(2, 1, 2, 1, 1, 1)


def test_the_product_equals_numpys_product_of_polynomials() -> None:
    phi1, phi2, theta1, theta2, seasonal_phi, seasonal_theta = 0.5, -0.2, 0.3, 0.1, 0.4, -0.6
    lags = expand(GENERAL, np.array([[phi1], [phi2], [theta1], [theta2], [seasonal_phi], [seasonal_theta]]))
    seasonal = np.zeros(8)
    seasonal[[0, 7]] = 1.0, -seasonal_phi
    difference = np.zeros(8)
    difference[[0, 7]] = 1.0, -1.0
    ar = np.convolve(np.convolve(np.convolve([1.0, -phi1, -phi2], seasonal), difference), [1.0, -1.0])
    ours = np.zeros(18)
    ours[[0, *lags.ar_lags]] = [1.0, *(-lags.ar[:, 0])]
    np.testing.assert_allclose(ours, ar, atol=1e-15)


@given(st.lists(st.floats(-50, 50), min_size=6, max_size=6))
def test_bounded_coefficients_are_stationary_and_invertible(free: list[float]) -> None:
    coefficients = bounded(GENERAL, np.array(free)[:, None])[:, 0]
    ar, ma = np.array([1.0, *-coefficients[:2]]), np.array([1.0, *coefficients[2:4]])
    assert np.abs(np.roots(ar)).max() < 1.0
    assert np.abs(np.roots(ma)).max() < 1.0
    assert np.abs(coefficients[4:]).max() < 1.0


def test_only_lags_that_occur_are_kept() -> None:
    lags = expand(Order(1, 0, 1, 0, 1, 1), np.array([[0.5], [-0.3], [-0.8]]))
    assert lags.ar_lags == (1, 7, 8)
    assert lags.ma_lags == (1, 7, 8)
