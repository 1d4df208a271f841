"""An order noted as sent: what the owner saw, all of it, once."""

import datetime as dt
import threading

from app.desk import Desk, plan_now
from app.ordering.drafting import wanted
from app.ordering.order_list import order_to
from data.purchasing.order_steps import check_expected, check_sent, save_draft, send_order

_one_at_a_time = threading.Lock()


class OrderChanged(Exception):
    """The order is not the one that the owner saw."""


def send(desk: Desk, supplier: str, *, seen: str, day: dt.date, expected_on: dt.date) -> int:
    """Note today's order to a supplier as sent; returns its number.

    seen: `content` of the order as the page showed it. Raises OrderChanged where it is another one by now, as after a
    second click, and BadValue for a `day` more than a week before the plan's or a year after it, and for a delivery
    expected before `day` or more than a year after it.
    """
    with _one_at_a_time:
        plan = plan_now(desk)
        order = None if plan is None else order_to(plan, supplier)
        if plan is None or order is None or not order.ordered or order.content != seen:
            raise OrderChanged(supplier)
        check_sent(day, made_on=plan.inputs.today)
        check_expected(expected_on, sent_on=day)  # before the draft takes on all lines
        decided = [line for line in order.lines if line.units > 0 or line.is_own]
        order_id = save_draft(desk.shop, supplier, [wanted(line) for line in decided], day=plan.inputs.today)
        assert order_id is not None
        send_order(desk.shop, order_id, day=day, expected_on=expected_on)
        return order_id
