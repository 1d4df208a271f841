"""The demand of a new product, as the owner sees it: a share of what a similar product of her choice sells."""

import numpy as np
import numpy.typing as npt

from inventory.check import FloatArray, floats, require, require_above_zero
from inventory.demand import TotalDemand
from inventory.quantile_curve import value_at


def like_similar(
    demand: TotalDemand, *, product: npt.ArrayLike, similar: npt.ArrayLike, share: npt.ArrayLike = 1.0
) -> TotalDemand:
    """The demand with that of some products replaced by a share of another's.

    product, similar: indexes (n,), share (n,) or one for all: 0.5 sells half as much. The mean is scaled; the spread as
    that of purchases that choose the new product with this chance: the variance beyond Poisson's by the share squared,
    Poisson's own by the share. Half of a slow seller is so less certain than half the numbers say. Raises ValueError
    for an index that is no product and a share that is not above zero.

    >>> from inventory.demand import poisson_demand
    >>> both = like_similar(poisson_demand([4.0, 0.0], horizon=9), product=[1], similar=[0], share=0.25)
    >>> both.expected(9), both.quantile(9, 0.95).round(1)
    (array([36.,  9.]), array([46., 14.]))
    """
    new, old = np.atleast_1d(np.asarray(product, dtype=np.int64)), np.atleast_1d(np.asarray(similar, dtype=np.int64))
    for name, index in (("product", new), ("similar", old)):
        inside = (index >= 0) & (index < demand.products)
        require(name, index.astype(np.float64), inside, rule=f"one of {demand.products} products")
    shares = np.broadcast_to(floats("share", share), new.shape)
    require_above_zero("share", shares)
    mean, quantiles = demand.mean.copy(), demand.quantiles.copy()
    mean[new] = shares[:, None] * demand.mean[old]
    away = (demand.quantiles[old] - demand.mean[old][..., None]) * _spread(demand, old, shares)[..., None]
    quantiles[new] = np.maximum(mean[new][..., None] + away, 0.0)
    return TotalDemand(mean, demand.levels, quantiles)


def _spread(demand: TotalDemand, similar: npt.NDArray[np.int64], share: FloatArray) -> FloatArray:
    """How much narrower the new distribution is, per total (n, horizon)."""
    curve, mean = demand.quantiles[similar], demand.mean[similar]
    one = np.ones(mean.shape)
    deviation = (
        value_at(curve, z_levels=demand.z_levels, z=one) - value_at(curve, z_levels=demand.z_levels, z=-one)
    ) / 2
    variance = deviation**2
    scaled = share[:, None] ** 2 * np.maximum(variance - mean, 0.0) + share[:, None] * np.minimum(variance, mean)
    return np.sqrt(np.divide(scaled, variance, out=np.ones(mean.shape), where=variance > 0))
