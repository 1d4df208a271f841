"""Lot: the smallest usual sale of a product, so that one piece, 0.2 kg or a case of 12 are seen alike."""

import numpy as np

from forecasting.arrays import FloatArray


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
