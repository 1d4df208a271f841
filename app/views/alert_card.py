"""The alerts that need the owner's eye, the most urgent first."""

from itertools import islice
from typing import Any

from dash import html

from app.planning.plan import Plan
from app.words.alert_words import alert_line, alert_rows
from app.words.formats import units_text
from app.words.language import _

MOST_ALERTS = 3
MOST_ALERTS_READ = 100
URGENT = ("out_of_stock", "runs_out_before_delivery", "overstock")  # the others stand in the order list itself


def alert_card(plan: Plan) -> Any:
    """The most urgent alerts, the rest folded away."""
    shown = list(islice(alert_rows(plan, codes=URGENT), MOST_ALERTS_READ))
    if not shown:
        return []
    lines = [alert_line(row) for row in shown]
    rest = lines[MOST_ALERTS:]
    folded = html.Summary(_("{count} more").format(count=units_text(len(rest))))
    more = html.Details([folded, html.Ul(rest, className="sw-alerts")])
    first = html.Ul(lines[:MOST_ALERTS], className="sw-alerts")
    return html.Section([html.H2(_("Needs your eye")), first, *([more] if rest else [])], className="sw-card")
