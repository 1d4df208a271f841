"""Import: where the till's file goes in, and what was understood of it."""

import json
from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, html

from app import ids
from app.binding import bind, clicked
from app.desk import Desk
from app.incoming.arrival import is_sample
from app.incoming.pending import newest_pending
from app.incoming.set_aside import token_aside
from app.pages import import_choices, import_inbox, import_lists
from app.pages.import_history import history_card
from app.pages.import_inbox import aside_card, inbox_hint
from app.pages.import_lists import lists_card
from app.pages.import_preview import preview_card
from app.pages.import_report import outcome_cards
from app.views.cards import icon, page_title
from app.words.formats import units_text
from app.words.language import _
from data.importing.imports import list_imports, undo_last_import
from data.importing.taken_lists import list_taken_lists

PATH = "/import"


def layout(desk: Desk, outcome: dict[str, Any] | None) -> Any:
    """The drop zone, what the last file brought, and the files so far."""
    records, pending = list_imports(desk.shop), newest_pending(desk.settings)
    lists = () if is_sample(desk.shop) else list_taken_lists(desk.shop)
    return html.Div(
        [
            page_title(_("Import sales"), _("Sales, product lists and stock counts all go in here.")),
            *([preview_card(pending)] if pending else []),
            *outcome_cards(outcome),
            drop_zone(desk),
            *([] if records or pending else [_sample_offer()]),
            *aside_card(desk, shown=token_aside(pending) if pending else ""),
            *([history_card(desk, records)] if records else []),
            *([lists_card(lists)] if lists else []),
            inbox_hint(desk),
        ],
        className="sw-stack",
    )


def welcome(desk: Desk) -> Any:
    """The first screen of an empty shop: two choices."""
    lead = _(
        "Drop in the sales file your till exports. Shelfwise forecasts every product and tells you what to "
        "order, how much, and why. Nothing leaves this computer."
    )
    offer = html.P(_("Look around in a sample shop: 60 products of a British gift shop, two years."))
    sample = html.Div([html.H2(_("No file at hand?")), offer, _sample_button()], className="sw-card sw-sample")
    head = html.Div([html.H1(_("What should you order today?")), html.P(lead, className="sw-soft")])
    return html.Div([head, drop_zone(desk), sample], className="sw-welcome sw-stack")


def drop_zone(desk: Desk) -> Any:
    """Where a file is dropped or chosen; assets/web/upload.js sends it."""
    limit = desk.settings.upload_limit_bytes
    attributes: dict[str, Any] = {"data-limit-bytes": str(limit), "data-texts": json.dumps(upload_texts())}
    kinds = _(
        "CSV or Excel from any till, a row per sale or per day, up to {limit} MB. A product list (cost, supplier, "
        "stock) goes in the same way."
    )
    return html.Button(
        [
            icon("import"),
            html.Strong(_("Drop your sales file here, or click to choose it")),
            html.Span(kinds.format(limit=units_text(limit // 1024**2)), className="sw-soft"),
            html.Span(id=ids.DROP_STATUS, role="status", className="sw-drop-status"),
        ],
        id=ids.DROP_ZONE,
        className="sw-drop",
        type="button",
        **attributes,
    )


def upload_texts() -> dict[str, str]:
    """What assets/web/upload.js says while a file is sent; it fills in {file}, {size}, {limit} and {percent}."""
    return {
        "too_large": _("{file} has {size} MB; at most {limit} MB can be read. Export a shorter period."),
        "copying": _("Copying {file}: {percent} %"),
        "reading": _("Reading {file}"),
        "silent": _("The file could not be copied: the program does not answer. Is its window still open?"),
    }


def _sample_offer() -> Any:
    return html.Div(
        [
            html.Span(
                _("No file at hand? Look around in a sample shop: 60 products of a British gift shop, two years.")
            ),
            _sample_button(),
        ],
        className="sw-actions",
    )


def _sample_button() -> Any:
    return dbc.Button(_("Open the sample shop"), id=ids.SAMPLE_BUTTON, color="secondary", outline=True, n_clicks=0)


def open_sample(clicks: int) -> Any:
    """Ask the import job for the sample shop."""
    return {"sample": clicks}


def undo(desk: Desk, _clicks: int) -> dict[str, Any]:
    """Take the last import back; what that did, for the page."""
    record = undo_last_import(desk.shop)
    if record is None:
        return {"problems": [_("There is no import to undo.")]}
    return {"kind": "undone", "file_name": record.file_name, "rows": record.rows_used}


def register(app: Dash, desk: Desk) -> None:
    app.callback(Output(ids.UPLOADED, "data"), Input(ids.SAMPLE_BUTTON, "n_clicks"), prevent_initial_call=True)(
        clicked(open_sample)
    )
    import_inbox.register(app, desk)
    import_choices.register(app, desk)
    import_lists.register(app, desk)
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.UNDO_BUTTON, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(bind(undo, desk)))
