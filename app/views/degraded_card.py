"""The card of forecasts that got worse: what happened, who forecasts now since when, and who did before."""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from app.planning.plan import Plan
from app.proof.champions import Champion
from app.views.proof_parts import product_path
from app.words.alert_words import alert_rows
from app.words.formats import day_text
from app.words.language import _
from app.words.model_words import model_texts

CODE = "forecast_gone_bad"
MOST_SHOWN = 20


def worse_lately(plan: Plan, champions: Mapping[str, Champion]) -> list[Any]:
    """The card, if there is anything to tell; the same products are among the alerts of the orders."""
    alerts = list(alert_rows(plan, codes=(CODE,)))
    if not alerts:
        return []
    lines = [
        html.Li(
            [
                dcc.Link(alert.name, href=product_path(alert.sku)),
                " ",
                alert.sentence,
                html.Div(_held_by(champions.get(alert.sku)), className="sw-soft sw-small"),
            ]
        )
        for alert in alerts[:MOST_SHOWN]
    ]
    title = html.H2(_("Worse than before"))
    return [html.Div([title, html.Ul(lines, className="sw-proof-doubts")], className="sw-card")]


def _held_by(champion: Champion | None) -> str:
    """Who forecasts since when, and who did before."""
    if champion is None:
        return ""
    models = model_texts()
    told = _("Model: {model}, since {day}; before: {before}.") if champion.before else _("Model: {model}, since {day}.")
    return told.format(
        model=models.get(champion.method, champion.method),
        day=day_text(champion.since),
        before=models.get(champion.before, champion.before),
    )
