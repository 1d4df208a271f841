"""The coming eight weeks: which order is expected on which day, what it takes, what the stock is worth after it."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.planning.plan import Plan


@dataclass(frozen=True)
class ComingOrder:
    """One order expected: whose, when, of how many products and units. money: known costs only."""

    day: dt.date
    supplier: str
    products: int
    units: float
    money: float


@dataclass(frozen=True)
class ComingWeek:
    """Seven days from `first_day` on, their orders, and what the stock is worth at their end."""

    first_day: dt.date
    orders: tuple[ComingOrder, ...]
    stock_value: float

    @property
    def money(self) -> float:
        """What all orders of the week take."""
        return sum(order.money for order in self.orders)


def coming_orders(plan: Plan) -> tuple[ComingOrder, ...]:
    """All orders expected in the coming eight weeks, by day, the most money first."""
    ordered, supplier = plan.outlook.ordered, plan.calendar.supplier
    places = len(plan.inputs.terms.names)
    money = plan.outlook.order_value(unit_cost=plan.policy.unit_cost, supplier=supplier, suppliers=places)
    products, units = (_by_supplier(values, supplier, places) for values in ((ordered > 0).astype(float), ordered))
    found = [
        ComingOrder(
            day=plan.inputs.today + dt.timedelta(days=int(day)),
            supplier=plan.inputs.terms.names[place],
            products=int(products[place, day]),
            units=float(units[place, day]),
            money=round(float(money[place, day]), 2),
        )
        for place, day in np.argwhere(products > 0)
    ]
    return tuple(sorted(found, key=lambda order: (order.day, -order.money, order.supplier)))


def coming_weeks(plan: Plan) -> tuple[ComingWeek, ...]:
    """The same by week, beginning on the plan's day."""
    orders, value = coming_orders(plan), stock_value(plan)
    weeks = []
    for begin in range(0, len(value), 7):
        first = plan.inputs.today + dt.timedelta(days=begin)
        after = first + dt.timedelta(days=7)
        inside = tuple(order for order in orders if first <= order.day < after)
        weeks.append(ComingWeek(first, inside, float(value[min(begin + 6, len(value) - 1)])))
    return tuple(weeks)


def stock_value(plan: Plan) -> NDArray[np.float64]:
    """What the stock is worth at the end of each coming day (days,), as far as counts and costs are known."""
    return np.asarray(np.nansum(plan.outlook.on_hand * plan.policy.unit_cost[:, None], axis=0), dtype=np.float64)


def _by_supplier(values: NDArray[np.float64], supplier: NDArray[np.int64], places: int) -> NDArray[np.float64]:
    total = np.zeros((places, values.shape[1]))
    np.add.at(total, supplier, values)
    return total
