"""What a supplier's lead time really is: learned from deliveries, starting from what the supplier says.

The stated lead time counts as PRIOR_DELIVERIES deliveries. Normal observations with a normal-inverse-gamma prior
(Gelman et al., Bayesian Data Analysis, 3rd ed., 2013, sec. 3.3), so that a first late delivery moves the mean by a
quarter and fifty decide almost alone. Days.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, IntArray, floats, require, require_above_zero, require_zero_or_more

PRIOR_DELIVERIES = 3.0
PRIOR_SHAPE = 2.5  # of the inverse gamma: its mean is the stated variance, worth as many deliveries as the mean
UNKNOWN_DEVIATION = 0.2  # share of the stated lead time where nobody says how far it varies


@dataclass(frozen=True, eq=False, kw_only=True)
class LearnedLeadTimes:
    """What to plan with, arrays (suppliers,).

    mean_days, sd_days: expected days of the next delivery and their deviation, what is not yet known of the mean
    included. deliveries: how many were observed. shortest, longest: of these, NaN where there is none. stated_days: as
    given.
    """

    mean_days: FloatArray
    sd_days: FloatArray
    deliveries: IntArray
    shortest_days: FloatArray
    longest_days: FloatArray
    stated_days: FloatArray


def learned_lead_times(
    stated_days: npt.ArrayLike,
    *,
    stated_sd_days: npt.ArrayLike = np.nan,
    supplier: npt.ArrayLike,
    observed_days: npt.ArrayLike,
    prior_deliveries: float = PRIOR_DELIVERIES,
) -> LearnedLeadTimes:
    """Lead times after the deliveries that were observed.

    stated_days, stated_sd_days (suppliers,): what the supplier says, a deviation of NaN or 0: a fifth of the lead time,
    half a day at least. supplier (deliveries,): index of each delivery's supplier. observed_days (deliveries,): days
    from order to arrival. Without deliveries the stated values come back as they are, an unknown deviation as 0. Raises
    ValueError for negative days and for a supplier that is not there.

    >>> learned = learned_lead_times([5.0], supplier=[0, 0, 0], observed_days=[5, 8, 11])
    >>> learned.mean_days, learned.shortest_days, learned.longest_days
    (array([6.5]), array([5.]), array([11.]))
    """
    stated, said_sd = np.broadcast_arrays(
        np.atleast_1d(floats("stated_days", stated_days)), floats("sd", stated_sd_days)
    )
    days, of = floats("observed_days", observed_days), np.asarray(supplier, dtype=np.int64)
    require_zero_or_more("stated_days", stated)
    require_zero_or_more("stated_sd_days", np.nan_to_num(said_sd))
    require_zero_or_more("observed_days", days)
    require_above_zero("prior_deliveries", floats("prior_deliveries", prior_deliveries))
    require("supplier", of.astype(np.float64), (of >= 0) & (of < stated.size), rule=f"one of {stated.size} suppliers")
    number = np.bincount(of, minlength=stated.size)
    mean, sd = _posterior(stated, _prior_sd(stated, said_sd), of, days, number=number, worth=prior_deliveries)
    seen = number > 0
    shortest, longest = np.full(stated.shape, np.inf), np.full(stated.shape, -np.inf)
    np.minimum.at(shortest, of, days)
    np.maximum.at(longest, of, days)
    return LearnedLeadTimes(
        mean_days=np.where(seen, mean, stated),
        sd_days=np.where(seen, sd, np.nan_to_num(said_sd)),
        deliveries=number,
        shortest_days=np.where(seen, shortest, np.nan),
        longest_days=np.where(seen, longest, np.nan),
        stated_days=stated,
    )


def _prior_sd(stated: FloatArray, said_sd: FloatArray) -> FloatArray:
    return np.where(said_sd > 0, said_sd, np.maximum(UNKNOWN_DEVIATION * stated, 0.5))


def _posterior(
    stated: FloatArray, sd: FloatArray, of: IntArray, days: FloatArray, *, number: IntArray, worth: float
) -> tuple[FloatArray, FloatArray]:
    """Mean and deviation of the predictive Student distribution."""
    mean = np.bincount(of, days, stated.size) / np.maximum(number, 1)
    squares = np.bincount(of, (days - mean[of]) ** 2, stated.size)
    kappa, shape = worth + number, PRIOR_SHAPE + number / 2
    scale = (PRIOR_SHAPE - 1) * sd**2 + squares / 2 + worth * number * (mean - stated) ** 2 / (2 * kappa)
    learned = (worth * stated + number * mean) / kappa
    variance = scale / (shape - 1) * (kappa + 1) / kappa
    return learned, np.sqrt(variance)
