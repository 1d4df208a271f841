"""The state of the shop in one sentence, and which day the plan is for."""

import datetime as dt
from typing import Any

import numpy as np
from dash import html

from app.planning.plan import Plan
from app.views.cards import notice
from app.words.formats import clock_text, count_text, day_text, money_text
from data.sales_end import SalesEnd


def headline(plan: Plan) -> Any:
    """What to do today, as the page's title."""
    return html.H1(headline_text(plan))


def headline_text(plan: Plan) -> str:
    """`Order 14 products from 3 suppliers today, £412.50. 2 are sold out.`"""
    quantity = plan.quantity_today
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
    money = float(np.nansum(plan.quantity_today * plan.policy.unit_cost))
    return f", {money_text(money, plan.inputs.settings.currency)}" if money > 0 else ""


def plan_day_text(plan: Plan, calendar_day: dt.date) -> str:
    """Which day the plan is for; a sentence only where that is not the calendar's today."""
    today = plan.inputs.today
    if today == calendar_day:
        return ""
    last = day_text(today - dt.timedelta(days=1))
    return f"Your sales end on {last}; this plan is for {day_text(today)}. Import newer sales."


def plan_day_notice(plan: Plan, calendar_day: dt.date, *, end: SalesEnd | None = None) -> Any:
    """The same as a box on the page, with what is still missing of the last days where `end` tells that."""
    missing = missing_sales_text(end)
    if end is not None and missing:
        is_old = calendar_day > end.last_day + dt.timedelta(days=1)
        return notice(f"{missing} Import newer sales." if is_old else missing, "warning" if is_old else "")
    text = plan_day_text(plan, calendar_day)
    return notice(text, "warning") if text else html.Div()


def missing_sales_text(end: SalesEnd | None) -> str:
    """Why the plan does not use the last days of sales; nothing where it does.

    >>> missing_sales_text(SalesEnd(dt.date(2026, 11, 21), dt.date(2026, 11, 20), last_minute=700))
    '21 November 2026 is not complete yet (last sale 11:40); the plan uses sales up to 20 November 2026.'
    """
    if end is None or end.is_complete:
        return ""
    used = f"the plan uses sales up to {day_text(end.complete_until)}"
    if end.late_till is not None:
        return (
            f"Till {end.late_till} has no sales after {day_text(end.complete_until)} yet, so {used}. Import them too."
        )
    at = "" if end.last_minute is None else f" (last sale {clock_text(end.last_minute)})"
    return f"{day_text(end.complete_until + dt.timedelta(days=1))} is not complete yet{at}; {used}."
