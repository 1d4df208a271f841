"""Lot: the smallest usual sale of a product, so that one piece, 0.2 kg or a case of 12 are seen alike."""

import numpy as np

from forecasting.arrays import FloatArray

WHOLE = 1e-6  # within which a number of steps is whole
FINEST = 12


def usual_lots(units: FloatArray) -> FloatArray:
    """Lower decile of the days with sales (n_products,), in units, from a history (n_days, n_products).

    A product that never sold gets the median of the others; 1 where nothing sold at all.

    >>> usual_lots(np.array([[12.0, 0.0], [24.0, 0.0], [0.0, np.nan]]))
    array([12., 12.])
    """
    positive = np.sort(np.where(units.T > 0, units.T, np.inf), axis=1)
    count = np.isfinite(positive).sum(axis=1)
    index = np.floor(0.1 * np.maximum(count - 1, 0)).astype(np.int64)
    lots = np.take_along_axis(positive, index[:, None], axis=1)[:, 0] if len(units) else np.full(len(count), np.inf)
    known = np.isfinite(lots)
    return np.where(known, lots, np.median(lots[known]) if known.any() else 1.0)


def sale_steps(units: FloatArray) -> FloatArray:
    """Of what (n_products,) all sales are whole numbers, from a history (n_days, n_products); 0 where of nothing.

    One piece mostly; the smallest sale or one of its first FINEST parts, so that it scales with the unit.

    >>> sale_steps(np.array([[12.0, 2.0, 0.217], [24.0, 3.0, 0.338], [np.nan, 0.0, 1.012]]))
    array([12.,  1.,  0.])
    """
    sold = np.nan_to_num(units)
    least = np.where(sold > 0, sold, np.inf).min(axis=0, initial=np.inf)
    steps = np.zeros(len(least))
    open_ = np.flatnonzero(np.isfinite(least))
    for parts in range(1, FINEST + 1):
        step = least[open_] / parts
        whole = np.asarray((np.abs(np.remainder(sold[:, open_] / step + 0.5, 1.0) - 0.5) < WHOLE).all(axis=0))
        steps[open_[whole]] = step[whole]
        open_ = open_[~whole]
    return steps


def in_whole_steps(totals: FloatArray, steps: FloatArray) -> FloatArray:
    """Totals (n_products, ...) at the nearest whole numbers of steps; as they are where a step is 0."""
    step = steps.reshape(-1, *(1,) * (totals.ndim - 1))
    safe = np.where(step > 0, step, 1.0)
    return np.asarray(np.where(step > 0, np.round(totals / safe) * step, totals))
