"""Past forecasts of the methods in use, beside what was sold: what pages draw and scores are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from forecasting.arrays import Float32Array, IntArray


@dataclass(frozen=True)
class PastForecasts:
    """Forecasts at past origins; NaN where a product had too little history or the span is not over yet.

    Every forecast uses only sales up to its origin, with parameters estimated before the first origin, and mixes the
    models by what had become known of them since (`honest_race.py`). Whether the same-weekday average or boosted trees
    speak for a product was decided with all of these origins known.

    origins: last day seen by each forecast (n_origins,), weekly, ascending.
    spans: days ahead (n_spans,).
    forecast, actual, weekday_average: totals of the next `span` days (n_products, n_origins, n_spans): of the
        chosen method, sold, and of the same-weekday average.
    shown_origin, shown: the day, four weeks before the end, and the daily means (n_products, 28) said then.
    """

    origins: pd.DatetimeIndex
    spans: IntArray
    forecast: Float32Array
    actual: Float32Array
    weekday_average: Float32Array
    shown_origin: pd.Timestamp | None
    shown: Float32Array

    def part(self, products: IntArray) -> PastForecasts:
        """The past of some of the products."""
        return replace(
            self,
            forecast=self.forecast[products],
            actual=self.actual[products],
            weekday_average=self.weekday_average[products],
            shown=self.shown[products],
        )


def widened(past: PastForecasts, rows: IntArray, n_products: int) -> PastForecasts:
    """The past of products `rows` of a shop as the past of all its products, NaN for the others."""

    def wide(values: Float32Array) -> Float32Array:
        out = np.full((n_products, *values.shape[1:]), np.nan, dtype=np.float32)
        out[rows] = values
        return out

    return replace(
        past,
        forecast=wide(past.forecast),
        actual=wide(past.actual),
        weekday_average=wide(past.weekday_average),
        shown=wide(past.shown),
    )


def no_past(n_products: int) -> PastForecasts:
    """The past of a shop too young to have one."""
    nothing = np.zeros((n_products, 0, 0), dtype=np.float32)
    return PastForecasts(
        origins=pd.DatetimeIndex([]),
        spans=np.zeros(0, dtype=np.int64),
        forecast=nothing,
        actual=nothing,
        weekday_average=nothing,
        shown_origin=None,
        shown=nothing[..., 0:0].reshape(n_products, 0),
    )
