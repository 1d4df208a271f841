"""A promotion: demand times a factor for some days, and what to order more for it, until when.

Units, whole days counted from today. Quantiles of totals grow as their means do.
"""

from dataclasses import dataclass

import numpy as np

from inventory.check import FloatArray, IntArray, require_above_zero, require_zero_or_more
from inventory.demand import TotalDemand
from inventory.lead_time import whole_days
from inventory.order_quantity import rounded_order
from inventory.policy import Policy
from inventory.simulated_year import protection_days


@dataclass(frozen=True)
class Promotion:
    """Demand is `factor` times as large for `days` days from day `first_day` on, 0 being today."""

    first_day: int
    days: int
    factor: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Extra:
    """What a promotion asks for, arrays (products,).

    sells_more: units expected beyond the usual over the promotion. order_more: units to order beyond the usual, in
    packs. order_in_days: by when, so that they are there when it begins; 0 is today. late_days: by how many days even
    an order of today comes too late.
    """

    sells_more: FloatArray
    order_more: FloatArray
    order_in_days: FloatArray
    late_days: FloatArray


def with_promotion(demand: TotalDemand, promotion: Promotion) -> TotalDemand:
    """Demand with a promotion in it; days beyond the horizon are left out.

    >>> from inventory.demand import poisson_demand
    >>> with_promotion(poisson_demand(2.0, horizon=7), Promotion(first_day=2, days=3, factor=1.5)).mean
    array([[ 2.,  4.,  7., 10., 13., 15., 17.]])
    """
    require_zero_or_more("factor", np.array([promotion.factor]))
    require_above_zero("days", np.array([float(promotion.days)]))
    daily = np.diff(demand.mean, axis=1, prepend=0.0)
    last = promotion.first_day + promotion.days
    daily[:, promotion.first_day : last] *= promotion.factor
    mean = np.cumsum(daily, axis=1)
    growth = np.divide(mean, demand.mean, out=np.ones(mean.shape), where=demand.mean > 0)
    return TotalDemand(mean, demand.levels, demand.quantiles * growth[..., None])


def extra_order(demand: TotalDemand, policy: Policy, promotion: Promotion) -> Extra:
    """What to order more for a promotion, in time.

    Ordered on the last day from which a delivery comes before it begins; what sells more in the days that this order
    must cover (lead time and review period), at the promised level, in whole packs.
    Raises ValueError where the demand does not reach over these days.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=3, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90, pack_size=6)
    >>> extra = extra_order(poisson_demand(10.0, horizon=40), policy, Promotion(first_day=9, days=5, factor=2.0))
    >>> extra.sells_more, extra.order_more, extra.order_in_days
    (array([50.]), array([60.]), array([6.]))
    """
    lead, cover = whole_days(policy.lead_time_days), protection_days(policy)
    usual, more = demand.mean, with_promotion(demand, promotion).mean
    begin = np.clip(promotion.first_day - lead, 0, demand.horizon - 1)
    end = np.minimum(np.maximum(begin + cover, begin + 1), demand.horizon)
    surplus = _between(more - usual, begin, end)
    expected = _between(usual, begin, end)
    days = end - begin
    safe = demand.quantile(days, policy.service_level)
    growth = np.divide(surplus, expected, out=np.zeros(surplus.shape), where=expected > 0)
    need = np.ceil((np.maximum(safe, expected) * growth).round(6))
    last = min(promotion.first_day + promotion.days, demand.horizon) - 1
    first = min(promotion.first_day, demand.horizon)
    whole = (more - usual)[:, last] - ((more - usual)[:, first - 1] if first else 0.0)
    return Extra(
        sells_more=whole,
        order_more=rounded_order(need, moq=0.0, pack_size=policy.pack_size),
        order_in_days=begin.astype(np.float64),
        late_days=np.maximum(lead - promotion.first_day, 0).astype(np.float64),
    )


def _between(running: FloatArray, begin: IntArray, end: IntArray) -> FloatArray:
    """What lies between two days (products,) of running totals (products, horizon)."""
    rows = np.arange(len(running))
    padded = np.concatenate((np.zeros((len(running), 1)), running), axis=1)
    return np.asarray(padded[rows, end] - padded[rows, begin])
