"""Tests of the filter against statsmodels' Kalman filter."""

import numpy as np
import pytest
from statsmodels.tsa.statespace.sarimax import SARIMAX

from forecasting.filter import forecast_from, prepare, run_filter
from forecasting.order import Order
from forecasting.polynomials import expand
from tests.forecasting.simulated import simulate

CASES = [
    (Order(1, 0, 1, 0, 1, 1), [0.8, -0.4, -0.6]),
    (Order(0, 1, 1, 0, 1, 1), [-0.5, -0.6]),
    (Order(2, 0, 1, 1, 0, 1), [0.5, 0.2, 0.3, 0.6, -0.3]),
    (Order(1, 1, 2, 1, 1, 1), [0.4, -0.5, 0.2, 0.2, -0.6]),
]


def _statsmodels(series: np.ndarray, order: Order, coefficients: list[float]):
    model = SARIMAX(series, order=(order.p, order.d, order.q), seasonal_order=(order.P, order.D, order.Q, order.season))
    return model.filter(np.array([*coefficients, 1.0]))


def _ours(series: np.ndarray, order: Order, coefficients: list[float], horizon: int):
    lags = expand(order, np.array(coefficients)[:, None])
    filtered = run_filter(prepare(series[:, None], order), lags, reach=order.reach)
    origins = np.array([len(series) - 1])
    ahead = forecast_from(filtered, lags, origins=origins, horizon=horizon, reach=order.reach)
    return filtered.errors[order.reach :, 0], ahead[0, 0]


@pytest.mark.parametrize(("order", "coefficients"), CASES, ids=[str(order) for order, _ in CASES])
def test_errors_and_forecasts_equal_statsmodels_once_the_start_has_died_out(
    order: Order, coefficients: list[float]
) -> None:
    series = simulate(order, coefficients, n_days=600)[:, 0]
    errors, ahead = _ours(series, order, coefficients, 28)
    reference = _statsmodels(series, order, coefficients)
    np.testing.assert_allclose(errors[400:], reference.forecasts_error[0][400:], atol=1e-6)
    np.testing.assert_allclose(ahead, reference.forecast(28), atol=1e-6, rtol=1e-6)


def test_the_first_forecast_over_a_gap_equals_statsmodels_and_later_ones_come_back_to_it() -> None:
    order, coefficients = CASES[0]
    series = simulate(order, coefficients, n_days=800)[:, 0]
    series[500:503] = np.nan
    errors, ahead = _ours(series, order, coefficients, 28)
    reference = _statsmodels(series, order, coefficients)
    np.testing.assert_allclose(errors[503], reference.forecasts_error[0][503], atol=1e-6)
    assert (errors[500:503] == 0).all()
    np.testing.assert_allclose(ahead, reference.forecast(28), atol=1e-4)


def test_forecasts_from_many_origins_equal_those_of_truncated_series() -> None:
    order, coefficients = CASES[0]
    series = simulate(order, coefficients, n_days=120, n_products=3)
    lags = expand(order, np.repeat(np.array(coefficients)[:, None], 3, axis=1))
    origins = np.array([60, 90, 119])
    filtered = run_filter(prepare(series, order), lags, reach=order.reach)
    together = forecast_from(filtered, lags, origins=origins, horizon=10, reach=order.reach)
    for number, origin in enumerate(origins):
        short = run_filter(prepare(series[: origin + 1], order), lags, reach=order.reach)
        alone = forecast_from(short, lags, origins=np.array([origin]), horizon=10, reach=order.reach)
        np.testing.assert_array_equal(together[number], alone[0])


def test_a_product_launched_later_is_filtered_as_if_it_began_there() -> None:
    order, coefficients = CASES[0]
    series = simulate(order, coefficients, n_days=200)
    late = np.concatenate((np.full((50, 1), np.nan), series))
    lags = expand(order, np.array(coefficients)[:, None])
    early_errors = run_filter(prepare(series, order), lags, reach=order.reach).errors
    late_errors = run_filter(prepare(late, order), lags, reach=order.reach).errors
    np.testing.assert_array_equal(late_errors[50 + order.reach :], early_errors[order.reach :])
