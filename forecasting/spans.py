"""Spans: the numbers of days ahead at which errors of totals are measured."""

import numpy as np

from forecasting.arrays import FloatArray, IntArray

MEASURED = (1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 60, 90)


def spans_within(horizon: int) -> IntArray:
    """The measured spans (n_spans,) that fit into a horizon of at least one day.

    >>> spans_within(10).tolist()
    [1, 2, 3, 5, 7, 10]
    """
    return np.array([span for span in MEASURED if span <= horizon], dtype=np.int64)


def totals_over(daily: FloatArray, spans: IntArray) -> FloatArray:
    """Totals (..., n_spans) of the first days of daily figures (..., n_days)."""
    return np.asarray(np.cumsum(daily, axis=-1)[..., spans - 1])


def interpolate_spans(values: FloatArray, spans: IntArray, horizon: int) -> FloatArray:
    """Values known at spans (n_products, n_spans, n_levels), for every day count 1..horizon instead.

    Linear in the logarithm of the days; beyond the last span its value goes on.
    """
    at = np.interp(np.log(np.arange(1, horizon + 1)), np.log(spans), np.arange(len(spans)))
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, len(spans) - 1)
    share = (at - below)[None, :, None]
    return np.asarray(values[:, below] * (1.0 - share) + values[:, above] * share)
