"""The year now and the year then: products of a plan, and the same under what the sliders say, both rolled forward."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.planning.conditions import MAXIMUM_LEAD_TIME_FACTOR
from app.planning.plan import Plan
from inventory.assumptions import Assumptions, changed
from inventory.intervals import order_intervals
from inventory.levels import Levels, levels
from inventory.policy import Policy
from inventory.simulated_year import DrawnDays, Year, drawn_days, part_of, protection_days, simulated_year

DRAWS_OF_A_PRODUCT = 32
DRAWN_OF_A_SHOP = 400  # products and years in all, so that a small shop's sums are no matter of luck
MOST_PRODUCTS = 2000  # of a chain every so many-th is rolled, and counts for its neighbours
SETTLING_INTERVALS = 2
SERVICES = (0.8, 0.9, 0.95, 0.98, 0.99, 0.995)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Moves:
    """Where the sliders stand: changes as factors, promise and holding rate as shares; None as the shop has it."""

    demand: float = 1.0
    lead_time: float = 1.0
    service_level: float | None = None
    order_cost: float | None = None
    holding_rate: float | None = None


@dataclass(frozen=True, eq=False)
class Told:
    """A policy and its year; arrays (products,), those of `year` (ways, products). weight: products each counts for."""

    policy: Policy
    aim: Levels
    year: Year
    weight: float = 1.0

    @property
    def money_in_stock(self) -> Floats:
        """Money in stock on average (ways, products), NaN where the unit cost is unknown."""
        return np.asarray(self.year.stock * np.where(self.policy.unit_cost > 0, self.policy.unit_cost, np.nan))


@dataclass(frozen=True, eq=False)
class Start:
    """What all answers on some products begin with: how they are ordered, the days drawn for them, their year now.

    now: its first way as the shop is, the others with the SERVICES where they were asked for.
    """

    usual: Assumptions
    drawn: DrawnDays
    now: Told


def start_of_product(plan: Plan, product: int) -> Start:
    """Of one product."""
    usual = _now(plan, np.array([product]))
    drawn = _drawn(usual, draws=DRAWS_OF_A_PRODUCT)
    return Start(usual, drawn, _told(usual, drawn))


def start_of_shop(plan: Plan) -> Start:
    """Of the shop; of a chain every so many-th product by size stands for its neighbours."""
    products = rolled_products(plan)
    usual = _now(plan, products)
    drawn = _drawn(usual, draws=max(DRAWN_OF_A_SHOP // max(len(products), 1), 1))
    weight = plan.policy.products / max(len(products), 1)
    return Start(usual, drawn, _told(usual, drawn, weight=weight, services=SERVICES))


def year_then(start: Start, moves: Moves) -> Told:
    """The year under what the sliders say; that of now where none was moved."""
    if moves == Moves():
        return start.now
    return _told(_changed(start.usual, moves), start.drawn, weight=start.now.weight, factor=moves.demand)


def price_of_service(start: Start, moves: Moves) -> Told:
    """The year then, its first way with the shop's promise, the others with the SERVICES."""
    if moves == Moves():
        return start.now
    then = _changed(start.usual, moves)
    return _told(then, start.drawn, weight=start.now.weight, factor=moves.demand, services=SERVICES)


def rolled_products(plan: Plan) -> Ints:
    """The products that the shop's year is rolled of: all; of a chain every so many-th by size, the largest first."""
    by_size = np.argsort(-plan.demand.daily_mean, kind="stable")
    every = -(-len(by_size) // MOST_PRODUCTS)
    chosen = by_size[::every]
    return np.asarray(np.sort(chosen) if every == 1 else chosen, dtype=np.int64)


def _told(
    of: Assumptions, drawn: DrawnDays, *, weight: float = 1.0, factor: float = 1.0, services: tuple[float, ...] = ()
) -> Told:
    year = simulated_year(of.demand, of.policy, drawn=drawn, factor=factor, services=services)
    return Told(of.policy, levels(of.demand, of.policy, order_intervals(of.policy)), year, weight)


def _now(plan: Plan, products: Ints) -> Assumptions:
    """Demand and policy as they are, ordered as often as suppliers' order days allow; what is not ordered any more does
    not count."""
    demand = plan.demand.only(products).scaled(plan.stock.active[products].astype(np.float64))
    return Assumptions(demand, part_of(plan.long_run_policy, products))


def _drawn(usual: Assumptions, *, draws: int) -> DrawnDays:
    """The same days whatever the sliders say: with time to settle where delivery takes as long as it may."""
    longest = protection_days(_changed(usual, Moves(lead_time=MAXIMUM_LEAD_TIME_FACTOR)).policy).max(initial=1)
    return drawn_days(
        usual.demand, protection_days(usual.policy), settling=SETTLING_INTERVALS * int(longest), draws=draws
    )


def _changed(usual: Assumptions, moves: Moves) -> Assumptions:
    return changed(
        usual.demand,
        usual.policy,
        demand_factor=moves.demand,
        lead_time_factor=moves.lead_time,
        service_level=moves.service_level,
        order_cost=moves.order_cost,
        holding_rate=moves.holding_rate,
    )
