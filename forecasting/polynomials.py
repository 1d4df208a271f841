"""Lag polynomials of a seasonal ARIMA, multiplied out for many products at once."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.order import Order

MOST_CORRELATION = 0.995  # partial autocorrelations stay inside, so roots stay clear of the unit circle


@dataclass(frozen=True)
class LagPolynomials:
    """y_t = sum ar_k y_(t-lag_k) + e_t + sum ma_k e_(t-lag_k), non-zero lags; coefficients (n_lags, n_products)."""

    ar_lags: tuple[int, ...]
    ar: FloatArray
    ma_lags: tuple[int, ...]
    ma: FloatArray


def expand(order: Order, coefficients: FloatArray) -> LagPolynomials:
    """Multiply out (1 - phi B)(1 - Phi B^s)(1 - B)^d (1 - B^s)^D y = (1 + theta B)(1 + Theta B^s) e.

    coefficients: (n_parameters, n_products) in the order of statsmodels: phi, theta, Phi, Theta.

    >>> expand(Order(1, 0, 0, 0, 1, 0), np.array([[0.5]])).ar.ravel()
    array([ 0.5,  1. , -0.5])
    """
    phi, theta, seasonal_phi, seasonal_theta = split(order, coefficients)
    one = np.ones((1, coefficients.shape[1]))
    ar = _product(_spread(-phi, 1), _spread(-seasonal_phi, order.season))
    for _ in range(order.d):
        ar = _product(ar, np.concatenate((one, -one)))
    for _ in range(order.D):
        ar = _product(ar, _spread(-one, order.season))
    ma = _product(_spread(theta, 1), _spread(seasonal_theta, order.season))
    ar_lags, ma_lags = _used_lags(ar), _used_lags(ma)
    return LagPolynomials(ar_lags, -ar[list(ar_lags)], ma_lags, ma[list(ma_lags)])


def split(order: Order, parameters: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """The four parts phi, theta, Phi, Theta of stacked parameters (n_parameters, n_products)."""
    ends = np.cumsum((order.p, order.q, order.P))
    phi, theta, seasonal_phi, seasonal_theta = np.split(parameters, ends)
    return phi, theta, seasonal_phi, seasonal_theta


def bounded(order: Order, free: FloatArray) -> FloatArray:
    """Coefficients of a stationary and invertible model from unbounded numbers (n_parameters, n_products).

    tanh makes them partial autocorrelations, the Durbin-Levinson recursion makes these coefficients
    (Monahan, Biometrika 71, 1984).

    >>> bounded(Order(1, 0, 0, 0, 0, 0), np.array([[100.0]]))
    array([[0.995]])
    """
    phi, theta, seasonal_phi, seasonal_theta = split(order, MOST_CORRELATION * np.tanh(free))
    return np.concatenate(
        (_from_partial(phi), -_from_partial(-theta), _from_partial(seasonal_phi), -_from_partial(-seasonal_theta))
    )


def _from_partial(partial: FloatArray) -> FloatArray:
    """Autoregressive coefficients from partial autocorrelations."""
    coefficients = partial[:0]
    for latest in partial:
        coefficients = np.concatenate((coefficients - latest * coefficients[::-1], latest[None]))
    return coefficients


def _spread(coefficients: FloatArray, step: int) -> FloatArray:
    """1 + c_1 B^step + c_2 B^(2 step) + ... as an array over all powers of B."""
    polynomial = np.zeros((len(coefficients) * step + 1, coefficients.shape[1]))
    polynomial[0] = 1.0
    polynomial[step::step] = coefficients
    return polynomial


def _product(left: FloatArray, right: FloatArray) -> FloatArray:
    """Product of two polynomials per product."""
    product = np.zeros((len(left) + len(right) - 1, left.shape[1]))
    for power, coefficient in enumerate(right):
        product[power : power + len(left)] += coefficient * left
    return product


def _used_lags(polynomial: FloatArray) -> tuple[int, ...]:
    """Powers of B that occur, the zeroth left out."""
    return tuple(int(lag) for lag in np.flatnonzero(polynomial[1:].any(axis=1)) + 1)
