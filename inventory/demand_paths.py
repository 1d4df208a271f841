"""Days of demand drawn so that their totals vary as the forecast says they will.

Units and whole days. Quantiles of totals say how far a forecast may be off over an order's interval; here that is
spread over single days, each independent of the others.
"""

import numpy as np
from scipy.special import ndtri

from inventory.check import BoolArray, FloatArray, IntArray
from inventory.demand import TotalDemand
from inventory.quantile_curve import value_at

GRID = 400  # levels at which a distribution is looked at, all equally probable


def total_variance(demand: TotalDemand, days: IntArray) -> FloatArray:
    """Variance (products,) of the total of the next `days` days (products,), around its expected value.

    The mean square over 400 equally probable quantiles.

    >>> from inventory.demand import poisson_demand
    >>> total_variance(poisson_demand(5.0, horizon=14), np.array([14])).round()
    array([68.])
    """
    z = ndtri((np.arange(GRID) + 0.5) / GRID)
    curve = demand.curves(days)[:, None, :]
    at = np.broadcast_to(z, (len(curve), GRID))
    values = value_at(np.repeat(curve, GRID, axis=1), z_levels=demand.z_levels, z=at)
    return np.asarray(((values - demand.expected(days)[:, None]) ** 2).mean(axis=1))


def in_whole_pieces(demand: TotalDemand) -> BoolArray:
    """Which products (products,) sell in whole pieces: all their quantiles are whole numbers."""
    return np.asarray((demand.quantiles == np.round(demand.quantiles)).all(axis=(1, 2)))


def demand_paths(
    demand: TotalDemand, total_days: IntArray, *, rows: IntArray, days: int, generator: np.random.Generator
) -> FloatArray:
    """Demand of single days (days, rows), of the mean of the coming weeks and independent of each other.

    total_days: (products,), over so many days a total has the variance of the forecast. rows: the product of each
    column; one that comes again is drawn again. Whole pieces are negative
    binomial, or Poisson where they vary no more than that; what is weighed is gamma.

    >>> from inventory.demand import poisson_demand
    >>> paths = demand_paths(poisson_demand(5.0, horizon=14), np.array([14]), rows=np.array([0]), days=2000,
    ...                      generator=np.random.default_rng(1))
    >>> paths.shape, bool(abs(paths.mean() - 5.0) < 0.1)
    ((2000, 1), True)
    """
    mean = demand.daily_mean[rows]
    variance = (total_variance(demand, total_days) / np.maximum(total_days, 1))[rows]
    paths = np.zeros((days, len(rows)))
    whole, sells = in_whole_pieces(demand)[rows], mean > 0
    lumpy = sells & whole & (variance > 1.02 * mean)
    even = sells & whole & ~lumpy
    weighed = sells & ~whole
    if lumpy.any():
        m, v = mean[lumpy], variance[lumpy]
        paths[:, lumpy] = generator.negative_binomial(m**2 / (v - m), m / v, (days, int(lumpy.sum())))
    if even.any():
        paths[:, even] = generator.poisson(mean[even], (days, int(even.sum())))
    if weighed.any():
        m, v = mean[weighed], np.maximum(variance[weighed], 1e-9)
        paths[:, weighed] = generator.gamma(m**2 / v, v / m, (days, int(weighed.sum())))
    return paths
