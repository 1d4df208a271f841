"""Degradation: products whose forecasts were off lately by much more than before."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import mannwhitneyu

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.past_forecasts import PastForecasts

SPAN = 14
DAYS_PER_WEEK = 7
RECENT_WEEKS = 8
FEWEST_RECENT, FEWEST_BEFORE = 6, 16
TIMES_IN_UNITS, TIMES_IN_SHARE = 2.0, 1.5
CHANCE = 0.05


@dataclass(frozen=True, eq=False)
class Degraded:
    """Products whose forecasts got worse, arrays (n_degraded,).

    product: their rows. days: that each total covers. recent, before: errors as a share of what sold, in the latest
    eight weeks of past forecasts and before; recent is infinite where nothing sold. units: by how much the mean error
    of a total grew.
    """

    product: IntArray
    days: int
    recent: FloatArray
    before: FloatArray
    units: FloatArray


def find_degraded(past: PastForecasts) -> Degraded:
    """Products whose past forecasts erred lately by at least twice the units and 1.5 times the share of before.

    And by more than chance: errors of totals that do not overlap are higher lately with a probability below 5 % if
    nothing had changed (Mann and Whitney, Annals of Mathematical Statistics 18, 1947). A product that only sells more
    errs by more units, not by a larger share of them.
    """
    nobody = np.zeros(0)
    if not len(past.spans) or len(past.origins) < RECENT_WEEKS + FEWEST_BEFORE:
        return Degraded(np.zeros(0, dtype=np.int64), SPAN, nobody, nobody, nobody)
    at = int(np.abs(past.spans - SPAN).argmin())
    said, sold = (values[..., at].astype(np.float64) for values in (past.forecast, past.actual))
    known = np.isfinite(said) & np.isfinite(sold)
    error, sold = np.where(known, np.abs(said - sold), 0.0), np.where(known, sold, 0.0)
    late = np.arange(len(past.origins)) >= len(past.origins) - RECENT_WEEKS
    recent, before = _Part.of(error, sold, known & late), _Part.of(error, sold, known & ~late)
    enough = (recent.count >= FEWEST_RECENT) & (before.count >= FEWEST_BEFORE) & (before.share > 0)
    with np.errstate(invalid="ignore"):
        worse = (recent.error >= TIMES_IN_UNITS * before.error) & (recent.share >= TIMES_IN_SHARE * before.share)
    apart = -(-int(past.spans[at]) // DAYS_PER_WEEK)
    rows = [
        row
        for row in np.flatnonzero(enough & worse).tolist()
        if _is_higher(error[row, known[row] & late][::apart], error[row, known[row] & ~late][::apart])
    ]
    found = np.array(rows, dtype=np.int64)
    return Degraded(
        found, int(past.spans[at]), recent.share[found], before.share[found], (recent.error - before.error)[found]
    )


@dataclass(frozen=True, eq=False)
class _Part:
    """Of some weeks (n_products,): totals known, their mean error, and errors as a share of what sold."""

    count: IntArray
    error: FloatArray
    share: FloatArray

    @classmethod
    def of(cls, error: FloatArray, sold: FloatArray, among: BoolArray) -> "_Part":
        count, errors, units = among.sum(axis=1), (error * among).sum(axis=1), (sold * among).sum(axis=1)
        nothing = np.where(errors > 0, np.inf, 0.0)
        share = np.divide(errors, units, out=nothing, where=units > 0)
        return cls(count, errors / np.maximum(count, 1), share)


def _is_higher(recent: FloatArray, before: FloatArray) -> bool:
    return bool(mannwhitneyu(recent, before, alternative="greater").pvalue < CHANCE)
