"""The race at past origins: the weights that could be known there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.arrays import Float32Array, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.race import JUDGED_SPANS, PastLosses, RaceResult, race_at_sizes, relative_sizes

LEARNING_WEEKS = 13  # origins at the start of the past take the weights that this many origins tell


@dataclass(frozen=True)
class HonestRace:
    """The races at the past origins, in their order.

    Weights that know the very errors they are to be judged by make these look smaller than they will be.
    """

    races: tuple[RaceResult, ...]

    def totals(self, forecast: Float32Array) -> FloatArray:
        """Totals (n_products, n_origins, n_spans) said at the origins, from those of the models as in RolledPast."""
        return np.stack([race.mix(forecast[:, :, at]) for at, race in enumerate(self.races)], axis=1).astype(np.float64)


def honest_race(
    forecast: Float32Array, actual: FloatArray, *, spans: IntArray, rate: FloatArray, names: Sequence[str]
) -> HonestRace:
    """Run the race at every past origin on the totals that were over by then.

    forecast, actual: as in RolledPast, of weekly origins. rate, names: as for the race.
    """
    judged = np.flatnonzero(np.isin(spans, JUDGED_SPANS))
    lags = -(-spans[judged] // DAYS_PER_WEEK)
    known, errors = _running_errors(forecast[..., judged], actual[..., judged])
    races, size = [], relative_sizes(rate)
    for origin in range(actual.shape[1]):
        until = np.maximum(max(origin, min(LEARNING_WEEKS, actual.shape[1] - 1)) - lags, 0)
        count = np.stack([known[:, over, span] for span, over in enumerate(until)], axis=-1)
        total = np.stack([errors[:, :, over, span] for span, over in enumerate(until)], axis=-1)
        loss = np.where(count > 0, total / np.maximum(count, 1.0), np.nan)
        races.append(race_at_sizes(PastLosses(loss, count.max(axis=1)), size=size, names=names))
    return HonestRace(tuple(races))


def _running_errors(forecast: Float32Array, actual: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Up to each origin, how many errors are known (n_products, n_origins, n_spans), and their sums of every model."""
    known = np.isfinite(actual) & np.isfinite(forecast[0])
    errors = np.empty(forecast.shape)
    for model, sums in zip(forecast, errors, strict=True):  # one by one: of 20,000 products they are half a gigabyte
        np.cumsum(np.where(known, np.abs(model - actual), 0.0), axis=1, out=sums)
    return np.cumsum(known, axis=1).astype(np.float64), errors
