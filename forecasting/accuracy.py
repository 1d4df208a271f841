"""Accuracy of forecasts, in the scores of the field; NaN where a score is undefined.

Arrays hold one product per row. `actual` and `forecast` are units of the days (or totals) judged; `history` is what
was sold before, NaN before a product's launch.
"""

import numpy as np

from forecasting.arrays import BoolArray, FloatArray

SEASON = 7


def rmsse(actual: FloatArray, forecast: FloatArray, *, history: FloatArray) -> FloatArray:
    """Root mean squared scaled error (n_products,): over the root mean squared day-to-day change of the history.

    actual, forecast: (n_products, n_days). history: (n_products, n_past_days).
    Makridakis, Spiliotis and Assimakopoulos, IJF 38 (2022), without weights.

    >>> rmsse(np.array([[3.0]]), np.array([[1.0]]), history=np.array([[0.0, 2.0, 0.0]]))
    array([1.])
    """
    step = np.sqrt(_mean((history[:, 1:] - history[:, :-1]) ** 2))
    return _ratio(np.sqrt(_mean((actual - forecast) ** 2)), step)


def mase(actual: FloatArray, forecast: FloatArray, *, history: FloatArray) -> FloatArray:
    """Mean absolute scaled error (n_products,): over the mean absolute same-weekday-last-week change of the history.

    Hyndman and Koehler, IJF 22 (2006). Shapes as in `rmsse`.
    """
    week = _mean(np.abs(history[:, SEASON:] - history[:, :-SEASON]))
    return _ratio(_mean(np.abs(actual - forecast)), week)


def wape(actual: FloatArray, forecast: FloatArray) -> float:
    """Sum of absolute errors over the sum of units, over all that is given.

    Given totals of 14 days, it is the WAPE of totals.

    >>> wape(np.array([4.0, 6.0]), np.array([5.0, 4.0]))
    0.3
    """
    known = _both(actual, forecast)
    return _share(np.abs(actual - forecast)[known].sum(), actual[known].sum())


def bias(actual: FloatArray, forecast: FloatArray) -> float:
    """Sum of forecasts over the sum of units, minus 1: above 0 where too much was expected.

    >>> round(bias(np.array([4.0, 6.0]), np.array([5.0, 4.0])), 3)
    -0.1
    """
    known = _both(actual, forecast)
    return _share((forecast - actual)[known].sum(), actual[known].sum())


def coverage(actual: FloatArray, quantile: FloatArray) -> float:
    """Share of cases that stayed at or below their quantile; should equal its level."""
    known = _both(actual, quantile)
    return _share(float((actual <= quantile + 1e-9)[known].sum()), float(known.sum()))


def pinball(actual: FloatArray, quantile: FloatArray, *, level: float) -> float:
    """Mean pinball loss of a quantile over the mean of the actual values (Koenker and Bassett 1978).

    >>> pinball(np.array([10.0, 10.0]), np.array([8.0, 12.0]), level=0.9)
    0.1
    """
    known = _both(actual, quantile)
    gap = (actual - quantile)[known]
    return _share(np.maximum(level * gap, (level - 1.0) * gap).sum(), actual[known].sum())


def _both(left: FloatArray, right: FloatArray) -> BoolArray:
    return np.asarray(np.isfinite(left) & np.isfinite(right))


def _mean(values: FloatArray) -> FloatArray:
    """Mean of what is known in each row; NaN for a row of nothing."""
    known = np.isfinite(values)
    return _ratio(np.where(known, values, 0.0).sum(axis=1), known.sum(axis=1).astype(np.float64))


def _ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)


def _share(above: float, below: float) -> float:
    return float(above / below) if below > 0 else float("nan")
