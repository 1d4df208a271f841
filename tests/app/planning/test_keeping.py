"""Of several plans for a day the newest is kept, until something was ordered."""

import datetime as dt
import threading

from app.desk import KEEPING, Desk, plan_now
from app.ordering.drafting import keep_units
from app.ordering.order_list import todays_orders
from app.ordering.sending import send
from app.planning.keeping import keep_plan
from app.planning.kept_advice import last_advice
from app.planning.plan import Plan
from data.advice import advice_days, advice_of
from data.alert_memory import read_alert_memory
from data.products import edit_product
from tests.app.shops import TODAY

LATER = dt.datetime(2024, 3, 11, 18, 0, tzinfo=dt.UTC)


def planned(desk: Desk) -> Plan:
    plan = plan_now(desk)
    assert plan is not None
    return plan


def kept_stock(desk: Desk) -> dict[str, float]:
    last = last_advice(advice_of(desk.shop, TODAY))
    assert last is not None
    return dict(zip(last.skus, last.planned.decision.on_hand.tolist(), strict=True))


def test_the_newest_plan_of_a_day_is_kept_with_the_alerts_that_were_told(small_desk: Desk) -> None:
    for units in (0, 4):
        edit_product(small_desk.shop, "tea", "on_hand", units, day=TODAY)
        plan = planned(small_desk)
    assert kept_stock(small_desk)["tea"] == 4
    assert advice_days(small_desk.shop) == (TODAY,)
    assert read_alert_memory(small_desk.shop).keys() == plan.alert_news.memory.keys()


def test_her_latest_own_numbers_are_kept_though_nothing_else_changes_before_the_program_stops(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "on_hand", 0, day=TODAY)
    for units in (70.0, 80.0):
        keep_units(small_desk.shop, planned(small_desk), "tea", units, reason="")
        planned(small_desk)
    for thread in threading.enumerate():
        if thread.name == KEEPING:
            thread.join()
    last = last_advice(advice_of(small_desk.shop, TODAY))
    assert last is not None
    assert dict(zip(last.skus, last.planned.quantity.tolist(), strict=True))["tea"] == 80


def test_the_advice_that_was_followed_stays(small_desk: Desk) -> None:
    edit_product(small_desk.shop, "tea", "on_hand", 0, day=TODAY)
    (order,) = todays_orders(planned(small_desk))
    send(small_desk, order.supplier, seen=order.content, day=TODAY, expected_on=TODAY)
    edit_product(small_desk.shop, "tea", "on_hand", 7, day=TODAY)
    keep_plan(small_desk.shop, planned(small_desk), made_at=LATER)
    assert kept_stock(small_desk)["tea"] == 0
