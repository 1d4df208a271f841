"""The order of one product as a sum, and what moved it since the last advice."""

from typing import Any
from urllib.parse import quote

import numpy as np
from dash import dcc, html

from app.planning.plan import Plan
from app.views.cards import notice, table
from app.views.product_table import to_table
from app.words.alert_words import record_text
from app.words.change_words import change_lines
from app.words.formats import days_text, weekday_text
from app.words.language import _
from app.words.reasons import order_day, reason_lines
from app.words.sums import number, plain, total_of
from inventory.trace import trace_order


def reason_card(plan: Plan, product: int) -> Any:
    """The sum whose parts add up to the order, on the day on which it can be placed, and why it is not as last time."""
    trace = trace_order(plan.decision, product, adjustments=plan.adjustments)
    rows: list[list[Any]] = [
        [[html.Div(line.label), html.Div(line.reason, className="sw-soft sw-small")], line.amount]
        for line in reason_lines(plan, product)
    ]
    if trace.order_quantity is None:
        title, total = _("Count it first"), [_("should be there or on the way"), plain(total_of(trace.parts))]
    else:
        units = plain(trace.order_quantity)
        title, when = _when(plan, product, units=units if trace.order_quantity else "")
        total = [when, f"= {units}"]
    sums = table(["", _("units")], [*rows, total], total=True)
    told = [*_doubt(plan, product), sums, _assumed(plan, product), *_since_last(plan, product)]
    return html.Div([html.H2(title), *told], className="sw-card")


def _doubt(plan: Plan, product: int) -> list[Any]:
    """That the order is not to be trusted where the record of the stock looks wrong, and the way to count it."""
    doubt = record_text(plan, product)
    if not doubt:
        return []
    way = dcc.Link(_("Count it now"), href=f"/count?sku={quote(str(plan.inputs.products.index[product]), safe='')}")
    return [notice([html.Strong(_("Do not trust this number yet.")), " ", doubt, " ", way], "warning")]


def _when(plan: Plan, product: int, *, units: str) -> tuple[str, str]:
    """The heading of an order of `units`, "" for none, and the name of its sum: of today or of its order day."""
    if not units:
        return _("Nothing to order today"), _("to order today")
    if plan.orderable_today[product]:
        return _("Order {units} today").format(units=units), _("to order today")
    day = weekday_text(order_day(plan, product))
    return _("Order {units} on {day}").format(units=units, day=day), _("to order then")


def _since_last(plan: Plan, product: int) -> list[Any]:
    """Each cause that moved the quantity since the last advice; they add up to the change. Nothing where none did."""
    since, lines = plan.changes, change_lines(plan, product)
    if since is None or not lines or np.isnan(since.changes.before[product]):
        return []
    rows = [
        [_("advised on {day}").format(day=weekday_text(since.day)), number(since.changes.before[product])],
        *([line.cause, line.amount] for line in lines),
        [_("now"), f"= {number(since.changes.after[product])}"],
    ]
    return [html.H3(_("Why not as last time?"), className="mt-3"), table(["", _("units")], rows, total=True)]


def _assumed(plan: Plan, product: int) -> Any:
    """Says which conditions are not the owner's own words."""
    if not plan.inputs.products["lead_time_days_assumed"].iloc[product]:
        return html.Div()
    lead = days_text(plan.policy.lead_time_days[product])
    return html.P(
        [_("Delivery is taken to need {lead}, since nobody said.").format(lead=lead), " ", to_table(plan, product)],
        className="sw-soft sw-small mt-2",
    )
