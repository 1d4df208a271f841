"""The state of the shop in one sentence, and which day the plan is for."""

import datetime as dt
from typing import Any

from dash import html

from app.ordering.count_walk import nothing_counted
from app.ordering.order_list import day_in, later_orders, todays_orders
from app.planning.plan import Plan
from app.views.cards import notice
from app.words.formats import clock_text, day_text, money_text, units_text, weekday_text
from app.words.language import _, ngettext
from app.words.order_words import products_text, supplier_name, suppliers_text
from data.importing.sales_end import SalesEnd


def headline(plan: Plan) -> Any:
    """What to do today, as the page's title."""
    return html.H1(headline_text(plan))


def headline_text(plan: Plan) -> str:
    """`Order 14 products from 3 suppliers today, £412.50; 2 are sold out. Next: Bakers Ltd on Tuesday 3 May.`"""
    if nothing_counted(plan):
        return _("Count your stock to see what to order")
    sold_out = int((plan.alerts.code == "out_of_stock").sum())
    empty = ngettext("; {count} is sold out", "; {count} are sold out", sold_out).format(count=units_text(sold_out))
    said = _today(plan) + (empty if sold_out else "") + "."
    following = next(iter(later_orders(plan)), None)
    if following is None:
        return said
    return _("{today} Next: {supplier} on {day}.").format(
        today=said,
        supplier=supplier_name(following.supplier),
        day=weekday_text(day_in(plan, following.in_days), today=plan.inputs.today),
    )


def _today(plan: Plan) -> str:
    orders = [order for order in todays_orders(plan) if order.ordered]
    number = sum(len(order.ordered) for order in orders)
    if not number:
        return _("Nothing to order today")
    products, money = products_text(number), sum(order.cost for order in orders)
    named = sum(bool(order.supplier) for order in orders)
    values = {
        "products": products,
        "suppliers": suppliers_text(named),
        "money": money_text(money, plan.inputs.settings.currency),
    }
    if named and money:
        return _("Order {products} from {suppliers} today, {money}").format(**values)
    if named:
        return _("Order {products} from {suppliers} today").format(**values)
    return (_("Order {products} today, {money}") if money else _("Order {products} today")).format(**values)


def plan_day_text(plan: Plan, calendar_day: dt.date) -> str:
    """Which day the plan is for; a sentence only where that is not the calendar's today."""
    today = plan.inputs.today
    if today == calendar_day:
        return ""
    return _("Your sales end on {last}; this plan is for {today}. Import newer sales.").format(
        last=day_text(today - dt.timedelta(days=1)), today=day_text(today)
    )


def plan_day_notice(plan: Plan, calendar_day: dt.date, *, end: SalesEnd | None = None) -> Any:
    """The same as a box on the page, with what is still missing of the last days where `end` tells that."""
    missing = missing_sales_text(end)
    if end is not None and missing:
        if calendar_day <= end.last_day + dt.timedelta(days=1):
            return notice(missing)
        return notice(_("{missing} Import newer sales.").format(missing=missing), "warning")
    text = plan_day_text(plan, calendar_day)
    return notice(text, "warning") if text else html.Div()


def missing_sales_text(end: SalesEnd | None) -> str:
    """Why the plan does not use the last days of sales; nothing where it does.

    >>> missing_sales_text(SalesEnd(dt.date(2026, 11, 21), dt.date(2026, 11, 20), last_minute=700))
    '21 November 2026 is not complete yet (last sale 11:40); the plan uses sales up to 20 November 2026.'
    """
    if end is None or end.is_complete:
        return ""
    used, day = day_text(end.complete_until), day_text(end.complete_until + dt.timedelta(days=1))
    if end.late_till is not None:
        sentence = _("Till {till} has no sales after {used} yet, so the plan uses sales up to {used}. Import them too.")
        return sentence.format(till=end.late_till, used=used)
    if end.last_minute is None:
        return _("{day} is not complete yet; the plan uses sales up to {used}.").format(day=day, used=used)
    sentence = _("{day} is not complete yet (last sale {time}); the plan uses sales up to {used}.")
    return sentence.format(day=day, time=clock_text(end.last_minute), used=used)
