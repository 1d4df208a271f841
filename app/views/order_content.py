"""The orders of today and what stands around them, as the plan has them now."""

from typing import Any

from app.ordering.count_walk import nothing_counted
from app.ordering.order_list import todays_orders
from app.planning.plan import Plan
from app.views.alert_card import alert_card
from app.views.budget_card import budget_card
from app.views.cards import empty_state
from app.views.decided_card import decided_card
from app.views.later_card import count_card, later_card
from app.views.order_card import FIRST_LINES, order_card
from app.words.language import _

MOST_LINES = 75  # shown at once, of all suppliers; more of each are shown when they are wanted


def order_content(plan: Plan) -> list[Any]:
    """The alerts, the orders that can be sent today, the money, later days, what to count."""
    if nothing_counted(plan):
        return [alert_card(plan), count_card(plan)]
    cards, left = [], MOST_LINES
    for order in todays_orders(plan):
        shown = min(len(order.lines), FIRST_LINES, left)
        cards.append(order_card(plan, order, lines=shown))
        left -= shown
    orders = cards or [_nothing()]
    money = [budget_card(plan)]
    if plan.adjusted.budget is not None:
        return [alert_card(plan), *money, *orders, decided_card(plan), later_card(plan), count_card(plan)]
    return [alert_card(plan), *orders, decided_card(plan), *money, later_card(plan), count_card(plan)]


def _nothing() -> Any:
    advice = _("As soon as something should be ordered, it stands here with the reason.")
    return empty_state(_("Nothing needs ordering today"), advice, drawing="good")
