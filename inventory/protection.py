"""Demand over an interval of random length, above all the protection interval that one order must cover.

With a random lead time the distributions of the possible intervals are mixed,
F_X(x) = sum over l of P(L = l) F_{R+l}(x) (Silver, Pyke and Thomas 2017, ch. 6), so that a late delivery counts with
what sells while it is late.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from inventory.check import FloatArray, IntArray, floats, require_share
from inventory.demand import TotalDemand
from inventory.intervals import order_intervals
from inventory.lead_time import LeadTimes
from inventory.loss_curve import LossCurve, loss_curve
from inventory.order_calendar import OrderCalendar
from inventory.policy import Policy
from inventory.quantile_curve import probability_at, value_at

ROUNDING_ERROR = 1e-9


@dataclass(frozen=True, eq=False)
class ProtectionDemand:
    """The total X that may sell in an interval; made by `protection_demand` and `mixed_demand`.

    expected: E[X] (products,). curve: quantiles of X (products, n_levels) over the likeliest interval, which is the
    only one of most products. random: indexes (m,) of the products whose interval varies; random_curves
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
            every = np.arange(self.random.size)
            reached[self.random] = self._mixed_probability(each[self.random], every)
        return reached

    def expected_short(self, units: npt.ArrayLike) -> FloatArray:
        """E[(X - units)+], the units that would be missing; units (products,) or (products, k).

        >>> from inventory.demand import normal_demand
        >>> week = LeadTimes(np.array([[4]]), np.array([[1.0]]))
        >>> mixed_demand(normal_demand(50.0, 8.0, horizon=4), week).expected_short([200.0]).round(4)
        array([6.3831])
        """
        given = floats("units", units)
        each = np.broadcast_to(given, (self.expected.size, *given.shape[1:]))
        short = _alongside(self._loss, given.ndim).above(each)
        if self.random.size:
            short[self.random] = self._mixed_short(each[self.random])
        return short

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

    def _mixed_probability(self, units: FloatArray, rows: IntArray) -> FloatArray:
        each = np.broadcast_to(units[:, None], self.weights[rows].shape)
        parts = probability_at(self.random_curves[rows], z_levels=self.z_levels, units=each)
        return np.asarray((parts * self.weights[rows]).sum(axis=1), dtype=np.float64)

    @cached_property
    def _loss(self) -> LossCurve:
        return loss_curve(self.curve, z_levels=self.z_levels)

    @cached_property
    def _random_losses(self) -> tuple[LossCurve, ...]:
        """Of each possible interval, all products at once."""
        return tuple(loss_curve(curve, z_levels=self.z_levels) for curve in self.random_curves.swapaxes(0, 1))

    def _mixed_short(self, units: FloatArray) -> FloatArray:
        short = np.zeros(units.shape)
        for loss, weight in zip(self._random_losses, self.weights.T, strict=True):
            short += _alongside(loss, units.ndim).above(units) * weight.reshape(-1, *([1] * (units.ndim - 1)))
        return short

    def _mixed_units(self, level: FloatArray) -> FloatArray:
        z = np.broadcast_to(ndtri(level)[:, None], self.weights.shape)
        possible = _ceil(value_at(self.random_curves, z_levels=self.z_levels, z=z))
        low: FloatArray = np.where(self.weights > 0, possible, np.inf).min(axis=1) - 1
        high: FloatArray = np.where(self.weights > 0, possible, -np.inf).max(axis=1)
        rows = np.flatnonzero(high - low > 1)
        while rows.size:
            middle = np.floor((low[rows] + high[rows]) / 2)
            enough = self._mixed_probability(middle, rows) >= level[rows] - ROUNDING_ERROR
            low[rows], high[rows] = np.where(enough, low[rows], middle), np.where(enough, middle, high[rows])
            rows = rows[high[rows] - low[rows] > 1]
        return high


def protection_demand(
    demand: TotalDemand, policy: Policy, *, calendar: OrderCalendar | None = None
) -> ProtectionDemand:
    """Demand of each product until the order after the next one arrives: lead time plus review period.

    With a calendar the dates decide, see `intervals.py`. Raises ValueError naming the days where the forecast does not
    reach far enough; `longest_protection_days` tells how far it must.

    >>> weekly = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> from inventory.demand import poisson_demand
    >>> protection_demand(poisson_demand(2.0, horizon=14), weekly).whole_units(0.95)
    array([37.])
    """
    if policy.products != demand.products:
        raise ValueError(f"policy must have the {demand.products} products of the demand, got {policy.products}")
    return mixed_demand(demand, order_intervals(policy, calendar).protection)


def mixed_demand(demand: TotalDemand, interval: LeadTimes) -> ProtectionDemand:
    """Demand of each product over an interval of random length, days counted from today.

    Raises ValueError naming the days where the forecast does not reach far enough.
    """
    random = np.flatnonzero((interval.probabilities > 0).sum(axis=1) > 1)
    certain = interval.days[np.arange(demand.products), interval.probabilities.argmax(axis=1)]
    # Without the last bits, which depend on the order of summation and so on the other products.
    expected = np.asarray((demand.expected(interval.days) * interval.probabilities).sum(axis=1), dtype=np.float64)
    return ProtectionDemand(
        expected=expected.round(9),
        z_levels=demand.z_levels,
        curve=demand.curves(certain),
        random=random,
        random_curves=demand.curves(interval.days[random], products=random),
        weights=interval.probabilities[random],
    )


def longest_protection_days(policy: Policy, *, calendar: OrderCalendar | None = None) -> int:
    """The days ahead that a forecast must reach so that every product of the policy can be decided.

    >>> longest_protection_days(Policy(lead_time_days=10, lead_time_sd_days=3, review_period_days=7, order_cost=5,
    ...                                holding_rate=0.25, service_level=0.95, maximum_cover_days=90))
    29
    """
    return order_intervals(policy, calendar).longest


def _alongside(loss: LossCurve, dimensions: int) -> LossCurve:
    """The curves of products (products, n_levels) beside units with more dimensions, the first of which is products."""
    if dimensions <= 1:
        return loss
    more = (slice(None), *([None] * (dimensions - 1)))
    return LossCurve(
        curve=loss.curve[more],
        z_levels=loss.z_levels,
        slope=loss.slope[more],
        tail=loss.tail[more],
        beyond=loss.beyond[more],
    )


def _ceil(units: FloatArray) -> FloatArray:
    # A quantile of 37 must not become 38 because of the last bit.
    return np.ceil(units.round(6))
