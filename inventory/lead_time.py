"""Lead time as a distribution over whole days.

A supplier who takes 10 days give or take 3 is not one who takes 10: treated so, a promised 95 % becomes 75.8 %
(normal formula, 5 a day with a variance of 5).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammainc

from inventory.check import FloatArray, IntArray, floats, require_zero_or_more

MOST_STEPS = 24
DEVIATIONS_BELOW, DEVIATIONS_ABOVE = 3.0, 4.0


@dataclass(frozen=True, eq=False)
class LeadTimes:
    """Days (products, k) that a delivery may take, and their probabilities (products, k), which sum to 1."""

    days: IntArray
    probabilities: FloatArray

    @property
    def mean(self) -> FloatArray:
        """Expected days (products,)."""
        return np.asarray((self.days * self.probabilities).sum(axis=1), dtype=np.float64)


def whole_days(days: npt.ArrayLike) -> IntArray:
    """Days rounded up to whole ones: what arrives within the third day is on the shelf after three.

    >>> whole_days([2.5, 7.0, 10 * 1.1])
    array([ 3,  7, 11])
    """
    return np.asarray(np.ceil(np.round(floats("days", days), 6)), dtype=np.int64)


def lead_times(mean_days: npt.ArrayLike, sd_days: npt.ArrayLike) -> LeadTimes:
    """Lead times with the given mean and standard deviation, per product, as a gamma distribution cut into days.

    Gamma: never negative, leaning to the late side (Burgin, Operational Research Quarterly 26, 1975; Silver, Pyke and
    Thomas 2017, ch. 6). A day takes the probability of what rounds to it; from three deviations below
    to four above, in steps of more than a day where that needs more than 24, what lies outside counted at the
    ends; tilted a little so that the mean is kept. A deviation of 0 or NaN (unknown), or a mean of 0, is a fixed lead
    time, rounded up to whole days. Raises ValueError for a negative mean or deviation.

    >>> lead_times([7.0], [np.nan]).days
    array([[7]])
    >>> lead_times([10.0], [3.0]).mean.round(6)
    array([10.])
    """
    mean, sd = np.broadcast_arrays(
        np.atleast_1d(floats("lead_time_days", mean_days)), np.nan_to_num(floats("lead_time_sd_days", sd_days))
    )
    require_zero_or_more("lead_time_days", mean)
    require_zero_or_more("lead_time_sd_days", sd)
    # Suppliers are few: each pair is worked out once, however many products share it.
    pairs, product = np.unique(np.stack([mean, np.where(mean > 0, sd, 0.0)], axis=1), axis=0, return_inverse=True)
    distinct = _distinct_lead_times(pairs[:, 0], pairs[:, 1])
    return LeadTimes(distinct.days[product], distinct.probabilities[product])


def _distinct_lead_times(mean: FloatArray, sd: FloatArray) -> LeadTimes:
    random = sd > 0
    if not random.any():
        return LeadTimes(whole_days(mean)[:, None], np.ones((mean.size, 1)))
    spread = _discretised_gamma(mean[random], sd[random])
    days = np.repeat(whole_days(mean)[:, None], spread.days.shape[1], axis=1)
    probabilities = np.zeros(days.shape)
    probabilities[:, 0] = 1.0
    days[random], probabilities[random] = spread.days, spread.probabilities
    return LeadTimes(days, probabilities)


def _discretised_gamma(mean: FloatArray, sd: FloatArray) -> LeadTimes:
    lowest = np.maximum(np.floor(mean - DEVIATIONS_BELOW * sd), 0.0)
    highest = np.ceil(mean + DEVIATIONS_ABOVE * sd)
    step = np.ceil((highest - lowest) / MOST_STEPS)
    points = int(np.ceil((highest - lowest) / step).max()) + 1
    days = np.minimum(lowest[:, None] + step[:, None] * np.arange(points), highest[:, None])
    borders = (days[:, 1:] + days[:, :-1]) / 2
    below = gammainc((mean / sd)[:, None] ** 2, borders * (mean / sd**2)[:, None])
    probabilities = np.diff(below, axis=1, prepend=0.0, append=1.0)
    return LeadTimes(days.astype(np.int64), _with_mean(probabilities, days=days, mean=mean))


def _with_mean(probabilities: FloatArray, *, days: FloatArray, mean: FloatArray) -> FloatArray:
    centred = days - (days * probabilities).sum(axis=1, keepdims=True)
    variance = (centred**2 * probabilities).sum(axis=1)
    missing = mean - (days * probabilities).sum(axis=1)
    tilt = np.divide(missing, variance, out=np.zeros_like(mean), where=variance > 1e-9)
    tilted = np.maximum(probabilities * (1 + tilt[:, None] * centred), 0.0)
    return np.asarray(tilted / tilted.sum(axis=1, keepdims=True), dtype=np.float64)
