"""Demand over the protection interval: lead time plus review period, the days that one order must cover.

With a random lead time the distributions of the possible intervals are mixed,
F_X(x) = sum over l of P(L = l) F_{R+l}(x) (Silver, Pyke and Thomas 2017, ch. 6), so that a late delivery counts with
what sells while it is late.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from inventory.check import FloatArray, IntArray, floats, require_share
from inventory.demand import TotalDemand
from inventory.lead_time import lead_times, whole_days
from inventory.policy import Policy
from inventory.quantile_curve import probability_at, value_at

ROUNDING_ERROR = 1e-9


@dataclass(frozen=True, eq=False)
class ProtectionDemand:
    """The total X that may sell before the next order arrives; made by `protection_demand`.

    expected: E[X] (products,). curve: quantiles of X (products, n_levels) over the likeliest interval, which is the
    only one of most products. random: indexes (m,) of the products whose lead time varies; random_curves
    (m, k, n_levels) and weights (m, k) hold their possible intervals and the probabilities of these.
    """

    expected: FloatArray
    z_levels: FloatArray
    curve: FloatArray
    random: IntArray
    random_curves: FloatArray
    weights: FloatArray

    def probability(self, units: npt.ArrayLike) -> FloatArray:
        """P(X <= units) (products,)."""
        each = np.broadcast_to(floats("units", units), self.expected.shape)
        reached = probability_at(self.curve, z_levels=self.z_levels, units=each)
        if self.random.size:
            reached[self.random] = self._mixed_probability(each[self.random])
        return reached

    def whole_units(self, level: npt.ArrayLike) -> FloatArray:
        """The fewest whole units with P(X <= units) >= level (products,): the quantile of X, rounded up.

        level: one or per product. Raises ValueError for a level that is not between 0 and 1.
        """
        levels = floats("service_level", level)
        require_share("service_level", levels)
        each = np.broadcast_to(levels, self.expected.shape)
        units = _ceil(value_at(self.curve, z_levels=self.z_levels, z=ndtri(each)))
        if self.random.size:
            units[self.random] = self._mixed_units(each[self.random])
        return units

    def _mixed_probability(self, units: FloatArray) -> FloatArray:
        each = np.broadcast_to(units[:, None], self.weights.shape)
        parts = probability_at(self.random_curves, z_levels=self.z_levels, units=each)
        return np.asarray((parts * self.weights).sum(axis=1), dtype=np.float64)

    def _mixed_units(self, level: FloatArray) -> FloatArray:
        z = np.broadcast_to(ndtri(level)[:, None], self.weights.shape)
        possible = _ceil(value_at(self.random_curves, z_levels=self.z_levels, z=z))
        low: FloatArray = np.where(self.weights > 0, possible, np.inf).min(axis=1) - 1
        high: FloatArray = np.where(self.weights > 0, possible, -np.inf).max(axis=1)
        while (high - low).max() > 1:
            middle = np.floor((low + high) / 2)
            enough = self._mixed_probability(middle) >= level - ROUNDING_ERROR
            low, high = np.where(enough, low, middle), np.where(enough, middle, high)
        return high


def protection_demand(demand: TotalDemand, policy: Policy) -> ProtectionDemand:
    """Demand over lead time plus review period of each product.

    Raises ValueError naming the days where the forecast does not reach far enough; `longest_protection_days` tells
    how far it must.

    >>> weekly = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> from inventory.demand import poisson_demand
    >>> protection_demand(poisson_demand(2.0, horizon=14), weekly).whole_units(0.95)
    array([37.])
    """
    _check_sizes(demand, policy)
    lead = lead_times(policy.lead_time_days, policy.lead_time_sd_days)
    review = whole_days(policy.review_period_days)
    days = lead.days + review[:, None]
    random = np.flatnonzero((lead.probabilities > 0).sum(axis=1) > 1)
    certain = days[np.arange(demand.products), lead.probabilities.argmax(axis=1)]
    # Without the last bits, which depend on the order of summation and so on the other products.
    expected = np.asarray((demand.expected(days) * lead.probabilities).sum(axis=1), dtype=np.float64)
    return ProtectionDemand(
        expected=expected.round(9),
        z_levels=demand.z_levels,
        curve=demand.curves(certain),
        random=random,
        random_curves=demand.curves(days[random], products=random),
        weights=lead.probabilities[random],
    )


def longest_protection_days(policy: Policy) -> int:
    """The days ahead that a forecast must reach so that every product of the policy can be decided.

    >>> longest_protection_days(Policy(lead_time_days=10, lead_time_sd_days=3, review_period_days=7, order_cost=5,
    ...                                holding_rate=0.25, service_level=0.95, maximum_cover_days=90))
    29
    """
    lead = lead_times(policy.lead_time_days, policy.lead_time_sd_days)
    days = lead.days.max(axis=1) + whole_days(policy.review_period_days)
    return int(days.max(initial=0))


def _check_sizes(demand: TotalDemand, policy: Policy) -> None:
    if policy.products != demand.products:
        raise ValueError(f"policy must have the {demand.products} products of the demand, got {policy.products}")


def _ceil(units: FloatArray) -> FloatArray:
    # A quantile of 37 must not become 38 because of the last bit.
    return np.ceil(units.round(6))
