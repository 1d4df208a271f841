"""The card of forecasts that got worse: what happened, who forecasts now since when, and who did before."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from app.planning.plan import Plan
from app.proof.champions import Champion
from app.views.cards import table
from app.views.proof_parts import product_path
from app.words.alert_words import alert_rows
from app.words.formats import day_text
from app.words.language import _
from app.words.model_words import model_texts

CODE = "forecast_gone_bad"
MOST_SHOWN = 20


def worse_lately(plan: Plan, champions: Mapping[str, Champion]) -> list[Any]:
    """The card, if there is anything to tell; the same products are among the alerts of the orders."""
    models, rows = model_texts(), []
    for alert in alert_rows(plan, codes=(CODE,)):
        held = champions.get(alert.sku)
        since = "" if held is None else day_text(held.since)
        now = "" if held is None else models.get(held.method, held.method)
        before = "" if held is None else models.get(held.before, held.before)
        rows.append([dcc.Link(alert.name, href=product_path(alert.sku)), alert.sentence, now, since, before])
    if not rows:
        return []
    head = [_("Product"), _("What happened"), _("Model"), _("Since"), _("Before")]
    return [
        html.Div([html.H2(_("Worse than before")), table(head, rows[:MOST_SHOWN], numbers_from=5)], className="sw-card")
    ]
