"""Sales out of the ordinary: a week far above the usual, and a forecast whose promises no longer hold."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import binom, poisson

from inventory.check import BoolArray, FloatArray, floats, require_share, require_zero_or_more

DEVIATIONS = 4.0
MAD_TO_DEVIATION = 1.4826  # for normal values (Rousseeuw and Croux, JASA 88, 1993)
RARE = 0.001
LEAST_WEEKS = 8
DOUBT = 0.01


@dataclass(frozen=True, eq=False, kw_only=True)
class Spikes:
    """Whether the last week of each product is a spike (products,), units sold in it, and the usual units of a week."""

    spike: BoolArray
    units: FloatArray
    usual: FloatArray


def spikes(weekly_units: npt.ArrayLike) -> Spikes:
    """Products whose last week is far above the weeks before.

    weekly_units: (weeks, products), the last week last, NaN where demand was not observed. A spike lies more than four
    deviations above the median of at least eight weeks, the deviation from the median absolute one, and is so rare
    for chance alone that a Poisson week reaches it once in a thousand. Raises ValueError for another shape.

    >>> spikes(np.vstack([np.full((8, 2), 3.0), [[14.0, 5.0]]])).spike.tolist()
    [True, False]
    """
    weeks = floats("weekly_units", weekly_units)
    if weeks.ndim != 2 or weeks.shape[0] == 0:
        raise ValueError(f"weekly_units must have the shape (weeks, products), got {weeks.shape}")
    before, last = weeks[:-1], weeks[-1]
    enough = (~np.isnan(before)).sum(axis=0) >= LEAST_WEEKS
    known = np.where(enough, before, 0.0)
    usual = np.nanmedian(known, axis=0) if len(known) else np.zeros(last.shape)
    spread = np.nanmedian(np.abs(known - usual), axis=0) if len(known) else np.zeros(last.shape)
    mean = np.nanmean(known, axis=0) if len(known) else np.zeros(last.shape)
    by_chance = poisson.ppf(1 - RARE, np.maximum(mean, 0.0))
    high = np.maximum(usual + DEVIATIONS * MAD_TO_DEVIATION * spread, by_chance)
    return Spikes(spike=enough & (last > high), units=last, usual=np.where(enough, usual, np.nan))


def forecast_gone_bad(missed: npt.ArrayLike, *, promises: npt.ArrayLike, level: npt.ArrayLike) -> BoolArray:
    """Whether a product's sales went above the promised quantile more often than chance explains (products,).

    missed: how many of so many promises were exceeded, each at `level`. True where a forecast that keeps its promises
    would miss that many in one case of a hundred or fewer (binomial). Raises ValueError for more missed than promised.

    >>> forecast_gone_bad([1, 4], promises=12, level=0.95).tolist()
    [False, True]
    """
    over, of, promised = floats("missed", missed), floats("promises", promises), floats("level", level)
    require_zero_or_more("missed", over)
    require_share("level", promised)
    if (over > of).any():
        raise ValueError(f"missed must be no more than promises, got {over.max():g} of {of.min():g}")
    chance = binom.sf(over - 1, of, 1 - promised)
    return np.asarray((over > 0) & (chance <= DOUBT), dtype=np.bool_)
