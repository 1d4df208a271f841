"""Past promises: how often a product's past sales stayed within the quantile that calibration gives them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import binom

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.totals import Calibration

USUAL_SPAN = 14  # days: a week of delivery and a week until the next order
USUAL_LEVEL = 0.9


@dataclass(frozen=True)
class PastPromises:
    """Per product how many totals of `days` days were promised at `level`, and how many sold more (n_products,).

    The totals of a product do not overlap, so that each is a case of its own.
    """

    days: int
    level: float
    tried: IntArray
    missed: IntArray

    def part(self, products: IntArray) -> PastPromises:
        """The promises of some of the products."""
        return replace(self, tried=self.tried[products], missed=self.missed[products])

    def widened(self, rows: IntArray, n_products: int) -> PastPromises:
        """The promises of products `rows` of a shop as those of all its products; the others have none."""
        tried, missed = np.zeros((2, n_products), dtype=np.int64)
        tried[rows], missed[rows] = self.tried, self.missed
        return replace(self, tried=tried, missed=missed)

    def chance(self) -> FloatArray:
        """Chance (n_products,) of so many misses or more, were the promise true: a binomial tail."""
        return np.asarray(binom.sf(self.missed - 1, self.tried, 1.0 - self.level))


def past_promises(
    calibration: Calibration, *, forecast: FloatArray, actual: FloatArray, usual: FloatArray
) -> PastPromises:
    """Judge past totals (n_products, n_origins, n_spans) of weekly origins, NaN where unknown, by their quantile.

    usual: units a day (n_products, n_origins) over the year before each origin. The span and the level are those known
    that come nearest to 14 days and 0.9. Promises are rounded up to whole lots, as stock is.
    """
    at = int(np.abs(calibration.spans - USUAL_SPAN).argmin())
    days = int(calibration.spans[at])
    level = float(calibration.levels[np.abs(calibration.levels - USUAL_LEVEL).argmin()])
    known = np.isfinite(forecast[..., at]) & np.isfinite(actual[..., at])
    said, sold = (np.where(known, values[..., at], 0.0) for values in (forecast, actual))
    lot = calibration.scale.lot[:, None]
    promised = calibration.quantile_of(said, usual=usual, span=at, level=level) / lot
    missed = known & (sold / lot > np.ceil(promised - 1e-6) + 1e-6)
    apart = _apart(known, days)
    return PastPromises(days, level, known[:, apart].sum(axis=1), missed[:, apart].sum(axis=1))


def no_promises(n_products: int) -> PastPromises:
    """The promises of a shop too young to have made any."""
    nothing = np.zeros(n_products, dtype=np.int64)
    return PastPromises(USUAL_SPAN, USUAL_LEVEL, nothing, nothing)


def _apart(known: BoolArray, days: int) -> IntArray:
    """Numbers of the latest origins whose totals are known and do not overlap."""
    step = -(-days // DAYS_PER_WEEK)
    return np.flatnonzero(known.any(axis=0))[::-1][::step]
