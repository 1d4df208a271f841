"""What single days lie between, for charts only: quantiles of single days do not add up to those of totals."""

from dataclasses import dataclass

import numpy as np

from forecasting.arrays import FloatArray
from forecasting.error_scale import ErrorScale

DAY_BAND = (0.05, 0.95)
FEWEST_ERRORS = 200
MOST_GROUPS = 4
ONE_DAY = np.ones(1, dtype=np.int64)


@dataclass(frozen=True)
class DayErrors:
    """Errors of single days: the sizes (n_groups,) at which groups of them stand, and their quantiles (n_groups, 2)."""

    centres: FloatArray
    table: FloatArray

    def bands(self, mean: FloatArray, *, scale: ErrorScale) -> FloatArray:
        """DAY_BAND quantiles (n_products, horizon, 2) of the units of each day of `mean` (n_products, horizon).

        0 on days without expected sales, never negative.
        """
        at = np.log(np.maximum(mean, 1e-9) / scale.lot[:, None])
        edges = np.stack([np.interp(at, self.centres, column) for column in self.table.T], axis=-1)
        units = np.maximum(mean[..., None] + scale.at(mean, ONE_DAY)[..., None] * edges, 0.0)
        return np.asarray(np.where(mean[..., None] > 0, units, 0.0))


def day_errors(*, said: FloatArray, sold: FloatArray, scale: ErrorScale) -> DayErrors:
    """Errors of past days, in units of the scale at each day's forecast.

    said, sold: daily means as they were forecast at a past origin and what was sold then (n_products, n_days), NaN
    where unknown. Pooled over the products in up to four groups by size of forecast.
    """
    known = np.isfinite(said) & np.isfinite(sold) & (said > 0)
    size = np.log(np.where(known, said, 1.0) / scale.lot[:, None])
    errors = np.where(known, sold - said, 0.0) / scale.at(np.where(known, said, 1.0), ONE_DAY)
    return _pooled(size[known], errors[known])


def _pooled(size: FloatArray, errors: FloatArray) -> DayErrors:
    if not len(errors):
        return DayErrors(np.zeros(1), np.zeros((1, 2)))
    n_groups = int(np.clip(len(errors) // FEWEST_ERRORS, 1, MOST_GROUPS))
    edges = np.quantile(size, np.arange(1, n_groups) / n_groups)
    centres = np.quantile(size, (np.arange(n_groups) + 0.5) / n_groups)
    group = np.searchsorted(edges, size)
    groups = [errors[group == number] for number in range(n_groups)]
    table = [np.quantile(part if len(part) else errors, DAY_BAND) for part in groups]
    return DayErrors(centres, np.asarray(table))
