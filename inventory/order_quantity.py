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
    return whole_packs(needs, moq=minimum, pack_size=pack)


def whole_packs(need: FloatArray, *, moq: FloatArray, pack_size: FloatArray) -> FloatArray:
    """As `rounded_order`, of conditions that were checked before: for those who round day by day."""
    # 0.3 / 0.1 is 2.9999999999999996: the ninth decimal decides nothing.
    packs = np.ceil((np.maximum(need, moq) / pack_size).round(9))
    return np.where(need <= 0, 0.0, (packs * pack_size).round(3))


def rounded_order_within(room: FloatArray, *, order: FloatArray, moq: FloatArray, pack_size: FloatArray) -> FloatArray:
    """The order, rounded down to the packs that fit into `room` units, if these are still an order the supplier takes.

    A smallest order that does not fit stays as it is: whether to take it is the owner's choice.

    >>> rounded_order_within(np.array([20.0, 20.0, 4.0]), order=np.array([24.0, 18.0, 6.0]), moq=np.array([0.0]),
    ...                      pack_size=np.array([6.0]))
    array([18., 18.,  6.])
    """
    with np.errstate(invalid="ignore"):
        fitting = (np.floor((np.where(np.isinf(room), 0.0, room) / pack_size).round(9)) * pack_size).round(3)
    taken = (room < order) & (fitting > 0) & (fitting >= moq)
    return np.where(taken, fitting, order)
