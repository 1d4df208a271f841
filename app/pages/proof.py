"""Proof: whether promises were kept, how good forecasts were, and what ordering as advised would have brought."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update

from app import ids
from app.binding import bind, clicked
from app.desk import Desk, in_use_of, inputs_now, plan_now
from app.pages import accuracy, calibration, replay
from app.planning.plan import Plan
from app.proof.accuracy import accuracy as judged
from app.proof.champions import champions_now
from app.proof.kept import Proof, proof_key, proof_now
from app.proof.promise_tables import headline_of, kept_of
from app.views.cards import notice, page_title
from app.views.in_use_card import headline_notice, in_use_card
from app.views.proof_parts import (
    ACCURACY,
    CALIBRATION,
    OVERVIEW,
    PARTS,
    REPLAY,
    proof_links,
    still_to_come,
    wanted,
)
from app.words.language import N_, _
from app.words.proof_words import shop_text

PREFIX = OVERVIEW
TITLES = {
    OVERVIEW: (N_("Can you trust it?"), N_("Judged on your own sales, good and bad.")),
    CALIBRATION: (N_("Did we keep our promises?"), N_("Every forecast says how much may sell at most. Did that hold?")),
    ACCURACY: (N_("How good are the forecasts?"), N_("Beside the simplest ways to forecast, on your own sales.")),
    REPLAY: (
        N_("What would our advice have brought?"),
        N_("Your last days again, each order made only from what was known that morning."),
    ),
}


def has(path: str) -> bool:
    """Whether an address belongs to the proof.

    >>> has("/proof/replay"), has("/proof/nothing")
    (True, False)
    """
    return path in TITLES


def layout(desk: Desk, plan: Plan, path: str) -> Any:
    """The page at an address of the proof."""
    proof = proof_now(desk, plan.inputs)
    title, lead = TITLES[path]
    key = None if proof.is_whole else proof_key(desk.shop, plan.inputs)
    return html.Div(
        [
            page_title(_(title), _(lead)),
            proof_links(path),
            *_parts(desk, plan, proof, path),
            wanted(key),
        ],
        className="sw-stack",
    )


def _parts(desk: Desk, plan: Plan, proof: Proof, path: str) -> list[Any]:
    if path == ACCURACY:
        return accuracy.parts(plan, champions_now(desk.forecasts))
    if path == CALIBRATION:
        return [still_to_come()] if proof.look_back is None else calibration.parts(desk, plan, proof.look_back)
    if path == REPLAY:
        return [still_to_come()] if proof.replay is None else replay.parts(plan, proof.replay)
    return _overview(desk, plan, proof)


def _overview(desk: Desk, plan: Plan, proof: Proof) -> list[Any]:
    """The three verdicts, each with the way to its page."""
    waiting = [] if proof.is_whole else [still_to_come()]
    cards = [
        _card(CALIBRATION, _promises(desk, plan, proof)),
        _card(ACCURACY, _accuracy(plan)),
        _card(REPLAY, _replay(plan, proof)),
    ]
    return [*waiting, *cards]


def _card(path: str, verdict: Any) -> Any:
    name = next(_(name) for name, address in PARTS if address == path)
    head = html.Div([html.H2(_(TITLES[path][0])), dcc.Link(name, href=path)], className="sw-head")
    return html.Div([head, verdict], className="sw-card")


def _promises(desk: Desk, plan: Plan, proof: Proof) -> Any:
    """On past sales; and in real use, as soon as there is enough to judge."""
    if proof.look_back is None:
        return html.P(_("Still to come."), className="sw-soft mb-0")
    told = in_use_of(desk, plan.inputs)
    in_use = headline_of(told.kept)
    is_judged = in_use is not None and in_use.verdict != "too_few"
    past = headline_notice(headline_of(kept_of(proof.look_back.settled)))
    return html.Div([past, *([in_use_card(told)] if is_judged else [])], className="sw-stack")


def _accuracy(plan: Plan) -> Any:
    found = judged(plan.forecast, plan.inputs.history)
    if found is None:
        return notice(_("There are too few weeks of sales to judge forecasts. Come back in some weeks."))
    return notice(shop_text(found.shop, days=found.days), "good" if found.shop.better > 0 else "warning")


def _replay(plan: Plan, proof: Proof) -> Any:
    if proof.replay is None:
        return html.P(_("Still to come."), className="sw-soft mb-0")
    if proof.replay.replay is None:
        return notice(_("Your sales are too young, or nothing sold lately: there is nothing to order again yet."))
    return replay.replay_notice(proof.replay.replay, plan.inputs.settings.currency)


def ask(key: str | None, asked: str | None) -> Any:
    """Hand what a page needs to the background job, once."""
    return no_update if key is None or key == asked else key


def ask_again(desk: Desk, _clicks: int) -> Any:
    """Ask anew for what is still to come: a blank more at the end is another request for the same."""
    inputs = inputs_now(desk)
    return no_update if inputs is None else f"{proof_key(desk.shop, inputs)} {_clicks}"


def show_made(desk: Desk, _made: str, path: str | None) -> Any:
    """The page anew, now that its figures are there; other pages stay as they are."""
    plan = plan_now(desk)
    address = "/" + (path or "").strip("/")
    return layout(desk, plan, address) if plan is not None and has(address) else no_update


def register(app: Dash, desk: Desk) -> None:
    app.callback(Output(ids.PROOF_REQUEST, "data"), Input(ids.PROOF_WANTED, "data"), State(ids.PROOF_REQUEST, "data"))(
        ask
    )
    app.callback(
        Output(ids.PROOF_REQUEST, "data", allow_duplicate=True),
        Input(ids.PROOF_AGAIN, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(bind(ask_again, desk)))
    app.callback(
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(ids.PROOF_MADE, "data"),
        State(ids.URL, "pathname"),
        prevent_initial_call=True,
    )(bind(show_made, desk))
    calibration.register(app, desk)
    replay.register(app, desk)
