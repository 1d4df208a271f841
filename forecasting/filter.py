"""Running ARIMA models through their histories, and on into the future."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.order import Order
from forecasting.polynomials import LagPolynomials


@dataclass(frozen=True)
class FilteredHistory:
    """What a model made of its history; both (reach + n_days, n_products), the first `reach` rows being zeros.

    units: the series, missing days filled by their one-step forecast.
    errors: one-step errors; 0 where missing and within the start.
    """

    units: FloatArray
    errors: FloatArray


@dataclass(frozen=True)
class PreparedHistory:
    """A history ready to be filtered, with the same shapes as FilteredHistory.

    units: the series behind `reach` rows of zeros, start windows filled, still NaN where a forecast is to go.
    counted: days whose one-step errors count: observed, and behind the product's start window.
    """

    units: FloatArray
    counted: BoolArray


def prepare(units: FloatArray, order: Order) -> PreparedHistory:
    """Histories (n_days, n_products) made ready for any model of this order.

    A product's start window is its first `ar_reach` days from its first observed day on; days missing in it
    get the window's mean, days before it 0, and their errors are taken as 0 (conditional sum of squares,
    Box and Jenkins 1976, ch. 7).
    """
    reach = order.reach
    n_days, n_products = units.shape
    observed = ~np.isnan(units)
    first = np.where(observed.any(axis=0), observed.argmax(axis=0), n_days)
    row = np.arange(n_days)[:, None]
    start = (row >= first) & (row < first + order.ar_reach)
    in_start = np.where(start & observed, units, 0.0).sum(axis=0)
    start_mean = in_start / np.maximum((start & observed).sum(axis=0), 1)
    filled = np.where(row < first, 0.0, np.where(start & ~observed, start_mean, units))
    zeros = np.zeros((reach, n_products))
    counted = observed & (row >= first + order.ar_reach)
    return PreparedHistory(np.concatenate((zeros, filled)), np.concatenate((zeros > 0, counted)))


def run_filter(prepared: PreparedHistory, polynomials: LagPolynomials, *, reach: int) -> FilteredHistory:
    """One-step forecasts and errors of every day, for all products at once.

    On a missing day the forecast takes the place of the observation and the error is 0, so that the
    season goes on undisturbed. (The exact Kalman filter does the same, and in addition learns a little
    faster after a gap.)
    """
    n_rows, n_products = prepared.units.shape
    seen = np.zeros((n_rows, 2, n_products))  # of each day the units and the error, in one table to look back in
    seen[:, 0] = prepared.units
    table = seen.reshape(2 * n_rows, n_products)
    back = np.array([*(2 * lag for lag in polynomials.ar_lags), *(2 * lag - 1 for lag in polynomials.ma_lags)])
    places = list(2 * np.arange(n_rows)[:, None] - back.astype(np.int64))
    rows = list(table)
    weights = np.concatenate((polynomials.ar, polynomials.ma))
    missing = np.isnan(prepared.units)
    gap: list[bool] = np.asarray(missing.any(axis=1)).tolist()
    whole: list[bool] = np.asarray(prepared.counted.all(axis=1)).tolist()
    forecast, terms = np.zeros(n_products), np.empty_like(weights)
    for row in range(reach, n_rows):
        table.take(places[row], axis=0, out=terms, mode="clip")
        np.multiply(terms, weights, out=terms)
        np.add.reduce(terms, axis=0, out=forecast)
        units, error = rows[2 * row], rows[2 * row + 1]
        if gap[row]:
            np.copyto(units, forecast, where=missing[row])
        np.subtract(units, forecast, out=error)
        if not whole[row]:
            np.multiply(error, prepared.counted[row], out=error)
    return FilteredHistory(seen[:, 0], seen[:, 1])


def forecast_from(
    filtered: FilteredHistory, polynomials: LagPolynomials, *, origins: IntArray, horizon: int, reach: int
) -> FloatArray:
    """Means (n_origins, n_products, horizon) of the days after each origin (row numbers of the history)."""
    n_products = filtered.units.shape[1]
    rows = np.asarray(origins)[None, :] + np.arange(1, reach + 1)[:, None]
    width = len(origins) * n_products
    units = np.concatenate((filtered.units[rows].reshape(reach, width), np.empty((horizon, width))))
    errors = np.concatenate((filtered.errors[rows].reshape(reach, width), np.zeros((horizon, width))))
    tiled = LagPolynomials(
        polynomials.ar_lags,
        np.tile(polynomials.ar, (1, len(origins))),
        polynomials.ma_lags,
        np.tile(polynomials.ma, (1, len(origins))),
    )
    term = np.empty(width)
    for row in range(reach, reach + horizon):
        _one_step(units[row], term, units, errors, row, tiled)
    ahead = units[reach:].reshape(horizon, len(origins), n_products)
    return np.ascontiguousarray(np.moveaxis(ahead, 0, -1))


def _one_step(
    forecast: FloatArray, term: FloatArray, units: FloatArray, errors: FloatArray, row: int, model: LagPolynomials
) -> None:
    """Write the one-step forecast of a row into `forecast`; `term` is room to work in."""
    forecast.fill(0.0)
    for lag, coefficient in zip(model.ar_lags, model.ar, strict=True):
        np.multiply(units[row - lag], coefficient, out=term)
        forecast += term
    for lag, coefficient in zip(model.ma_lags, model.ma, strict=True):
        np.multiply(errors[row - lag], coefficient, out=term)
        forecast += term
