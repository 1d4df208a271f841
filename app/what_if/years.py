"""The year now and the year then: the shop of a plan, and the same under what the sliders say, both rolled forward."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.planning.plan import Plan
from inventory.assumptions import Assumptions, changed
from inventory.intervals import order_intervals
from inventory.levels import Levels, levels
from inventory.policy import Policy
from inventory.simulated_year import DrawnDemand, Year, part_of, protection_days, simulated_year

DRAWS_OF_A_PRODUCT = 32
DRAWN_OF_A_SHOP = 400  # products and years in all, so that a small shop's sums are no matter of luck
MOST_PRODUCTS = 2000  # of a chain every so many-th is rolled, and counts for its neighbours
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


def product_years(plan: Plan, product: int, moves: Moves) -> tuple[Told, Told]:
    """Now and then, of one product."""
    return _years(plan, np.array([product]), moves, draws=DRAWS_OF_A_PRODUCT)


def shop_years(plan: Plan, moves: Moves) -> tuple[Told, Told]:
    """Now and then, of the shop."""
    products = _rolled(plan)
    return _years(plan, products, moves, draws=_draws(products))


def price_of_service(plan: Plan, moves: Moves) -> Told:
    """The year then, its first way with the shop's promise, the others with the SERVICES."""
    products = _rolled(plan)
    usual = _now(plan, products)
    drawn = DrawnDemand(usual.demand, protection_days(usual.policy), factor=moves.demand, draws=_draws(products))
    return _told(plan, _changed(usual, moves), drawn, services=SERVICES)


def _years(plan: Plan, products: Ints, moves: Moves, *, draws: int) -> tuple[Told, Told]:
    usual = _now(plan, products)
    drawn = DrawnDemand(usual.demand, protection_days(usual.policy), draws=draws)
    return _told(plan, usual, drawn), _told(plan, _changed(usual, moves), replace(drawn, factor=moves.demand))


def _told(plan: Plan, of: Assumptions, drawn: DrawnDemand, *, services: tuple[float, ...] = ()) -> Told:
    year = simulated_year(of.demand, of.policy, drawn=drawn, services=services)
    aim = levels(of.demand, of.policy, order_intervals(of.policy))
    rolled = of.policy.products
    return Told(of.policy, aim, year, weight=plan.policy.products / rolled if rolled > 1 else 1.0)


def _now(plan: Plan, products: Ints) -> Assumptions:
    """Demand and policy as they are, ordered as often as suppliers' order days allow; what is not ordered any more does
    not count."""
    demand = plan.demand.only(products).scaled(plan.stock.active[products].astype(np.float64))
    return Assumptions(demand, part_of(plan.long_run_policy, products))


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


def _draws(products: Ints) -> int:
    return max(DRAWN_OF_A_SHOP // max(len(products), 1), 1)


def _rolled(plan: Plan) -> Ints:
    """All products; of a chain every so many-th by size."""
    by_size = np.argsort(-plan.demand.daily_mean, kind="stable")
    every = -(-len(by_size) // MOST_PRODUCTS)
    return np.asarray(np.sort(by_size[::every]), dtype=np.int64)
