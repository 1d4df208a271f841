"""A distribution known by some of its quantiles: from level to value and back.

A curve holds values (..., n_levels) at rising levels, given as normal scores z = Phi^-1(level). Between two levels the
value is linear in z, which is exact for normal demand and follows the thinning tail of any other better than a
line in the level itself. Above the last level the line goes on with the slope of the last two levels or, if steeper,
of the chord from the middle level: whole numbers often tie in the last two, and a tail that ends there would
promise too much. Values are never negative: what would fall below zero is zero.
"""

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from inventory.check import FloatArray, IntArray


def value_at(curve: FloatArray, *, z_levels: FloatArray, z: FloatArray) -> FloatArray:
    """Values (...) of the curves (..., n_levels) at the normal scores z (...).

    >>> value_at(np.array([[10.0, 20.0, 40.0]]), z_levels=np.array([0.0, 1.0, 2.0]), z=np.array([2.5]))
    array([50.])
    """
    left = np.clip(np.searchsorted(z_levels, z, side="right") - 1, 0, z_levels.size - 2)
    low, high = _pick(curve, left), _pick(curve, left + 1)
    share = (z - z_levels[left]) / (z_levels[left + 1] - z_levels[left])
    tail = curve[..., -1] + _tail_slope(curve, z_levels) * (z - z_levels[-1])
    return np.maximum(np.where(z >= z_levels[-1], tail, low + (high - low) * share), 0.0)


def probability_at(curve: FloatArray, *, z_levels: FloatArray, units: FloatArray) -> FloatArray:
    """P(value <= units) (...) of the curves (..., n_levels); the inverse of `value_at`.

    Where several levels share one value the highest of them counts. Negative units have probability 0.

    >>> curve = np.array([[0.0, 0.0, 3.0]])
    >>> probability_at(curve, z_levels=np.array([-1.0, 0.0, 1.0]), units=np.array([0.0]))
    array([0.5])
    """
    z = _score_at(curve, z_levels=z_levels, units=units)
    return np.where(units < 0, 0.0, ndtr(z))


def expected_above(curve: FloatArray, *, z_levels: FloatArray, units: FloatArray) -> FloatArray:
    """E[(value - units)+] (...): the expected amount beyond `units` of the curves (..., n_levels).

    The exact integral of the piecewise linear curve; for normal values it is the loss function
    sigma (phi(k) - k (1 - Phi(k))) (Silver, Pyke and Thomas 2017, app. II; Snyder and Shen 2019, app. C). Negative
    units are all missing besides.

    >>> curve = np.array([[90.0, 100.0, 110.0]])
    >>> expected_above(curve, z_levels=np.array([-1.0, 0.0, 1.0]), units=np.array([100.0])).round(4)
    array([3.9894])
    """
    above_zero = np.maximum(units, 0.0)
    z = _score_at(curve, z_levels=z_levels, units=above_zero)
    left = np.clip(np.searchsorted(z_levels, z, side="right") - 1, 0, z_levels.size - 2)
    slope = np.diff(curve, axis=-1) / np.diff(z_levels)
    tail_slope = _tail_slope(curve, z_levels)
    inside = _pick(_above_nodes(curve, z_levels, tail_slope), left + 1) + _line_integral(
        _pick(curve, left), _pick(slope, left), z_levels[left], start=z, end=z_levels[left + 1]
    )
    finite = np.where(np.isfinite(z), z, 0.0)
    tail = np.where(np.isfinite(z), tail_slope * (_density(finite) - finite * ndtr(-finite)), 0.0)
    beyond = np.where(z >= z_levels[-1], tail, inside - above_zero * ndtr(-z))
    return np.maximum(beyond, 0.0) + np.maximum(-units, 0.0)


def _score_at(curve: FloatArray, *, z_levels: FloatArray, units: FloatArray) -> FloatArray:
    reached = (curve <= units[..., None]).sum(axis=-1)
    left = np.clip(reached - 1, 0, z_levels.size - 2)
    low, high = _pick(curve, left), _pick(curve, left + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = z_levels[left] + (units - low) / (high - low) * (z_levels[left + 1] - z_levels[left])
        tail = z_levels[-1] + (units - curve[..., -1]) / _tail_slope(curve, z_levels)
    # 0 / 0: all of the upper half sits on one value, and that value is reached.
    return np.where(reached == z_levels.size, np.where(np.isnan(tail), np.inf, tail), inside)


def _above_nodes(curve: FloatArray, z_levels: FloatArray, tail_slope: FloatArray) -> FloatArray:
    """The integral of value x density from each level to the end (..., n_levels)."""
    last = z_levels[-1]
    tail = curve[..., -1] * ndtr(-last) + tail_slope * (_density(last) - last * ndtr(-last))
    slope = np.diff(curve, axis=-1) / np.diff(z_levels)
    parts = _line_integral(curve[..., :-1], slope, z_levels[:-1], start=z_levels[:-1], end=z_levels[1:])
    each = np.concatenate([parts, tail[..., None]], axis=-1)
    return np.asarray(np.cumsum(each[..., ::-1], axis=-1)[..., ::-1], dtype=np.float64)


def _line_integral(
    value: FloatArray, slope: FloatArray, at: FloatArray, *, start: FloatArray, end: FloatArray
) -> FloatArray:
    """The integral of (value + slope (z - at)) x density over z from start to end."""
    level = value - slope * at
    return np.asarray(level * (ndtr(end) - ndtr(start)) + slope * (_density(start) - _density(end)), dtype=np.float64)


def _density(z: npt.ArrayLike) -> FloatArray:
    return np.asarray(np.exp(-0.5 * np.square(z)) / np.sqrt(2 * np.pi), dtype=np.float64)


def _pick(curve: FloatArray, position: IntArray) -> FloatArray:
    return np.asarray(np.take_along_axis(curve, position[..., None], axis=-1)[..., 0], dtype=np.float64)


def _tail_slope(curve: FloatArray, z_levels: FloatArray) -> FloatArray:
    middle = min(int(np.abs(z_levels).argmin()), z_levels.size - 2)
    last = (curve[..., -1] - curve[..., -2]) / (z_levels[-1] - z_levels[-2])
    chord = (curve[..., -1] - curve[..., middle]) / (z_levels[-1] - z_levels[middle])
    steeper: FloatArray = np.maximum(last, chord)
    return steeper
