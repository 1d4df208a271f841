"""How long plans and budgets of large shops take, without forecasting: `python -m tests.benchmarks.order_plans`.

Prints the best of three runs each: a plan of 20,000 products with fixed and with random lead times, order days, fill
rates and shelf lives; a budget over 5,000 products; an eight-week outlook; the program's own plan and what its pages
need of it. CPU time beside the time on the clock.
"""

import argparse
import datetime as dt
import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pandas as pd

from app.planning.inputs import PlanInputs
from app.planning.kept_advice import FORM
from app.planning.plan import make_plan
from app.planning.supplier_terms import supplier_terms
from app.words.reasons import why
from data.advice import KeptAdvice
from data.shop_settings import ShopSettings
from data.suppliers import with_defaults
from forecasting.forecast import Forecast
from forecasting.grades import GOOD, GradeReason
from forecasting.history import History
from inventory.budget import offers, purchase
from inventory.decision import Decision, decide
from inventory.demand import TotalDemand, poisson_demand
from inventory.order_calendar import OrderCalendar, order_calendar
from inventory.order_days import SupplierDays, any_day, every_days, on_weekdays, unknown_days
from inventory.order_outlook import order_outlook
from inventory.policy import Policy, Stock
from inventory.protection import protection_demand
from inventory.waiting import lost_by_waiting
from tests.app.shops import FIELDS, NO_CLOSURES, NO_DELIVERIES, poisson_forecast, supplier_table

TODAY = dt.date(2026, 1, 5)
RUNS = 3


@cache
def demand_of(products: int) -> TotalDemand:
    """Poisson demand of so many rates; its quantiles take far longer than all that is measured here."""
    return poisson_demand(np.random.default_rng(3).gamma(0.7, 4, products), horizon=56)


class Shop:
    """A made-up shop of so many products with eight suppliers."""

    def __init__(self, products: int, **conditions: object) -> None:
        """Draw rates, stocks, lead times, packs and prices."""
        random = np.random.default_rng(1)
        cost = random.gamma(2, 4, products) + 0.1
        usual = {
            "lead_time_days": random.integers(2, 12, products),
            "review_period_days": 7,
            "order_cost": 5,
            "holding_rate": 0.25,
            "service_level": 0.95,
            "maximum_cover_days": 90,
            "pack_size": random.choice([1, 6, 12], products),
            "unit_cost": cost,
            "price": cost * random.uniform(1.1, 3, products),
        }
        self.demand: TotalDemand = demand_of(products)
        self.policy = Policy(**(usual | conditions))  # type: ignore[arg-type]
        self.stock = Stock(on_hand=random.integers(0, 60, products))
        self.supplier = random.integers(0, 8, products)

    def calendar(self) -> OrderCalendar:
        kinds = [on_weekdays(1), on_weekdays(0, 3), every_days(14, start=TODAY), any_day(), unknown_days()]
        suppliers = [
            SupplierDays(order_days=kinds[number % 5], delivery_weekdays=(0, 1, 2, 3, 4)) for number in range(8)
        ]
        return order_calendar(suppliers, supplier=self.supplier, today=TODAY)

    def decide(self, calendar: OrderCalendar | None = None) -> Decision:
        return decide(self.demand, self.policy, self.stock, calendar=calendar)


def timed(name: str, work: Callable[[], object]) -> None:
    clock, cpu = [], []
    for _ in range(RUNS):
        start, start_cpu = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    print(f"{name:66} {min(clock):6.2f} s   {min(cpu):6.2f} s CPU", flush=True)


def main(products: int, budgeted: int) -> None:
    shop = Shop(products)
    timed(f"plan of {products:,} products, fixed lead times", shop.decide)
    timed("the same with order days of eight suppliers", lambda: shop.decide(shop.calendar()))
    random = Shop(products, lead_time_sd_days=2.0)
    timed("the same with random lead times too", lambda: random.decide(random.calendar()))
    timed("fixed lead times, fill rate promised", Shop(products, by_fill_rate=True).decide)
    timed("fixed lead times, three weeks of shelf life", Shop(products, shelf_life_days=21).decide)
    decision = shop.decide()
    timed("margin lost by waiting", lambda: lost_by_waiting(shop.demand, shop.policy, decision))
    timed("outlook over eight weeks", lambda: order_outlook(shop.demand, shop.policy, decision))
    whole_plan(products)
    whole_plan(budgeted, budget=2_000.0)
    budget(Shop(budgeted), f"budget over {budgeted:,} products, fixed lead times")
    budget(Shop(budgeted, lead_time_sd_days=2.0), "the same with random lead times")


def whole_plan(products: int, *, budget: float | None = None) -> None:
    """The program's own plan, from inputs that are at hand."""
    shop = Shop(products)
    inputs, forecast = plan_inputs_of(shop, budget=budget)
    said = "" if budget is None else " with a budget"
    timed(f"make_plan of {products:,} products{said}", lambda: make_plan(inputs, forecast))
    plan = make_plan(inputs, forecast)
    timed("all of its alerts and their news", lambda: replace(plan).news)
    timed("the advice as it is kept", plan.advice)
    kept = KeptAdvice(1, TODAY - dt.timedelta(days=1), dt.datetime(2026, 1, 4), FORM, plan.advice())
    later = replace(plan, inputs=replace(inputs, advice=kept))
    print(f"{'':4}kept in {len(kept.content) / 1e6:.1f} MB", flush=True)
    timed("what changed since the last one", lambda: replace(later).changes)
    timed("why, of each product, in words", lambda: [why(plan, product) for product in range(products)])


def plan_inputs_of(shop: Shop, *, budget: float | None) -> tuple[PlanInputs, Forecast]:
    """A year of sales of the made-up shop, its suppliers' terms, and its demand as a forecast."""
    products = shop.policy.products
    skus = tuple(f"p{number:05d}" for number in range(products))
    random = np.random.default_rng(2)
    given = {name: getattr(shop.policy, name) for name in ("lead_time_days", "pack_size", "unit_cost", "price")}
    told = pd.DataFrame({**{name: [value] * products for name, value in FIELDS.items()}, **given}, index=list(skus))
    told["supplier"] = [f"s{number}" for number in shop.supplier]
    told = told.astype(dict.fromkeys(("name", "category", "supplier"), "str"))
    told["on_hand"] = told["counted"] = shop.stock.on_hand
    told["counted_on"] = pd.Timestamp(TODAY - dt.timedelta(days=90))
    settings = ShopSettings(budget=budget)
    days = dict(enumerate(["Tue", "Mon, Thu", "every 14 days from 2026-01-05", "any", "", "Fri", "Mon", "Wed"]))
    terms = {"minimum_order_value": 300.0, "lead_time_days": 5.0}
    suppliers = supplier_table({f"s{number}": {**terms, "order_days": said} for number, said in days.items()})
    known = with_defaults(told, suppliers, settings)
    units = random.poisson(np.diff(shop.demand.mean[:, :2], axis=1).T, (365, products)).astype(np.float64)
    history = History(
        pd.date_range(end=TODAY - dt.timedelta(days=1), periods=365), skus, units, np.ones(365, dtype=bool)
    )
    said = supplier_terms(suppliers, closures=NO_CLOSURES, deliveries=NO_DELIVERIES, products=known)
    forecast = replace(
        poisson_forecast(skus[:1], np.ones(1)),
        skus=skus,
        first_day=TODAY,
        mean=np.diff(shop.demand.mean, axis=1, prepend=0.0),
        totals=shop.demand.quantiles,
        levels=shop.demand.levels,
        method=("arima",) * products,
        reason=("",) * products,
        grade=(GOOD,) * products,
        grade_reason=(GradeReason("", {}),) * products,
    )
    return PlanInputs(history, known, settings, shop.demand.horizon, said), forecast


def budget(shop: Shop, name: str) -> None:
    decision = shop.decide()
    money = 0.4 * float(np.nansum(decision.order_quantity * shop.policy.unit_cost))

    def spend() -> None:
        protection = protection_demand(shop.demand, shop.policy)
        offered = offers(
            decision.order_quantity, position=decision.inventory_position, protection=protection, policy=shop.policy
        )
        purchase(offered, budget=money)

    timed(name, spend)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=20_000)
    parser.add_argument("--budgeted", type=int, default=5_000)
    given = parser.parse_args()
    main(given.products, given.budgeted)
