"""The plan of a shop: its sales, products and settings joined with a forecast into what to order today.

The one place where the rooms meet. No Dash, no clock: the plan's day is the day after the last day of sales.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.planning.conditions import policy_of, stock_of
from app.planning.inputs import PlanInputs
from app.planning.sales_history import average_daily_sales
from forecasting.forecast import Forecast
from inventory.alerts import Alerts, find_alerts
from inventory.decision import Decision, Rule, decide
from inventory.demand import TotalDemand
from inventory.policy import Policy, Stock


@dataclass(frozen=True)
class Plan:
    """What to order today and why; every array has one row per product, in the order of `inputs.products`."""

    inputs: PlanInputs
    forecast: Forecast
    demand: TotalDemand
    policy: Policy
    stock: Stock
    average_daily_sales: NDArray[np.float64]
    decision: Decision
    alerts: Alerts


def make_plan(inputs: PlanInputs, forecast: Forecast) -> Plan:
    """Decide for every product what to order on the plan's day."""
    demand = TotalDemand(np.cumsum(forecast.mean, axis=1), forecast.levels, forecast.totals)
    policy, stock = policy_of(inputs.products, inputs.settings), stock_of(inputs.products)
    average = average_daily_sales(inputs.history)
    rule: Rule = "simple" if inputs.settings.rule == "simple" else "quantile"
    decision = decide(demand, policy, stock, rule=rule, average_daily_sales=average)
    alerts = find_alerts(decision, policy, stock)
    return Plan(inputs, forecast, demand, policy, stock, average, decision, alerts)


def row_of(plan: Plan, sku: str) -> int | None:
    """The row of a product in the plan's arrays; None for a SKU the shop does not have."""
    rows = np.flatnonzero(plan.inputs.products.index == sku)
    return int(rows[0]) if rows.size else None
