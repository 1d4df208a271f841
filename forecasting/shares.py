"""Shares: how much of what was announced came about, told from the past and a prior."""

import numpy as np

from forecasting.arrays import FloatArray

LEAST_VARIANCE = 1e-6


def posterior_shares(
    squares: FloatArray,
    moments: FloatArray,
    errors: FloatArray,
    cases: FloatArray,
    *,
    prior: float,
    deviation: float,
    cases_per_independent: float,
) -> FloatArray:
    """Mean share (n,) of what was announced that came about, between 0 and 1, from `cases` (n,) of both.

    squares, moments, errors: (n,) sums of squares of what was announced, of its products with what came about, and of
    squares of that; all logs. The slope of a regression with a normal prior of mean `prior`; the prior alone where
    there are no cases.

    >>> def share(cases: float) -> float:
    ...     sums = (np.array([each * cases]) for each in (0.04, 0.04, 0.08, 1.0))
    ...     return float(posterior_shares(*sums, prior=0.5, deviation=0.2, cases_per_independent=4.0)[0])
    >>> [round(share(cases), 2) for cases in (0.0, 40.0, 4000.0)]
    [0.5, 0.64, 0.99]
    """
    slope = np.clip(np.divide(moments, squares, out=np.zeros_like(moments), where=squares > 0), 0.0, 1.0)
    rest = errors - 2.0 * slope * moments + slope**2 * squares
    variance = np.maximum(rest / np.maximum(cases, 1.0), LEAST_VARIANCE)
    precision, weight = 1.0 / (cases_per_independent * variance), deviation**-2
    return np.asarray(np.clip((weight * prior + moments * precision) / (weight + squares * precision), 0.0, 1.0))
