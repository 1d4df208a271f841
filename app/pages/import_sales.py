"""Import: where the till's file goes in, and what was understood of it."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import ALL, Dash, Input, Output, State, html
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind, clicked
from app.desk import Desk
from app.incoming.inbox import waiting_files, waiting_token
from app.incoming.pending import newest_pending
from app.pages import import_choices
from app.pages.import_history import history_card
from app.pages.import_preview import preview_card
from app.pages.import_report import outcome_cards
from data.imports import list_imports, undo_last_import

PATH = "/import"


def layout(desk: Desk, outcome: dict[str, Any] | None) -> Any:
    """The drop zone, what the last file brought, and the files so far."""
    records, pending = list_imports(desk.shop), newest_pending(desk.settings)
    return html.Div(
        [
            html.H1("Import sales"),
            html.P("Sales, product lists and stock counts all go in here.", className="sw-soft"),
            *([preview_card(pending)] if pending else []),
            *outcome_cards(outcome),
            drop_zone(desk),
            *([] if records or pending else [_sample_offer()]),
            *_waiting(desk, shown=waiting_token(pending) if pending else ""),
            *([history_card(desk, records)] if records else []),
            _inbox_hint(desk),
        ],
        className="sw-stack",
    )


def welcome(desk: Desk) -> Any:
    """The first screen of an empty shop: two choices."""
    return html.Div(
        [
            html.H1("What should you order today?"),
            html.P(
                "Drop in the sales file your till exports. Shelfwise forecasts every product and tells you what to "
                "order, how much, and why. Nothing leaves this computer.",
                className="sw-soft",
            ),
            drop_zone(desk),
            _sample_offer(),
        ],
        className="sw-stack",
    )


def drop_zone(desk: Desk) -> Any:
    """Where a file is dropped or chosen; assets/web/upload.js sends it."""
    limit = desk.settings.upload_limit_bytes
    attributes: dict[str, Any] = {"data-limit-bytes": str(limit)}  # read by assets/web/upload.js
    return html.Button(
        [
            html.Strong("Drop your sales file here, or click to choose it"),
            html.Span(
                f"CSV or Excel from any till, a row per sale or per day, up to {limit // 1024**2} MB. "
                "A product list (cost, supplier, stock) goes in the same way.",
                className="sw-soft",
            ),
            html.Span(id=ids.DROP_STATUS, role="status", className="sw-drop-status"),
        ],
        id=ids.DROP_ZONE,
        className="sw-drop",
        type="button",
        **attributes,
    )


def _sample_offer() -> Any:
    return html.Div(
        [
            html.Span("No file at hand? Look around in a sample shop: 60 products of a British gift shop, two years."),
            dbc.Button("Open the sample shop", id=ids.SAMPLE_BUTTON, color="primary", n_clicks=0),
        ],
        className="sw-actions",
    )


def _waiting(desk: Desk, *, shown: str) -> list[Any]:
    """The files of the inbox folder that leave a question open, but for the one that is shown already."""
    files = [file for file in waiting_files(desk.settings) if file.token != shown]
    if not files:
        return []
    lines = [
        html.Div(
            [
                html.Span([html.Strong(file.path.name), " waits for an answer."]),
                dbc.Button("Look at it", id=ids.look_at(file.token), color="primary", size="sm", n_clicks=0),
            ],
            className="sw-actions",
        )
        for file in files
    ]
    return [html.Div([html.H2("From your inbox folder"), *lines], className="sw-card sw-stack")]


def _inbox_hint(desk: Desk) -> Any:
    return html.Details(
        [
            html.Summary("Let your till do this by itself"),
            html.P(
                [
                    "Have the till save its export into this folder. While Shelfwise runs, files put there are "
                    "imported by themselves: ",
                    html.Code(str(desk.settings.inbox_folder)),
                ]
            ),
        ],
        className="sw-soft",
    )


def look(clicks: Sequence[int | None], files: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Ask the import job to show a waiting file."""
    chosen = next((file["token"] for file, count in zip(files, clicks, strict=True) if count), None)
    if chosen is None:
        raise PreventUpdate
    return {"waiting": chosen, "clicks": sum(count or 0 for count in clicks)}


def open_sample(clicks: int) -> Any:
    """Ask the import job for the sample shop."""
    return {"sample": clicks}


def undo(desk: Desk, _clicks: int) -> dict[str, Any]:
    """Take the last import back; what that did, for the page."""
    record = undo_last_import(desk.shop)
    if record is None:
        return {"problems": ["There is no import to undo."]}
    return {"kind": "undone", "file_name": record.file_name, "rows": record.rows_used}


def register(app: Dash, desk: Desk) -> None:
    app.callback(Output(ids.UPLOADED, "data"), Input(ids.SAMPLE_BUTTON, "n_clicks"), prevent_initial_call=True)(
        clicked(open_sample)
    )
    app.callback(
        Output(ids.UPLOADED, "data", allow_duplicate=True),
        Input(ids.look_at(ALL), "n_clicks"),
        State(ids.look_at(ALL), "id"),
        prevent_initial_call=True,
    )(look)
    import_choices.register(app, desk)
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.UNDO_BUTTON, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(bind(undo, desk)))
