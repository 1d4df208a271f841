"""What single days lie between, for charts only: quantiles of single days do not add up to those of totals."""

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.error_scale import ErrorScale

DAY_BAND = (0.05, 0.95)
FEWEST_ERRORS = 200
MOST_GROUPS = 4


def day_bands(mean: FloatArray, *, said: FloatArray, sold: FloatArray, scale: ErrorScale) -> FloatArray:
    """DAY_BAND quantiles (n_products, horizon, 2) of the units of each day of `mean` (n_products, horizon).

    said, sold: daily means as they were forecast at a past origin and what was sold then (n_products, n_days), NaN
    where unknown. Their errors, in units of the scale at each day's forecast, are pooled over the products in up to
    four groups by size of forecast. 0 on days without expected sales, never negative.
    """
    one_day = np.ones(1, dtype=np.int64)
    known = np.isfinite(said) & np.isfinite(sold) & (said > 0)
    size = np.log(np.where(known, said, 1.0) / scale.lot[:, None])
    errors = np.where(known, sold - said, 0.0) / scale.at(np.where(known, said, 1.0), one_day)
    centres, table = _pooled(size[known], errors[known])
    at = np.log(np.maximum(mean, 1e-9) / scale.lot[:, None])
    edges = np.stack([np.interp(at, centres, column) for column in table.T], axis=-1)
    units = np.maximum(mean[..., None] + scale.at(mean, one_day)[..., None] * edges, 0.0)
    return np.asarray(np.where(mean[..., None] > 0, units, 0.0))


def _pooled(size: FloatArray, errors: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Sizes (n_groups,) at which groups of errors stand, and their quantiles (n_groups, 2)."""
    if not len(errors):
        return np.zeros(1), np.zeros((1, 2))
    n_groups = int(np.clip(len(errors) // FEWEST_ERRORS, 1, MOST_GROUPS))
    edges = np.quantile(size, np.arange(1, n_groups) / n_groups)
    centres = np.quantile(size, (np.arange(n_groups) + 0.5) / n_groups)
    group = np.searchsorted(edges, size)
    groups = [errors[group == number] for number in range(n_groups)]
    table = [np.quantile(part if len(part) else errors, DAY_BAND) for part in groups]
    return centres, np.asarray(table)
