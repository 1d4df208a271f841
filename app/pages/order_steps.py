"""What the owner does with an order of today: other numbers, other ways to a minimum, sent, taken back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from app import ids
from app.desk import Desk, plan_now
from app.ordering.drafting import as_advised, keep_all, keep_units
from app.ordering.order_list import SupplierOrder, order_to, supplier_orders
from app.ordering.sending import OrderChanged, send
from app.planning.plan import Plan
from app.said import Change, Said, amount_said, day_said, units_said
from app.views.budget_card import KEEP_BUDGET, MONEY, NO_BUDGET
from app.views.cards import notice
from app.views.edits import bad_value_sentence, two_ways_text
from app.views.forms import form, say_button
from app.views.order_card import (
    EXPECTED_ON,
    MORE,
    MORE_LINES,
    SEEN,
    SEND,
    SENT_ON,
    SHOWN,
    WAYS,
    head_changes,
    lines_part,
)
from app.views.order_content import order_content
from app.views.order_line import AS_ADVISED, REASON, UNITS, line_changes
from app.words.formats import weekday_text
from app.words.headline import headline
from app.words.language import _
from app.words.minimum_words import FEE, TOP_UP, WAIT
from app.words.order_words import products_text, supplier_name
from data.purchasing.undo import undo_sending
from data.shop_settings import read_settings, write_settings
from data.value_rules import BadValue

UNDO_SENT = "undo_sent"
Step = Callable[[Desk, Plan, Said], Any]


def answer(desk: Desk, said: Said) -> list[Change]:
    """Do what was said, and show what follows: the line and its sums, or all of it where other lines follow too."""
    plan = plan_now(desk)
    if plan is None:
        return [_message(notice(_("The plan is being made anew. Try again in a moment."), "warning"))]
    if said.action == MORE:
        return _more(plan, said)
    step = STEPS.get(said.action.partition(":")[0])
    if step is None:
        return []
    try:
        message = step(desk, plan, said)
    except BadValue as bad:
        return [_message(notice(bad_value_sentence(bad), "danger"))]
    after = plan_now(desk)
    return [_message(message), *([] if after is None else what_changed(plan, after, sku=said.key))]


def what_changed(before: Plan, after: Plan, *, sku: str) -> list[Change]:
    """The parts of the page to be shown anew after a step that was about the product `sku`, if about one."""
    changes = [Change(ids.ORDER_HEADLINE, "children", headline(after))]
    was, now = supplier_orders(before), supplier_orders(after)
    if _shape(was, but=sku) != _shape(now, but=sku) or after.adjusted.budget is not None:
        return [*changes, Change(ids.ORDER_CONTENT, "children", order_content(after))]
    for order in now:
        for line in order.lines:
            if line.sku == sku:
                changes += [*head_changes(after, order), *line_changes(after, line)]
    return changes


def _shape(orders: tuple[SupplierOrder, ...], *, but: str) -> object:
    """All that a page shows of the orders besides the number of one product."""
    return [
        (order.supplier, order.in_days, [(line.sku, 0.0 if line.sku == but else line.units) for line in order.lines])
        for order in orders
    ]


def _units(desk: Desk, plan: Plan, said: Said) -> Any:
    typed = said.values.get(UNITS, "")
    units = units_said(typed)
    if units is None:
        told = two_ways_text(typed) or _("“{typed}” is no number of units. Nothing was changed.").format(typed=typed)
        return notice(told, "danger")
    keep_units(desk.shop, plan, said.key, units, reason=said.values.get(REASON, ""))
    return []


def _as_advised(desk: Desk, plan: Plan, said: Said) -> Any:
    as_advised(desk.shop, plan, said.key)
    return []


def _send(desk: Desk, plan: Plan, said: Said) -> Any:
    day, expected_on = (day_said(said.values.get(name, "")) for name in (SENT_ON, EXPECTED_ON))
    if day is None or expected_on is None:
        return notice(_("Say when it is sent and when it is expected. Nothing was noted."), "danger")
    order = order_to(plan, said.key)
    try:
        number = send(desk, said.key, seen=said.values.get(SEEN, ""), day=day, expected_on=expected_on)
    except OrderChanged:
        text = _("The order to {supplier} is another one by now: look at it again. Nothing was noted.")
        return notice(text.format(supplier=supplier_name(said.key)), "warning")
    text = _("Order {number} to {supplier} is noted as sent: {products}, expected {day}. It stands under Deliveries.")
    told = text.format(
        number=number,
        supplier=supplier_name(said.key),
        products=products_text(0 if order is None else len(order.ordered)),
        day=weekday_text(expected_on, today=plan.inputs.today),
    )
    undo = form(say_button(_("Undo"), UNDO_SENT, kind="link"), store=ids.ORDER_SAID, key=str(number))
    return notice([told, undo], "good")


def _undo_sent(desk: Desk, _plan: Plan, said: Said) -> Any:
    if not said.key.isdecimal():
        return []
    undo_sending(desk.shop, int(said.key[:12]))
    return notice(_("Order {number} is taken back: it stands here again.").format(number=said.key), "good")


def _way(desk: Desk, plan: Plan, said: Said) -> Any:
    """Another way to a supplier's minimum than the one advised, kept as the owner's own numbers."""
    order, way = order_to(plan, said.key), said.action.removeprefix(WAYS)
    if order is None:
        return []
    reasons = {
        TOP_UP: _("up to the minimum"),
        FEE: _("below the minimum"),
        WAIT: _("waits for the minimum"),
    }
    if way not in reasons:
        return []
    needed, top_up = np.nan_to_num(plan.decision.order_quantity), plan.minimum.top_up
    units = {TOP_UP: needed + top_up, FEE: needed, WAIT: np.zeros(needed.shape)}[way]
    hers = [line for line in order.lines if line.is_own and line.reason not in reasons.values() and way != WAIT]
    is_about = (needed > 0) | (top_up > 0)
    keep_all(desk.shop, plan, order, np.where(is_about, units, np.nan), reason=reasons[way], but=hers)
    return []


def _budget(desk: Desk, _plan: Plan, said: Said) -> Any:
    typed = said.values.get(MONEY, "")
    money = amount_said(typed)
    if money is None:
        told = two_ways_text(typed) or _("“{typed}” is no amount of money.").format(typed=typed)
        return notice(told, "danger")
    write_settings(desk.shop, replace(read_settings(desk.shop), budget=money))
    return []


def _no_budget(desk: Desk, _plan: Plan, _said: Said) -> Any:
    write_settings(desk.shop, replace(read_settings(desk.shop), budget=None))
    return []


def _more(plan: Plan, said: Said) -> list[Change]:
    order, shown = order_to(plan, said.key), said.values.get(SHOWN, "")
    if order is None or not shown.isdecimal():
        return []
    lines = lines_part(plan, order, int(shown[:6]) + MORE_LINES)
    return [Change(ids.order_part(order.supplier, part="lines"), "children", lines)]


def _message(children: Any) -> Change:
    return Change(ids.ORDER_MESSAGE, "children", children)


STEPS: dict[str, Step] = {
    UNITS: _units,
    REASON: _units,
    AS_ADVISED: _as_advised,
    SEND: _send,
    UNDO_SENT: _undo_sent,
    WAYS.removesuffix(":"): _way,
    KEEP_BUDGET: _budget,
    NO_BUDGET: _no_budget,
}
