"""What is kept of a plan: the advice, to tell the next plan's changes and how good it was; and the alerts seen."""

import datetime as dt

from app.planning.kept_advice import FORM
from app.planning.plan import Plan
from data.advice import keep_advice, latest_advice
from data.alert_memory import Remembered, write_alert_memory
from data.shop import Shop


def keep_plan(shop: Shop, plan: Plan, *, made_at: dt.datetime) -> None:
    """Keep the advice and the memory of alerts.

    Of several plans for a day the newest is kept, until something was ordered: then the advice that was followed stays.
    """
    today = plan.inputs.today
    kept = latest_advice(shop, before=today + dt.timedelta(days=1))
    ordered = any(order.sent_on is not None and order.sent_on >= today for order in plan.inputs.orders)
    if kept is None or kept.day != today or not ordered:
        keep_advice(shop, day=today, made_at=made_at, version=FORM, content=plan.advice())
    memory = plan.alert_news.memory
    write_alert_memory(
        shop, {key: Remembered(each.first_seen, each.last_seen, each.silent_until) for key, each in memory.items()}
    )
