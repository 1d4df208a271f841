"""The state of the shop in one sentence, and which day the plan is for."""

import datetime as dt
from typing import Any

import numpy as np
from dash import html

from app.cards import notice
from app.formats import count_text, day_text, money_text
from app.plan import Plan


def headline(plan: Plan) -> Any:
    """What to do today, as the page's title."""
    return html.H1(headline_text(plan))


def headline_text(plan: Plan) -> str:
    """`Order 14 products from 3 suppliers today, £412.50. 2 are sold out.`"""
    quantity = plan.decision.order_quantity
    ordered, unknown = np.nan_to_num(quantity) > 0, np.isnan(quantity)
    if unknown.any() and unknown[plan.stock.active].all():
        return "Count your stock to see what to order"
    sold_out = int((plan.alerts.code == "out_of_stock").sum())
    empty = f" {sold_out:,} {'is' if sold_out == 1 else 'are'} sold out." if sold_out else ""
    if not ordered.any():
        return f"Nothing to order today.{empty}"
    suppliers = plan.inputs.products["supplier"][ordered].nunique()
    origin = f" from {count_text(suppliers, 'supplier')}" if suppliers else ""
    return f"Order {count_text(int(ordered.sum()), 'product')}{origin} today{_cost(plan)}.{empty}"


def _cost(plan: Plan) -> str:
    money = float(np.nansum(plan.decision.order_quantity * plan.policy.unit_cost))
    return f", {money_text(money, plan.inputs.settings.currency)}" if money > 0 else ""


def plan_day_text(plan: Plan, calendar_day: dt.date) -> str:
    """Which day the plan is for; a sentence only where that is not the calendar's today."""
    today = plan.inputs.today
    if today == calendar_day:
        return ""
    last = day_text(today - dt.timedelta(days=1))
    return f"Your sales end on {last}; this plan is for {day_text(today)}. Import newer sales."


def plan_day_notice(plan: Plan, calendar_day: dt.date) -> Any:
    text = plan_day_text(plan, calendar_day)
    return notice(text, "warning") if text else html.Div()
