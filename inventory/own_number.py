"""What an ordered number came to, once the days it had to last are over: what was left, or what was missed. Units."""

from dataclasses import dataclass

import numpy as np

from inventory.check import FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class CameTo:
    """left: on the shelf at the end. missed: asked for when nothing was there. Arrays (products,), one of them 0."""

    left: FloatArray
    missed: FloatArray


def came_to(units: FloatArray, *, position: FloatArray, demand: FloatArray) -> CameTo:
    """What `units` ordered at an inventory position came to, when this much was asked for until the next order came.

    >>> came_to(np.array([20.0, 48.0]), position=np.array([4.0, 4.0]), demand=np.array([30.0, 30.0]))
    CameTo(left=array([ 0., 22.]), missed=array([6., 0.]))
    """
    there = np.maximum(position, 0.0) + units
    return CameTo(left=np.maximum(there - demand, 0.0).round(3), missed=np.maximum(demand - there, 0.0).round(3))


def asked_for(sold: FloatArray, *, there: FloatArray, expected: FloatArray) -> FloatArray:
    """What was asked for (products,): what was sold, or where that was all there was, what was expected if it is more.

    >>> asked_for(np.array([24.0, 10.0]), there=np.array([24.0, 24.0]), expected=np.array([30.0, 30.0]))
    array([30., 10.])
    """
    return np.where(sold >= there, np.maximum(sold, expected), sold)
