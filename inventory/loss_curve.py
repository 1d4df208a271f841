"""How much is expected beyond a value: the loss function of a distribution known by some of its quantiles.

The exact integral of the piecewise linear curve of `quantile_curve.py`; for normal values it is
sigma (phi(k) - k (1 - Phi(k))) (Silver, Pyke and Thomas 2017, app. II; Snyder and Shen 2019, app. C).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

from inventory.check import FloatArray
from inventory.quantile_curve import pick, score_at, tail_slope


@dataclass(frozen=True, eq=False, kw_only=True)
class LossCurve:
    """Curves (..., n_levels) with what their integrals share, worked out once; made by `loss_curve`.

    slope: of each piece (..., n_levels - 1), tail: of the line above the last level (...). beyond: the integral of
    value x density from each level to the end (..., n_levels).
    """

    curve: FloatArray
    z_levels: FloatArray
    slope: FloatArray
    tail: FloatArray
    beyond: FloatArray

    def above(self, units: FloatArray) -> FloatArray:
        """E[(value - units)+] (...), units of any shape that fits the curves' own; negative ones are missing besides.

        >>> loss = loss_curve(np.array([[90.0, 100.0, 110.0]]), z_levels=np.array([-1.0, 0.0, 1.0]))
        >>> loss.above(np.array([100.0])).round(4)
        array([3.9894])
        """
        above_zero = np.maximum(units, 0.0)
        z = score_at(self.curve, z_levels=self.z_levels, units=above_zero)
        left = np.clip(np.searchsorted(self.z_levels, z, side="right") - 1, 0, self.z_levels.size - 2)
        start, end = self.z_levels[left], self.z_levels[left + 1]
        piece = _line_integral(pick(self.curve, left), pick(self.slope, left), start, first=z, last=end)
        inside = pick(self.beyond, left + 1) + piece - above_zero * ndtr(-z)
        finite = np.where(np.isfinite(z), z, 0.0)
        tail = np.where(np.isfinite(z), self.tail * (_density(finite) - finite * ndtr(-finite)), 0.0)
        short = np.where(z >= self.z_levels[-1], tail, inside)
        return np.asarray(np.maximum(short, 0.0) + np.maximum(-units, 0.0), dtype=np.float64)


def loss_curve(curve: FloatArray, *, z_levels: FloatArray) -> LossCurve:
    """The loss function of the curves (..., n_levels) at the levels' normal scores (n_levels,)."""
    slope, tail, last = np.diff(curve, axis=-1) / np.diff(z_levels), tail_slope(curve, z_levels), z_levels[-1]
    pieces = _line_integral(curve[..., :-1], slope, z_levels[:-1], first=z_levels[:-1], last=z_levels[1:])
    end = curve[..., -1] * ndtr(-last) + tail * (_density(last) - last * ndtr(-last))
    each = np.concatenate([pieces, end[..., None]], axis=-1)
    beyond = np.cumsum(each[..., ::-1], axis=-1)[..., ::-1]
    return LossCurve(curve=curve, z_levels=z_levels, slope=slope, tail=tail, beyond=beyond)


def _line_integral(
    value: FloatArray, slope: FloatArray, at: FloatArray, *, first: FloatArray, last: FloatArray
) -> FloatArray:
    """The integral of (value + slope (z - at)) x density over z from first to last."""
    level = value - slope * at
    return np.asarray(level * (ndtr(last) - ndtr(first)) + slope * (_density(first) - _density(last)), dtype=np.float64)


def _density(z: npt.ArrayLike) -> FloatArray:
    return np.asarray(np.exp(-0.5 * np.square(z)) / np.sqrt(2 * np.pi), dtype=np.float64)
