"""How far a sum over some products may be from that over all they stand for."""

import numpy as np
from numpy.typing import NDArray

SURE = 1.96  # deviations that hold nineteen of twenty


def reach_of_sum(values: NDArray[np.float64], *, weight: float) -> float:
    """By how much weight x the sum of the values is off at most, nineteen times of twenty.

    values: of every `weight`-th product, ordered by size (products,), NaN for none; 0 where each counts for itself.
    From differences of neighbours, as for any sample taken in even steps from an ordered list (Wolter, Introduction to
    Variance Estimation, 2nd ed. 2007, ch. 8, estimator v2).

    >>> round(reach_of_sum(np.array([9.0, 5.0, 4.0, 1.0]), weight=2.0), 2)
    11.54
    """
    known = values[~np.isnan(values)]
    if weight <= 1.0 or len(known) < 2:
        return 0.0
    spread = float((np.diff(known) ** 2).sum()) / (2.0 * (len(known) - 1))
    return float(SURE * weight * np.sqrt((1.0 - 1.0 / weight) * len(known) * spread))
