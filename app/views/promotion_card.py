"""A promotion on the what-if page: what sells more, what to order more, and until when."""

import datetime as dt
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from app import ids
from app.planning.plan import Plan
from app.words.formats import about_text, days_text, units_text, weekday_text
from app.words.language import _
from inventory.promotion import Extra

MUCH = 1.2  # times what sells more, from which an order needs a word
USUAL_FACTOR, USUAL_DAYS = 1.5, 10


def promotion_form(plan: Plan) -> Any:
    """Demand times how much, from which day, for how many days; and the place for the answer."""
    friday = plan.inputs.today + dt.timedelta(days=(4 - plan.inputs.today.weekday()) % 7)
    fields = (
        (ids.PROMOTION_FACTOR, _("Demand times"), {"type": "number", "min": 1, "max": 10, "step": 0.1}, USUAL_FACTOR),
        (ids.PROMOTION_FROM, _("from"), {"type": "date"}, friday.isoformat()),
        (ids.PROMOTION_DAYS, _("for so many days"), {"type": "number", "min": 1, "max": 60, "step": 1}, USUAL_DAYS),
    )
    boxes = [
        html.Label([html.Span(label, className="form-label"), dbc.Input(id=name, value=value, **kind)])
        for name, label, kind, value in fields
    ]
    return html.Div(
        [
            html.H2(_("A promotion")),
            html.P(_("Of the product chosen: what to order more, and by when."), className="sw-soft"),
            html.Div(boxes, className="sw-proof-pickers"),
            html.Div(id=ids.PROMOTION_TOLD, role="status"),
        ],
        className="sw-card",
    )


def promotion_told(plan: Plan, extra: Extra, *, factor: float, days: int) -> Any:
    """What a promotion of one product asks for."""
    more, sells = float(extra.order_more[0]), float(extra.sells_more[0])
    by = plan.inputs.today + dt.timedelta(days=int(extra.order_in_days[0]))
    if more <= 0:
        return html.P(_("Nothing more is needed."), className="mb-0")
    head = html.Strong(_("Order {units} more, by {day}.").format(units=units_text(more), day=weekday_text(by)))
    said = _("About {units} more will sell in these {days} at {factor} times the usual demand.").format(
        units=about_text(sells), days=days_text(days), factor=units_text(factor)
    )
    lines = [html.P([head, " ", said], className="mb-0")]
    if more > sells * MUCH:
        lines.append(
            html.P(_("The rest keeps your promise, since more sales also vary more."), className="sw-soft mb-0")
        )
    elif more < sells:
        lines.append(html.P(_("The orders after that one bring the rest."), className="sw-soft mb-0"))
    if extra.late_days[0] > 0:
        late = _("A delivery ordered today comes {days} after it begins: start it later, or keep some back.")
        lines.append(html.P(late.format(days=days_text(float(extra.late_days[0]))), className="sw-proof-late mb-0"))
    return lines
