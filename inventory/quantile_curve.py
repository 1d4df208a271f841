"""A distribution known by some of its quantiles: from level to value and back.

A curve holds values (..., n_levels) at rising levels, given as normal scores z = Phi^-1(level). Between two levels the
value is linear in z, which is exact for normal demand and follows the thinning tail of any other better than a
line in the level itself. Above the last level the line goes on with the slope of the last two levels or, if steeper,
of the chord from the middle level: whole numbers often tie in the last two, and a tail that ends there would
promise too much. Values are never negative: what would fall below zero is zero.
"""

import numpy as np
from scipy.special import ndtr

from inventory.check import FloatArray, IntArray


def value_at(curve: FloatArray, *, z_levels: FloatArray, z: FloatArray) -> FloatArray:
    """Values (...) of the curves (..., n_levels) at the normal scores z (...).

    >>> value_at(np.array([[10.0, 20.0, 40.0]]), z_levels=np.array([0.0, 1.0, 2.0]), z=np.array([2.5]))
    array([50.])
    """
    left = np.clip(np.searchsorted(z_levels, z, side="right") - 1, 0, z_levels.size - 2)
    low, high = pick(curve, left), pick(curve, left + 1)
    share = (z - z_levels[left]) / (z_levels[left + 1] - z_levels[left])
    tail = curve[..., -1] + tail_slope(curve, z_levels) * (z - z_levels[-1])
    return np.maximum(np.where(z >= z_levels[-1], tail, low + (high - low) * share), 0.0)


def probability_at(curve: FloatArray, *, z_levels: FloatArray, units: FloatArray) -> FloatArray:
    """P(value <= units) (...) of the curves (..., n_levels); the inverse of `value_at`.

    Where several levels share one value the highest of them counts. Negative units have probability 0.

    >>> curve = np.array([[0.0, 0.0, 3.0]])
    >>> probability_at(curve, z_levels=np.array([-1.0, 0.0, 1.0]), units=np.array([0.0]))
    array([0.5])
    """
    z = score_at(curve, z_levels=z_levels, units=units)
    return np.where(units < 0, 0.0, ndtr(z))


def score_at(curve: FloatArray, *, z_levels: FloatArray, units: FloatArray) -> FloatArray:
    """The highest normal scores (...) at which the curves (..., n_levels) do not exceed the units; inf at their end."""
    reached = (curve <= units[..., None]).sum(axis=-1)
    left = np.clip(reached - 1, 0, z_levels.size - 2)
    low, high = pick(curve, left), pick(curve, left + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = z_levels[left] + (units - low) / (high - low) * (z_levels[left + 1] - z_levels[left])
        tail = z_levels[-1] + (units - curve[..., -1]) / tail_slope(curve, z_levels)
    # 0 / 0: all of the upper half sits on one value, and that value is reached.
    return np.where(reached == z_levels.size, np.where(np.isnan(tail), np.inf, tail), inside)


def pick(curve: FloatArray, position: IntArray) -> FloatArray:
    """The entries (...) of the curves (..., n_levels) at the positions (...)."""
    return np.asarray(np.take_along_axis(curve, position[..., None], axis=-1)[..., 0], dtype=np.float64)


def tail_slope(curve: FloatArray, z_levels: FloatArray) -> FloatArray:
    """Units per normal score (...) with which the curves go on above the last level."""
    middle = min(int(np.abs(z_levels).argmin()), z_levels.size - 2)
    last = (curve[..., -1] - curve[..., -2]) / (z_levels[-1] - z_levels[-2])
    chord = (curve[..., -1] - curve[..., middle]) / (z_levels[-1] - z_levels[middle])
    steeper: FloatArray = np.maximum(last, chord)
    return steeper
