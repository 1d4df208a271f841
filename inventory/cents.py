"""Money to the cent, as a pencil rounds it, so that a line costs the same wherever it is shown.

Money.
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray

ROUNDING_ERROR_DECIMALS = 6  # of a cent: 155 x 1.073 is 166.31499999999997


def to_cents(money: npt.ArrayLike) -> FloatArray:
    """Amounts rounded to cents, halves up; NaN stays unknown.

    >>> to_cents([155 * 1.073, 305 * 4.093, 2.0])
    array([ 166.32, 1248.37,    2.  ])
    """
    cents = np.round(np.asarray(money, dtype=np.float64) * 100, ROUNDING_ERROR_DECIMALS)
    return np.asarray(np.floor(cents + 0.5) / 100, dtype=np.float64)
