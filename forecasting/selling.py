"""Whether a product still sells: a silence too long for its own rate is not a slow week."""

import numpy as np

from forecasting.arrays import BoolArray, FloatArray

LEAST_SILENCE = 56  # open days; shorter ones may be a sell-out or a quiet season
IMPROBABLE = 0.001


def still_sells(units: FloatArray) -> BoolArray:
    """Which products (n_products,) can be expected to sell again, from units (n_days, n_products).

    False where none was ever sold, and where the open days since the last sale are 8 weeks or more and
    improbable (below 0.1 %) under the product's own rate before: with k days of sales in m open days, the chance of n
    silent ones is (m / (m + n))^(k + 1/2), Gamma-Poisson with Jeffreys' prior (Gelman et al., Bayesian Data
    Analysis, 3rd ed., section 2.6).

    >>> daily, rare = np.r_[np.ones(100), np.zeros(60)], np.r_[1.0, np.zeros(99), 1.0, np.zeros(59)]
    >>> still_sells(np.stack([daily, rare, np.zeros(160)], axis=1))
    array([False,  True, False])
    """
    observed, sales = ~np.isnan(units), np.nan_to_num(units) > 0
    n_days = len(units)
    ever = sales.any(axis=0)
    last = n_days - 1 - np.argmax(sales[::-1], axis=0)
    after = np.arange(n_days)[:, None] > last
    silent = (observed & after).sum(axis=0)
    before = np.maximum((observed & ~after).sum(axis=0), 1)
    chance = (before / (before + silent)) ** (sales.sum(axis=0) + 0.5)
    return np.asarray(ever & ((silent < LEAST_SILENCE) | (chance >= IMPROBABLE)))
