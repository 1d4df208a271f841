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
class DrawnDays:
    """Units asked for on single days (days, products x draws), the draws of a product side by side; `drawn_days` makes
    them. The first `settling` days belong to no year."""

    units: FloatArray
    draws: int
    settling: int

    def only(self, products: IntArray) -> "DrawnDays":
        """The same of products that follow each other, by index."""
        first, last = products[0] * self.draws, (products[-1] + 1) * self.draws
        return replace(self, units=self.units[:, first:last])


def drawn_days(usual: TotalDemand, spans: IntArray, *, settling: int, draws: int = 1) -> DrawnDays:
    """Draw a year of each product `draws` times, after days to settle; totals of `spans` (products,) days vary as
    forecast.

    settling: days in which what was on the shelf at the beginning is sold; two protection intervals are enough.
    """
    days = DAYS + settling
    parts = [
        demand_paths(
            usual.only(part),
            spans[part],
            rows=np.repeat(np.arange(len(part)), draws),
            days=days,
            generator=np.random.default_rng(seed),
        )
        for seed, part in _parts(usual.products, draws)
    ]
    return DrawnDays(np.concatenate(parts, axis=1), draws, settling)


def simulated_year(
    demand: TotalDemand, policy: Policy, *, drawn: DrawnDays, factor: float = 1.0, services: tuple[float, ...] = ()
) -> Year:
    """A year under the policy, its ways being the policy's own promise, then the `services` promised to all products.

    demand: the forecast that levels follow. drawn: what is really asked for, `factor` times; draws are averaged. The
    same arguments give the same year, and two policies meet the same days.

    >>> from inventory.demand import poisson_demand
    >>> policy = Policy(lead_time_days=7, review_period_days=7, order_cost=5, holding_rate=0.25, service_level=0.95,
    ...                 maximum_cover_days=90)
    >>> demand = poisson_demand(2.0, horizon=28)
    >>> year = simulated_year(demand, policy, drawn=drawn_days(demand, np.array([14]), settling=28, draws=50))
    >>> year.fill_rate.round(3), year.orders.round()
    (array([[0.993]]), array([[52.]]))
    """
    years = [
        _year(demand.only(part), part_of(policy, part), services, drawn.only(part), factor=factor, seed=seed)
        for seed, part in _parts(policy.products, drawn.draws)
    ]
    return Year(
        **{each.name: np.concatenate([getattr(year, each.name) for year in years], axis=1) for each in fields(Year)}
    )


def _parts(products: int, draws: int) -> list[tuple[int, IntArray]]:
    """The products in parts that are rolled together, each with its seed."""
    at_once = max(AT_ONCE // draws, 1)
    parts = (np.arange(first, min(first + at_once, products)) for first in range(0, products, at_once))
    return list(enumerate(parts, start=SEED))


def part_of(policy: Policy, products: IntArray) -> Policy:
    """The policy of some products, by index; an index may come again."""
    return replace(policy, **{each.name: getattr(policy, each.name)[products] for each in fields(policy)})


def protection_days(policy: Policy) -> IntArray:
    """Days (products,) that one order must cover: lead time plus review period, one at least."""
    days = whole_days(policy.lead_time_days) + whole_days(policy.review_period_days)
    return np.asarray(np.maximum(days, 1), dtype=np.int64)


def _year(
    demand: TotalDemand, policy: Policy, services: tuple[float, ...], drawn: DrawnDays, *, factor: float, seed: int
) -> Year:
    promises = [policy, *(replace(policy, service_level=np.full(policy.products, level)) for level in services)]
    aims = [levels(demand, each, order_intervals(each)) for each in promises]
    point, up_to = (
        np.stack([getattr(aim, name) for aim in aims]).repeat(drawn.draws, axis=1)
        for name in ("reorder_point", "order_up_to")
    )
    rolled = part_of(policy, np.repeat(np.arange(policy.products), drawn.draws))
    days = len(drawn.units)
    is_order_day = np.arange(days)[:, None] % np.maximum(whole_days(rolled.review_period_days), 1) == 0
    lead = lead_times(rolled.lead_time_days, rolled.lead_time_sd_days)
    record = simulate(
        OrderLevels(
            reorder_point=np.where(is_order_day[:, None], point, np.nan),
            order_up_to=np.broadcast_to(up_to, (days, *up_to.shape)),
        ),
        demand=drawn.units * factor,
        on_hand=up_to,
        policy=rolled,
        lead_days=drawn_lead_times(lead, mornings=days, generator=np.random.default_rng((SEED, seed))),
    ).since(drawn.settling)
    yearly = DAYS_A_YEAR / DAYS
    shape = (len(promises), policy.products, drawn.draws)
    asked = np.broadcast_to(record.demand.sum(axis=0), up_to.shape)
    return Year(
        demand=yearly * asked.reshape(shape).mean(axis=2),
        missed=yearly * record.missed.sum(axis=0).reshape(shape).mean(axis=2),
        stock=record.on_hand.mean(axis=0).reshape(shape).mean(axis=2),
        orders=yearly * (record.ordered > 0).sum(axis=0).reshape(shape).mean(axis=2),
    )
