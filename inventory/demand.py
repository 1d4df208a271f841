"""Demand as a distribution of totals: how much sells in the next n days, per product.

Units of the product and whole days. Totals only: quantiles of single days are never added up.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri
from scipy.stats import poisson

from inventory.check import FloatArray, IntArray, floats, require, require_share, require_zero_or_more
from inventory.quantile_curve import probability_at, value_at

DAILY_MEAN_DAYS = 56
LEVELS = (0.05, 0.1, 0.25, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.98, 0.99, 0.995)


@dataclass(frozen=True, eq=False)
class TotalDemand:
    """Total demand of the next n days, n = 1..horizon, for all products.

    mean: expected totals, cumulative over the days (products, horizon). levels: rising, between 0 and 1 (n_levels,).
    quantiles: of the totals at these levels (products, horizon, n_levels), rising with the level.
    Raises ValueError naming what does not fit.
    """

    mean: FloatArray
    levels: FloatArray
    quantiles: FloatArray

    def __post_init__(self) -> None:
        """Check the shapes and that totals make sense."""
        for name in ("mean", "levels", "quantiles"):
            object.__setattr__(self, name, floats(name, getattr(self, name)))
        _check_shapes(self.mean, self.levels, self.quantiles)
        _check_values(self.mean, self.levels, self.quantiles)

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.mean.shape[0])

    @property
    def horizon(self) -> int:
        """The longest interval known, in days."""
        return int(self.mean.shape[1])

    @property
    def daily_mean(self) -> FloatArray:
        """Expected units per day over the next eight weeks (products,), or the whole horizon if it is shorter.

        Not over all of a long horizon: how far ahead a forecast reaches must not change what it says.
        """
        days = min(self.horizon, DAILY_MEAN_DAYS)
        return self.mean[:, days - 1] / days

    @property
    def z_levels(self) -> FloatArray:
        """The levels as normal scores (n_levels,)."""
        return np.asarray(ndtri(self.levels), dtype=np.float64)

    def expected(self, days: npt.ArrayLike) -> FloatArray:
        """Expected total of the next `days` days; days (products,) or (products, k), 0 days sell nothing.

        Raises ValueError for days beyond the horizon.

        >>> poisson_demand(2.0, horizon=14).expected(7)
        array([14.])
        """
        rows, column, nothing = self._address(days)
        return np.where(nothing, 0.0, self.mean[rows, column])

    def quantile(self, days: npt.ArrayLike, level: npt.ArrayLike) -> FloatArray:
        """Units that the total of the next `days` days (products,) stays at or below with probability `level`.

        level: one or per product, between 0 and 1. See `quantile_curve` for levels between and beyond the known ones.

        >>> poisson_demand(2.0, horizon=14).quantile(14, 0.95)
        array([37.])
        """
        levels = floats("level", level)
        require_share("level", levels)
        curve = self.curves(days)
        z = np.broadcast_to(ndtri(levels), curve.shape[:-1])
        return value_at(curve, z_levels=self.z_levels, z=z)

    def probability(self, days: npt.ArrayLike, units: npt.ArrayLike) -> FloatArray:
        """P(total of the next `days` days <= units), per product.

        >>> poisson_demand(2.0, horizon=14).probability(14, 37.0).round(2)
        array([0.95])
        """
        curve = self.curves(days)
        return probability_at(
            curve, z_levels=self.z_levels, units=np.broadcast_to(floats("units", units), curve.shape[:-1])
        )

    def curves(self, days: npt.ArrayLike, *, products: IntArray | None = None) -> FloatArray:
        """Quantiles of the totals of the next `days` days: (products, n_levels) or (products, k, n_levels).

        products: indexes of those that the rows of `days` speak of; all of them when None.
        """
        rows, column, nothing = self._address(days, products)
        curves = self.quantiles[rows, column]
        curves[nothing] = 0.0
        return curves

    def only(self, products: IntArray) -> "TotalDemand":
        """The demand of some products, by index."""
        return TotalDemand(self.mean[products], self.levels, self.quantiles[products])

    def scaled(self, factor: npt.ArrayLike) -> "TotalDemand":
        """Demand that is `factor` times as large, one factor or one per product; 1.1 is ten per cent more.

        >>> poisson_demand(2.0, horizon=14).scaled(1.5).expected(14)
        array([42.])
        """
        factors = floats("factor", factor)
        require_zero_or_more("factor", factors)
        each = np.broadcast_to(factors, (self.products,))
        return TotalDemand(self.mean * each[:, None], self.levels, self.quantiles * each[:, None, None])

    def _address(
        self, days: npt.ArrayLike, products: IntArray | None = None
    ) -> tuple[IntArray, IntArray, npt.NDArray[np.bool_]]:
        given = floats("days", days)
        inside = (given >= 0) & (given <= self.horizon) & (given == np.floor(given))
        require("days", given, inside, rule=f"whole and between 0 and the horizon of {self.horizon}")
        each = np.arange(self.products) if products is None else products
        whole = np.broadcast_to(given, (each.size, *given.shape[1:])).astype(np.int64)
        rows = each.reshape(-1, *([1] * (whole.ndim - 1)))
        return rows, np.maximum(whole - 1, 0), whole == 0


def normal_demand(
    mean_per_day: npt.ArrayLike, sd_per_day: npt.ArrayLike, *, horizon: int, levels: npt.ArrayLike = LEVELS
) -> TotalDemand:
    """Independent normal days: the total of n days has mean n mu and deviation sqrt(n) sigma, cut off at zero.

    The textbook case (Silver, Pyke and Thomas 2017, ch. 6); units per day, one number or one per product.

    >>> normal_demand(50.0, 8.0, horizon=4).quantile(4, 0.5)
    array([200.])
    """
    mean, sd = np.broadcast_arrays(
        np.atleast_1d(floats("mean_per_day", mean_per_day)), floats("sd_per_day", sd_per_day)
    )
    require_zero_or_more("mean_per_day", mean)
    require_zero_or_more("sd_per_day", sd)
    days, level = np.arange(1, horizon + 1), floats("levels", levels)
    totals = mean[:, None] * days.astype(np.float64)
    spread = (sd[:, None] * np.sqrt(days))[..., None] * ndtri(level)
    return TotalDemand(totals, level, np.maximum(totals[..., None] + spread, 0.0))


def poisson_demand(rate_per_day: npt.ArrayLike, *, horizon: int, levels: npt.ArrayLike = LEVELS) -> TotalDemand:
    """Poisson days: the total of n days is Poisson with mean n rate; units per day, one rate or one per product.

    >>> poisson_demand([2.0, 0.0], horizon=3).expected(3)
    array([6., 0.])
    """
    rate = np.atleast_1d(floats("rate_per_day", rate_per_day))
    require_zero_or_more("rate_per_day", rate)
    level = floats("levels", levels)
    totals = rate[:, None] * np.arange(1, horizon + 1)
    return TotalDemand(totals, level, np.asarray(poisson.ppf(level, totals[..., None]), dtype=np.float64))


def _check_shapes(mean: FloatArray, levels: FloatArray, quantiles: FloatArray) -> None:
    if mean.ndim != 2 or mean.shape[1] == 0:
        raise ValueError(f"mean must have the shape (products, horizon), got {mean.shape}")
    if levels.ndim != 1 or levels.size < 2:
        raise ValueError(f"levels must be two levels or more, got the shape {levels.shape}")
    if quantiles.shape != (*mean.shape, levels.size):
        raise ValueError(f"quantiles must have the shape {(*mean.shape, levels.size)}, got {quantiles.shape}")


def _check_values(mean: FloatArray, levels: FloatArray, quantiles: FloatArray) -> None:
    require_share("levels", levels)
    require("levels", levels[1:], levels[1:] > levels[:-1], rule="rising")
    require_zero_or_more("mean", mean)
    require("mean", mean[:, 1:], mean[:, 1:] >= mean[:, :-1], rule="cumulative, never falling with the days")
    require_zero_or_more("quantiles", quantiles)
    require("quantiles", quantiles[..., 1:], quantiles[..., 1:] >= quantiles[..., :-1], rule="rising with the level")
