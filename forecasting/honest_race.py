"""The race at past origins: forecasts mixed with the weights that could be known there."""

from collections.abc import Sequence

import numpy as np

from forecasting.arrays import Float32Array, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.race import JUDGED_SPANS, PastLosses, run_race

LEARNING_WEEKS = 13  # origins at the start of the past take the weights that this many origins tell


def honest_mix(
    forecast: Float32Array, actual: FloatArray, *, spans: IntArray, rate: FloatArray, names: Sequence[str]
) -> FloatArray:
    """Totals (n_products, n_origins, n_spans) that the race would have forecast at its past origins.

    forecast, actual: as in RolledPast, of weekly origins. rate, names: as for the race.
    Weights that know the very errors they are to be judged by make these look smaller than they will be. So each
    origin gets those of the totals that were over by then.
    """
    judged = np.flatnonzero(np.isin(spans, JUDGED_SPANS))
    lags = -(-spans[judged] // DAYS_PER_WEEK)
    known, errors = _running_errors(forecast[..., judged], actual[..., judged])
    mixed = np.empty(actual.shape)
    for origin in range(actual.shape[1]):
        until = np.maximum(max(origin, min(LEARNING_WEEKS, actual.shape[1] - 1)) - lags, 0)
        count = np.stack([known[:, over, span] for span, over in enumerate(until)], axis=-1)
        total = np.stack([errors[:, :, over, span] for span, over in enumerate(until)], axis=-1)
        loss = np.where(count > 0, total / np.maximum(count, 1.0), np.nan)
        race = run_race(PastLosses(loss, count.max(axis=1)), rate=rate, names=names)
        mixed[:, origin] = race.mix(forecast[:, :, origin])
    return mixed


def _running_errors(forecast: Float32Array, actual: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Up to each origin, how many errors are known (n_products, n_origins, n_spans), and their sums of every model."""
    known = np.isfinite(actual) & np.isfinite(forecast[0])
    errors = np.stack([np.cumsum(np.where(known, np.abs(model - actual), 0.0), axis=1) for model in forecast])
    return np.cumsum(known, axis=1).astype(np.float64), errors
