"""The last days again: what would have come of ordering as advised, and in other ways."""

from typing import Any

import numpy as np
from dash import Dash, Input, Output, dcc, html
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind
from app.desk import Desk, inputs_now
from app.planning.plan import Plan
from app.proof.kept import KeptReplay, proof_now
from app.replay.levels import ADVISED
from app.replay.replay import Replay, worse_than
from app.views.cards import field_name, notice, table
from app.views.figures import chart
from app.views.proof_figures import replay_figure
from app.views.proof_parts import product_links
from app.words.formats import day_text, units_text
from app.words.language import _
from app.words.replay_page_words import (
    figure_head,
    figure_text,
    figures_shown,
    is_best,
    range_text,
    verdict_text,
    way_name,
    worse_text,
)
from app.words.replay_words import assumptions

WORSE_NAMED = 12


def parts(plan: Plan, kept: KeptReplay) -> list[Any]:
    """The cards of the page."""
    replay = kept.replay
    if replay is None:
        said = _("Your sales are too young, or nothing sold lately: there is nothing to order again yet.")
        return [notice(said)]
    currency = plan.inputs.settings.currency
    return [
        replay_notice(replay, currency),
        _ways_card(replay, currency),
        _worse_card(plan, replay),
        _product_card(replay),
        _assumptions_card(replay),
    ]


def replay_notice(replay: Replay, currency: str) -> Any:
    """The verdict, and whether another way would have been cheaper in all."""
    if is_best(replay):
        return notice(verdict_text(replay, currency), "good")
    more = _("In all, that way would have been cheaper on these days.")
    return notice([verdict_text(replay, currency), " ", html.Strong(more)], "warning")


def _ways_card(replay: Replay, currency: str) -> Any:
    rows = [
        [
            html.Strong(way_name(way)) if way == ADVISED else way_name(way),
            *(_cell(replay, name, number, currency) for name in figures_shown(replay)),
        ]
        for number, way in enumerate(replay.ways)
    ]
    head = [_("Ordered"), *(figure_head(name) for name in figures_shown(replay))]
    period = _("{first} to {last}, {count} products. Below each figure: where it lies nine times in ten.").format(
        first=day_text(replay.days[0].date()),
        last=day_text(replay.days[-1].date()),
        count=units_text(len(replay.products)),
    )
    links = [
        html.A(text, href=f"/download/replay-{name}.csv", className="btn btn-outline-secondary btn-sm")
        for name, text in (("summary", _("Table as CSV")), ("days", _("Every day as CSV")))
    ]
    title = _("The last {days} days again").format(days=len(replay.days))
    return html.Div(
        [
            html.Div([html.H2(title), html.Div(links, className="sw-actions")], className="sw-head"),
            html.P(period, className="sw-soft"),
            table(head, rows),
        ],
        className="sw-card sw-proof-ways",
    )


def _cell(replay: Replay, name: str, number: int, currency: str) -> Any:
    value, low, high = (
        float(getattr(each, name)[number]) for each in (replay.outcome.value, replay.outcome.low, replay.outcome.high)
    )
    between = html.Div(range_text(name, low, high), className="sw-soft sw-small")
    return [html.Div(figure_text(name, value, currency)), between]


def _worse_card(plan: Plan, replay: Replay) -> Any:
    said = []
    for way in replay.ways:
        if way == ADVISED:
            continue
        skus = list(worse_than(replay, way)["sku"])
        links = product_links(plan, skus, most=WORSE_NAMED)
        said.append(html.P([worse_text(len(skus), len(replay.products), way), *([" ", *links] if links else [])]))
    why = _("Worse means: missed margin, cost of keeping stock and cost of orders came to more.")
    if replay.spoils:
        why = _("Worse means: missed margin, cost of stock and of orders, and what was thrown away came to more.")
    return html.Div(
        [html.H2(_("Where it would have been worse")), html.P(why, className="sw-soft"), *said], className="sw-card"
    )


def _product_card(replay: Replay) -> Any:
    names = replay.products["name"].fillna("").to_dict()
    options = [{"label": names[sku] or sku, "value": sku, "search": f"{sku} {names[sku]}"} for sku in names]
    rivals = [{"label": way_name(way), "value": way} for way in replay.ways if way != ADVISED]
    chosen = _most_sold(replay)
    pickers = html.Div(
        [
            html.Div(
                dcc.Dropdown(options=options, value=chosen, id=ids.REPLAY_PRODUCT, clearable=False),
                **field_name(_("Product")),
            ),
            html.Div(
                dcc.Dropdown(options=rivals, value=rivals[0]["value"], id=ids.REPLAY_RIVAL, clearable=False),
                **field_name(_("Beside")),
            ),
        ],
        className="sw-proof-pickers",
    )
    said = _("Lines: units on the shelf each morning. Bars below zero: units asked for that were not there.")
    shown = days_chart(replay, chosen, str(rivals[0]["value"]))
    return html.Div(
        [
            html.H2(_("Day by day")),
            html.P(said, className="sw-soft"),
            pickers,
            html.Div(shown, id=ids.REPLAY_DAYS),
        ],
        className="sw-card",
    )


def _most_sold(replay: Replay) -> str:
    return str(replay.products.index[int(np.argmax(replay.record.demand.sum(axis=0)))])


def days_chart(replay: Replay, sku: str, rival: str) -> Any:
    """Stock and missed sales of a product, as advised and ordered another way."""
    product, other = replay.products.index.get_loc(sku), replay.ways.index(rival)
    ours = replay.ways.index(ADVISED)
    stock, missed = replay.record.on_hand[..., product], replay.record.missed[..., product]
    figure = replay_figure(
        [day.date() for day in replay.days],
        advised=stock[:, ours],
        other=stock[:, other],
        missed=missed[:, ours],
        other_missed=missed[:, other],
        other_name=way_name(rival),
    )
    return chart(figure, "replay")


def _assumptions_card(replay: Replay) -> Any:
    told = html.Ul([html.Li(sentence) for sentence in assumptions(replay)])
    return html.Details([html.Summary(_("What this takes for granted")), told], className="sw-card")


def show_days(desk: Desk, sku: str, rival: str) -> Any:
    """The picture of another product, or beside another way."""
    inputs = inputs_now(desk)
    kept = None if inputs is None else proof_now(desk, inputs).replay
    replay = None if kept is None else kept.replay
    if replay is None or sku not in replay.products.index or rival not in replay.ways:
        raise PreventUpdate
    return days_chart(replay, sku, rival)


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.REPLAY_DAYS, "children"),
        Input(ids.REPLAY_PRODUCT, "value"),
        Input(ids.REPLAY_RIVAL, "value"),
        prevent_initial_call=True,
    )(bind(show_days, desk))
