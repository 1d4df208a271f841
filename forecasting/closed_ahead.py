"""Totals of demand where the owner said on which days to come the shop is closed."""

from collections.abc import Callable

import numpy as np

from forecasting.arrays import BoolArray, FloatArray


def without_time(is_open: BoolArray, mean: FloatArray, totals_of: Callable[[FloatArray], FloatArray]) -> FloatArray:
    """Quantiles (n, horizon, n_levels) of totals of the next days, of which those closed take no time.

    is_open: (horizon,). mean: daily means (n, horizon). totals_of: the quantiles from the means of any number of days.
    A closed day adds nothing, neither to what is expected nor to how uncertain it is: the total up to it is that of the
    day before, 0 where there is none.

    >>> running = lambda mean: np.cumsum(mean, axis=1)[:, :, None]
    >>> without_time(np.array([False, True, False, True]), np.array([[9.0, 1.0, 9.0, 2.0]]), running).ravel().tolist()
    [0.0, 1.0, 1.0, 3.0]
    """
    if is_open.all():
        return totals_of(mean)
    if not is_open.any():
        return np.zeros_like(totals_of(mean))
    told = totals_of(mean[:, is_open])
    before = np.zeros_like(told[:, :1])
    return np.asarray(np.concatenate((before, told), axis=1)[:, np.cumsum(is_open)])
