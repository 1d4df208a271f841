"""Tests of the batch estimation."""

import numpy as np
import pytest

from forecasting.fit import fit
from forecasting.order import Order
from tests.forecasting.simulated import simulate

CASES = [(Order(1, 0, 1, 0, 1, 1), [0.7, -0.3, -0.6]), (Order(0, 1, 1, 0, 1, 1), [-0.4, -0.5])]


@pytest.mark.parametrize(("order", "coefficients"), CASES)
def test_parameters_of_a_simulated_process_are_recovered(order: Order, coefficients: list[float]) -> None:
    estimates = fit(simulate(order, coefficients, n_days=3000, n_products=8), order, prior_deviation=5.0)
    np.testing.assert_allclose(estimates.mean(axis=1), coefficients, atol=0.04)
    np.testing.assert_allclose(estimates, np.array(coefficients)[:, None].repeat(8, axis=1), atol=0.15)


def test_the_fewer_the_days_the_nearer_the_prior() -> None:
    order, coefficients = CASES[1]
    series = simulate(order, coefficients, n_days=3000, n_products=8)
    prior = fit(np.zeros((100, 1)), order)
    gaps = [np.abs(fit(series[:n_days], order) - prior).mean() for n_days in (30, 300, 3000)]
    assert gaps == sorted(gaps)


def test_a_batch_gives_what_each_series_gives_alone() -> None:
    order = CASES[0][0]
    series = simulate(order, CASES[0][1], n_days=300, n_products=5)
    series[40:50, 2] = np.nan
    together = fit(series, order)
    for product in range(5):
        np.testing.assert_allclose(fit(series[:, [product]], order)[:, 0], together[:, product], rtol=1e-9)


def test_estimates_do_not_depend_on_the_unit() -> None:
    order = CASES[0][0]
    series = simulate(order, CASES[0][1], n_days=300, n_products=3)
    np.testing.assert_allclose(fit(series * 1000, order), fit(series, order), rtol=1e-6)


def test_a_product_without_data_gets_the_prior() -> None:
    order = CASES[0][0]
    nothing = fit(np.full((100, 1), np.nan), order)
    zeros = fit(np.zeros((100, 1)), order)
    np.testing.assert_allclose(nothing, zeros)
    assert 0.9 < nothing[0, 0] < 1.0


def test_an_order_without_parameters_needs_no_estimation() -> None:
    assert fit(np.ones((50, 2)), Order(0, 1, 0, 0, 1, 0)).shape == (0, 2)
