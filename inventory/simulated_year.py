"""What a policy means in a year, by rolling days forward as the replay does: served, missed, in stock, ordered.

Units and whole days. Forecasts do not change in this year: levels stay, and demand varies around the forecast as far as
it is said to.
"""

from dataclasses import dataclass, fields, replace

import numpy as np

from inventory.check import FloatArray, IntArray
from inventory.demand import TotalDemand
from inventory.demand_paths import demand_paths
from inventory.drawn_lead_times import drawn_lead_times
from inventory.intervals import order_intervals
from inventory.lead_time import lead_times, whole_days
from inventory.levels import levels
from inventory.policy import Policy
from inventory.simulation import OrderLevels, simulate

DAYS = 364
DAYS_A_YEAR = 365
AT_ONCE = 500  # products and draws rolled together, so that a shop of thousands needs no gigabyte
SEED = 11


@dataclass(frozen=True, eq=False, kw_only=True)
class Year:
    """Arrays (ways, products). demand, missed: units a year. stock: mean units on the shelf in the morning.

    orders: a year.
    """

    demand: FloatArray
    missed: FloatArray
    stock: FloatArray
    orders: FloatArray

    @property
    def fill_rate(self) -> FloatArray:
        """Share of the demanded units that was served (ways, products), 1 where none was demanded."""
        return served(self.demand, self.missed)


def served(demand: FloatArray, missed: FloatArray) -> FloatArray:
    """Share of units served, 1 where none was demanded."""
    return np.divide(demand - missed, demand, out=np.ones(np.shape(demand)), where=np.asarray(demand) > 0)


@dataclass(frozen=True, eq=False)
class DrawnDemand:
    """What the days of a year are drawn from: `factor` times the demand `usual`, whose totals of `days` (products,)
    days vary as forecast; `draws` years of each product."""

    usual: TotalDemand
    days: IntArray
    factor: float = 1.0
    draws: int = 1

    def only(self, products: IntArray) -> "DrawnDemand":
        """The same of some products, by index."""
        return replace(self, usual=self.usual.only(products), days=self.days[products])

    def paths(self, *, days: int, generator: np.random.Generator) -> FloatArray:
        """Units of each day (days, products x draws), the draws of a product side by side."""
        each = np.repeat(np.arange(self.usual.products), self.draws)
        paths = demand_paths(self.usual, self.days, rows=each, days=days, generator=generator)
        return np.asarray(paths * self.factor)


def simulated_year(
    demand: TotalDemand, policy: Policy, *, drawn: DrawnDemand, services: tuple[float, ...] = ()
) -> Year:
    """A year under the policy, its ways being the policy's own promise, then the `services` promised to all products.

    demand: the forecast that levels follow. drawn: what is really asked for; draws are averaged. The same arguments
    give the same year, and two policies meet the same days.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> demand = poisson_demand(2.0, horizon=28)
    >>> year = simulated_year(demand, policy, drawn=DrawnDemand(demand, np.array([14]), draws=50))
    >>> year.fill_rate.round(3), year.orders.round()
    (array([[0.993]]), array([[52.]]))
    """
    at_once = max(AT_ONCE // drawn.draws, 1)
    parts = [np.arange(first, min(first + at_once, policy.products)) for first in range(0, policy.products, at_once)]
    years = [
        _year(demand.only(part), part_of(policy, part), services, drawn.only(part), seed=seed)
        for seed, part in enumerate(parts, start=SEED)
    ]
    return Year(
        **{each.name: np.concatenate([getattr(year, each.name) for year in years], axis=1) for each in fields(Year)}
    )


def part_of(policy: Policy, products: IntArray) -> Policy:
    """The policy of some products, by index; an index may come again."""
    return replace(policy, **{each.name: getattr(policy, each.name)[products] for each in fields(policy)})


def protection_days(policy: Policy) -> IntArray:
    """Days (products,) that one order must cover: lead time plus review period, one at least."""
    days = whole_days(policy.lead_time_days) + whole_days(policy.review_period_days)
    return np.asarray(np.maximum(days, 1), dtype=np.int64)


def _year(demand: TotalDemand, policy: Policy, services: tuple[float, ...], drawn: DrawnDemand, *, seed: int) -> Year:
    generator = np.random.default_rng(seed)
    promises = [policy, *(replace(policy, service_level=np.full(policy.products, level)) for level in services)]
    aims = [levels(demand, each, order_intervals(each)) for each in promises]
    point, up_to = (
        np.stack([getattr(aim, name) for aim in aims]).repeat(drawn.draws, axis=1)
        for name in ("reorder_point", "order_up_to")
    )
    rolled = part_of(policy, np.repeat(np.arange(policy.products), drawn.draws))
    settling = 2 * int(protection_days(policy).max())
    days = DAYS + settling
    is_order_day = np.arange(days)[:, None] % np.maximum(whole_days(rolled.review_period_days), 1) == 0
    lead = lead_times(rolled.lead_time_days, rolled.lead_time_sd_days)
    paths = drawn.paths(days=days, generator=generator)
    record = simulate(
        OrderLevels(
            reorder_point=np.where(is_order_day[:, None], point, np.nan),
            order_up_to=np.broadcast_to(up_to, (days, *up_to.shape)),
        ),
        demand=paths,
        on_hand=up_to,
        policy=rolled,
        lead_days=drawn_lead_times(lead, mornings=days, generator=generator),
    ).since(settling)
    yearly = DAYS_A_YEAR / DAYS
    shape = (len(promises), policy.products, drawn.draws)
    asked = np.broadcast_to(record.demand.sum(axis=0), up_to.shape)
    return Year(
        demand=yearly * asked.reshape(shape).mean(axis=2),
        missed=yearly * record.missed.sum(axis=0).reshape(shape).mean(axis=2),
        stock=record.on_hand.mean(axis=0).reshape(shape).mean(axis=2),
        orders=yearly * (record.ordered > 0).sum(axis=0).reshape(shape).mean(axis=2),
    )
