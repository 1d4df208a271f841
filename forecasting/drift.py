"""Drift: how far products' levels move from one month to the next."""

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.closed_days import DAYS_PER_WEEK
from forecasting.extremes import extreme_limit

DRIFT_DAYS = 28
FEWEST_DAYS = 14
USUAL_DRIFT = 0.1  # variance of the log of a level over four weeks; bakeries .02 and .2, gifts .1 to .6
PRIOR_PRODUCTS = 1.5
MOST = 1.0
MOSTLY_OBSERVED = 0.7


def level_drift(units: FloatArray, clump: FloatArray) -> float:
    """Variance of the relative change of a level between two adjoining times of four weeks, one for the shop.

    From the last eight weeks of units (n_days, n_products), or the whole weeks there are: what the halves differ
    beyond what sales in clumps (n_products,) differ by chance, by moments, drawn toward the usual.
    """
    half = min(len(units) // (2 * DAYS_PER_WEEK) * DAYS_PER_WEEK, DRIFT_DAYS)
    if half < FEWEST_DAYS:
        return USUAL_DRIFT
    cut = np.minimum(units, extreme_limit(units))
    days = np.isfinite(cut[-2 * half : -half]).sum(axis=0)
    told = days >= MOSTLY_OBSERVED * half
    before = np.nansum(cut[-2 * half : -half, told], axis=0) * half / days[told]
    since = np.nansum(cut[-half:, told], axis=0)
    mean, usual = (before + since) / 2.0, USUAL_DRIFT * half / DRIFT_DAYS
    excess = (since - before) ** 2 - 2.0 * clump[told] * mean
    spread = np.maximum(mean**2 * usual + clump[told] * mean, 1e-12)
    evidence = float(((mean**2 / spread) ** 2).sum())
    own = np.clip(float((excess * mean**2 / spread**2).sum()) / max(evidence, 1e-12), 0.0, MOST)
    weight = usual**2 * evidence
    return float((weight * own * DRIFT_DAYS / half + PRIOR_PRODUCTS * USUAL_DRIFT) / (weight + PRIOR_PRODUCTS))
