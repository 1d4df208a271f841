"""The alerts that need the owner's eye, the most urgent first."""

from itertools import islice
from typing import Any

from dash import html

from app.planning.plan import Plan
from app.words.alert_words import TAGS, alert_line, alert_rows
from app.words.formats import units_text
from app.words.language import _, ngettext

MOST_ALERTS = 3
MOST_ALERTS_READ = 60
ELSEWHERE = ("below_reorder_point", "count_missing", "wrong_record")  # in the order list itself, and below it


def alert_card(plan: Plan) -> Any:
    """The alerts that cost most, the rest folded away; what she has acted on is silent while it may still help."""
    codes = [code for code in TAGS if code not in ELSEWHERE]
    told = [row for row in islice(alert_rows(plan, codes=codes), MOST_ALERTS_READ) if row.status != "silent"]
    if not told:
        return []
    lines = [alert_line(row) for row in told]
    rest = lines[MOST_ALERTS:]
    folded = html.Summary(ngettext("{count} more", "{count} more", len(rest)).format(count=units_text(len(rest))))
    more = html.Details([folded, html.Ul(rest, className="sw-alerts")])
    first = html.Ul(lines[:MOST_ALERTS], className="sw-alerts")
    return html.Section([html.H2(_("Needs your eye")), first, *([more] if rest else [])], className="sw-card")
