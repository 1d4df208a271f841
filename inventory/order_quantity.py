"""How much to order: what is missing, in the supplier's packs.

All quantities in units, rounded to three decimals (grams, where the unit is the kilogram).
"""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require_above_zero, require_zero_or_more


def inventory_position(on_hand: FloatArray, on_order: FloatArray) -> FloatArray:
    """Units in the shop plus units on their way; NaN where the shop was not counted.

    On-order units that are unknown (NaN) count as none: no order is on record. That holds only where the shop was
    counted; an unknown stock is never taken for zero.

    >>> inventory_position(np.array([4.0, 4.0, np.nan]), np.array([2.0, np.nan, 2.0]))
    array([ 6.,  4., nan])
    """
    return (on_hand + np.nan_to_num(on_order)).round(3)


def rounded_order(need: npt.ArrayLike, *, moq: npt.ArrayLike, pack_size: npt.ArrayLike) -> FloatArray:
    """The order that covers the need in whole packs and at least the minimum: ceil(max(need, MOQ) / pack) x pack.

    No need (zero or less) is no order; an unknown need (NaN) an unknown order. Raises ValueError for a
    negative minimum and a pack size that is not above zero.

    >>> rounded_order([1.0, 0.0, np.nan], moq=15, pack_size=6)
    array([18.,  0., nan])
    """
    needs, minimum, pack = floats("need", need), floats("moq", moq), floats("pack_size", pack_size)
    require_zero_or_more("moq", minimum)
    require_above_zero("pack_size", pack)
    # 0.3 / 0.1 is 2.9999999999999996: the ninth decimal decides nothing.
    packs = np.ceil((np.maximum(needs, minimum) / pack).round(9))
    return np.where(needs <= 0, 0.0, (packs * pack).round(3))
