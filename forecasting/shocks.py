"""Shocks: what moves all products of a shop at once, and how well that can be known."""

import numpy as np
from scipy.special import ndtri, stdtrit

from forecasting.arrays import FloatArray

SHOCK_WEEKS = 8.0  # what moves all products at once (weather, holidays, a turn of the season) is over and forecast anew
USUAL_SHARED = 0.15  # of the errors' variance, common to all products: bakeries .05 and .3, lumpy gifts .1
PRIOR_SHOCKS = 4.0  # a shop's own share counts like that after so many independent origins
WILD = 5.0  # an error so many times its scale says no more of what is shared
FEWEST_DEGREES = 4.0  # of Student's t: with fewer the past says nothing


def shock_widening(errors: FloatArray, levels: FloatArray, *, lasting: float) -> FloatArray:
    """How much wider (n_levels,) a prediction from scaled errors (n_products, n_origins) is than from endless ones.

    lasting: weeks after which errors are independent. The variance of the prediction is that of a shock known from the
    origins and that of the products' own errors known from all of them, in the shares that the shop's errors show.
    """
    known = np.isfinite(errors)
    shocks, own = known.any(axis=0).sum() / lasting, known.sum() / lasting
    shared = (shocks * shared_variance(errors) + PRIOR_SHOCKS * USUAL_SHARED) / (shocks + PRIOR_SHOCKS)
    of_shocks, of_own = _student(levels, np.array([[shocks], [own]])) ** 2
    return np.asarray(np.sqrt(shared * of_shocks + (1.0 - shared) * of_own))


def shared_variance(errors: FloatArray) -> float:
    """The share, 0..1, of the variance of errors (n_products, n_origins) that the products of an origin have in common.

    From the variance between origins less what chance would make of it (analysis of variance; Searle, Casella and
    McCulloch, Variance Components, 1992, section 3.6); `USUAL_SHARED` where no origin has two products.
    """
    known = np.isfinite(errors)
    count = known.sum(axis=0)
    told = errors[:, count > 1]
    if not told.size:
        return USUAL_SHARED
    known, count = known[:, count > 1], count[count > 1]
    clipped = np.where(known, np.clip(told, -WILD, WILD), 0.0)
    mean, square = clipped.sum(axis=0) / count, (clipped**2).sum(axis=0) / count
    within = (square - mean**2) * count / (count - 1)
    whole = float((clipped**2).sum() / count.sum())
    return float(np.clip(np.mean(mean**2 - within / count) / whole, 0.0, 1.0)) if whole > 0 else 0.0


def _student(levels: FloatArray, independent: FloatArray) -> FloatArray:
    """How much wider (..., n_levels) Student's t of a new error, after so many independent ones (..., 1), is.

    Than the normal, of which it is the limit.
    """
    tail = np.maximum(np.abs(levels - 0.5), 0.05) + 0.5
    student = stdtrit(np.maximum(independent - 1.0, FEWEST_DEGREES), tail) * np.sqrt(1.0 + 1.0 / independent)
    return np.asarray(student / ndtri(tail))
