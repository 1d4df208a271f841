"""Count: one product after the other, for walking the shelves with a phone in the hand."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update

from app import ids
from app.binding import bind
from app.desk import Desk, plan_now, products_now
from app.ordering.count_walk import CATEGORY, EVERYTHING, SUPPLIER, Shelf, shelf_of, shelves, walk
from app.ordering.order_days import plan_day
from app.planning.plan import Plan
from app.said import Said, said_of, units_said
from app.views.cards import data, empty_state, notice, page_title
from app.views.count_card import BACK, COUNTED, KEEP, SHELF, SKIP, count_card
from app.views.edits import edit_cell, two_ways_text
from app.views.forms import UNSEEN, form
from app.words.formats import decimals_text
from app.words.language import _

PATH = "/count"


def layout(desk: Desk, plan: Plan, choice: Mapping[str, str]) -> Any:
    """The page; `choice` may name the "shelf" to walk or the "sku" to begin with."""
    shelf = shelf_of(choice.get("shelf", ""))
    skus = list(walk(plan, shelf))
    begin = choice.get("sku")
    if begin is not None:
        skus = [begin, *(sku for sku in skus if sku != begin)] if begin in plan.inputs.products.index else skus
    lead = _("Type what is on the shelf. Each count is kept at once, and the orders follow.")
    return html.Div(
        [
            dcc.Store(id=ids.COUNT_SAID),
            dcc.Store(id=ids.COUNT_WALK, data=skus),
            page_title(_("Count"), lead),
            form(_choice(plan, shelf), store=ids.COUNT_SAID, className="sw-place"),
            html.Div(card_at(desk, skus, 0), id=ids.COUNT_CARD),
        ],
        className="sw-stack",
    )


def card_at(desk: Desk, skus: Sequence[str], at: int, *, message: Any = None) -> Any:
    """The card of the product at a place of the walk, or that the walk is over."""
    products = products_now(desk)
    if at >= len(skus):
        ways = [
            dcc.Link(_("See what to order"), href="/", className="btn btn-primary"),
            dcc.Link(_("Count everything"), href=f"{PATH}?shelf={EVERYTHING}", className="btn btn-outline-secondary"),
        ]
        done = empty_state(_("Nothing left to count here"), _("All counts are kept."), action=ways, drawing="good")
        return html.Div([html.Div(message, role="status"), done], className="sw-stack")
    sku = skus[max(at, 0)]
    known = {str(field): value for field, value in products.loc[sku].items()}
    card = count_card(sku, known, at=max(at, 0), of=len(skus), message=message)
    return html.Div(card, key=sku)  # a card of its own for each product, so that its field has the cursor


def answer(desk: Desk, told: object, skus: Sequence[str] | None) -> tuple[Any, Any]:
    """Keep what was typed and go on, or go where the owner wants to; the card and the walk from then on."""
    said = said_of(told)
    if said is None:
        return no_update, no_update
    if said.action == SHELF:
        plan = plan_now(desk)
        chosen = [] if plan is None else list(walk(plan, shelf_of(said.values.get(SHELF, ""))))
        return card_at(desk, chosen, 0), chosen
    known = list(skus or [])
    if said.key not in known:
        return no_update, no_update
    at = known.index(said.key)
    if said.action != KEEP:
        return card_at(desk, known, {SKIP: at + 1, BACK: at - 1}.get(said.action, at)), no_update
    typed = said.values.get(COUNTED, "")
    refusal = keep_count(desk, said.key, typed)
    if refusal:
        return card_at(desk, known, at, message=refusal), no_update
    return card_at(desk, known, at + 1, message=notice(kept_text(desk, said), "good")), no_update


def keep_count(desk: Desk, sku: str, typed: str) -> Any:
    """Keep a count of today; a notice where what was typed is none."""
    if not typed.strip():
        return notice(_("Type a number, 0 for an empty shelf, or skip this product."), "warning")
    units = units_said(typed)
    if units is None:
        told = two_ways_text(typed) or _("“{typed}” is no number of units. Nothing was kept.").format(typed=typed)
        return notice(told, "danger")
    day = plan_day(desk.shop) or dt.date.today()
    return edit_cell(desk.shop, sku, "on_hand", typed.strip(), day=day)


def kept_text(desk: Desk, said: Said) -> str:
    """What was kept, said beside the next product."""
    name = products_now(desk).loc[said.key, "name"]
    units = units_said(said.values.get(COUNTED, ""))
    return _("{product}: {units} kept.").format(
        product=name if isinstance(name, str) else said.key, units="" if units is None else decimals_text(units)
    )


def _choice(plan: Plan, chosen: Shelf) -> Any:
    options = [
        html.Option(shelf_text(shelf), value=shelf.key, selected=shelf.key == chosen.key) for shelf in shelves(plan)
    ]
    box = html.Select(options, name=SHELF, className="form-select")
    return html.Label([html.Span(_("What to count"), className=UNSEEN), box], **data(keep=SHELF))


def shelf_text(shelf: Shelf) -> str:
    """What a shelf is called."""
    if shelf.kind == EVERYTHING:
        return _("Everything, by name")
    if shelf.kind == CATEGORY:
        return _("Category {name}").format(name=shelf.name)
    if shelf.kind == SUPPLIER:
        return _("From {name}").format(name=shelf.name)
    return _("What matters most first")


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.COUNT_CARD, "children"),
        Output(ids.COUNT_WALK, "data"),
        Input(ids.COUNT_SAID, "data"),
        State(ids.COUNT_WALK, "data"),
        prevent_initial_call=True,
    )(bind(answer, desk))
