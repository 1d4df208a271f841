"""The order of each product's ARIMA, by the method of Hannan and Rissanen, for many products at once.

A long autoregression gives the innovations; then every order is a linear regression on lags of the series and of the
innovations. All of them are parts of one table of products per series, so that an order costs one small solution.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.order import Order

DEFAULT_ORDER = Order(1, 0, 1, 0, 1, 1)
DIFFERENCES = ((0, 1), (1, 0), (1, 1))  # without any, a model without a constant forecasts its way to nothing
ORDERS = tuple(Order(p, d, q, P, D, Q) for d, D in DIFFERENCES for p, q, P, Q in product(range(2), repeat=4))
LAGS = (1, DAYS_PER_WEEK, DAYS_PER_WEEK + 1)
LONG_LAGS = 2 * DAYS_PER_WEEK + 1  # of the autoregression that gives the innovations
START_DAYS = LONG_LAGS + DAYS_PER_WEEK + 1 + max(LAGS)  # left out, so that all orders are judged on the same days
FEWEST_DAYS = 100
STRONG = 30.0  # by which BIC must prefer another order: at 10, very strong evidence, forecasts were 1 % worse alone
RIDGE = 1e-6


def search_orders(units: FloatArray) -> IntArray:
    """The place in ORDERS (n_products,) of each product's order, from histories (n_days, n_products), NaN unobserved.

    The order of least BIC on the days that all orders can forecast; DEFAULT_ORDER unless another is better by STRONG,
    so that orders do not change with every day (Hannan and Rissanen, Biometrika 69, 1982).
    """
    usual = ORDERS.index(DEFAULT_ORDER)
    if len(units) < START_DAYS + FEWEST_DAYS:
        return np.full(units.shape[1], usual, dtype=np.int64)
    observed = ~np.isnan(units)
    first = np.where(observed.any(axis=0), observed.argmax(axis=0), len(units))
    row = np.arange(len(units))[:, None]
    judged = observed & (row >= first + START_DAYS)
    scale = np.nan_to_num(units).max(axis=0, initial=0.0)
    filled = _filled(units) / np.where(scale > 0, scale, 1.0)
    criterion = np.concatenate([_criteria(filled, judged, first, d=d, D=D) for d, D in DIFFERENCES])
    best = criterion.argmin(axis=0)
    better = criterion.min(axis=0) < criterion[usual] - STRONG
    return np.where(better & (judged.sum(axis=0) >= FEWEST_DAYS), best, usual).astype(np.int64)


def _criteria(filled: FloatArray, judged: BoolArray, first: IntArray, *, d: int, D: int) -> FloatArray:
    """BIC (n_orders, n_products) of the orders with these differences, in the order of ORDERS."""
    series = _differenced(filled, first, d=d, D=D)
    innovations = _innovations(series, judged, first + d + DAYS_PER_WEEK * D)
    columns = [series, *(_lagged(series, lag) for lag in LAGS), *(_lagged(innovations, lag) for lag in LAGS)]
    table = _table(np.where(judged, np.stack(columns), 0.0))
    days = np.maximum(judged.sum(axis=0), 1).astype(np.float64)
    chosen = [order for order in ORDERS if (order.d, order.D) == (d, D)]
    left = np.stack([_left_over(table, _columns(order)) for order in chosen])
    penalty = np.array([order.n_parameters for order in chosen])[:, None] * np.log(days)
    return np.asarray(days * np.log(np.maximum(left / days, RIDGE)) + penalty)


def _columns(order: Order) -> list[int]:
    """Which columns an order regresses on: its lags, and those of the seasonal times the other part."""
    ar = [1][: order.p] + [2, 3][: 1 + order.p] * order.P
    ma = [1][: order.q] + [2, 3][: 1 + order.q] * order.Q
    return ar + [len(LAGS) + place for place in ma]


def _left_over(table: FloatArray, columns: list[int]) -> FloatArray:
    """Sum of squared errors (n_products,) of column 0 regressed on others, from their products (n_products, n, n)."""
    if not columns:
        return table[:, 0, 0]
    inner = table[:, columns][:, :, columns] + RIDGE * np.eye(len(columns))
    outer = table[:, columns, 0]
    return np.asarray(table[:, 0, 0] - (outer * np.linalg.solve(inner, outer[..., None])[..., 0]).sum(axis=1))


def _innovations(series: FloatArray, judged: BoolArray, first: IntArray) -> FloatArray:
    """What a long autoregression leaves over of each day (n_days, n_products); 0 where it cannot be told."""
    lags = np.stack([_lagged(series, lag) for lag in range(LONG_LAGS + 1)])
    table = _table(np.where(judged, lags, 0.0))
    inner = table[:, 1:, 1:] + RIDGE * np.maximum(table[:, :1, :1], 1.0) * np.eye(LONG_LAGS)
    weights = np.linalg.solve(inner, table[:, 1:, :1])[..., 0]
    errors = series - (lags[1:] * weights.T[:, None]).sum(axis=0)
    ripe = np.arange(len(series))[:, None] >= first + LONG_LAGS
    return np.where(ripe, errors, 0.0)


def _table(columns: FloatArray) -> FloatArray:
    """Products of columns (n, n_days, n_products) with each other, summed over the days (n_products, n, n)."""
    by_product = np.ascontiguousarray(columns.transpose(2, 0, 1))
    return np.asarray(by_product @ by_product.transpose(0, 2, 1))


def _differenced(filled: FloatArray, first: IntArray, *, d: int, D: int) -> FloatArray:
    """The series with its differences taken; 0 before the first that is known."""
    series = filled
    for lag in (*(1,) * d, *(DAYS_PER_WEEK,) * D):
        series = series - _lagged(series, lag)
    known = np.arange(len(filled))[:, None] >= first + d + DAYS_PER_WEEK * D
    return np.where(known, series, 0.0)


def _lagged(series: FloatArray, lag: int) -> FloatArray:
    """The series of so many days before; 0 before its start."""
    if lag == 0:
        return series
    return np.concatenate((np.zeros((lag, series.shape[1])), series[:-lag]))


def _filled(units: FloatArray) -> FloatArray:
    """Unobserved days filled by the same weekday of the week before, 0 where there is none."""
    filled = units.copy()
    for row in range(len(filled)):
        before = filled[row - DAYS_PER_WEEK] if row >= DAYS_PER_WEEK else 0.0
        np.copyto(filled[row], before, where=np.isnan(filled[row]))
    return filled
