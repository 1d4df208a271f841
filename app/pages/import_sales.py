"""Import: where the till's file goes in, and what was understood of it."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, html

from app import ids
from app.arrivals import is_sample
from app.binding import bind, clicked
from app.cards import aria
from app.desk import Desk
from app.formats import day_text, units_text
from app.pages.import_report import outcome_cards
from data.import_records import ImportRecord
from data.imports import list_imports, undo_last_import
from data.sales import last_sales_day

PATH = "/import"


def layout(desk: Desk, outcome: dict[str, Any] | None) -> Any:
    """The drop zone, what the last file brought, and the files so far."""
    records = list_imports(desk.shop)
    return html.Div(
        [
            html.H1("Import sales"),
            html.P("Sales, product lists and stock counts all go in here.", className="sw-soft"),
            drop_zone(desk),
            *([] if records else [_sample_offer()]),
            *outcome_cards(outcome),
            *([_history(desk, records)] if records else []),
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
                f"CSV from any till, a row per sale or per day, up to {limit // 1024**2} MB. "
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


def _history(desk: Desk, records: tuple[ImportRecord, ...]) -> Any:
    last_day = last_sales_day(desk.shop)
    title = "This is the sample shop" if is_sample(desk.shop) else "Your sales so far"
    note = "Import your own file and the sample makes room for it." if is_sample(desk.shop) else ""
    head = html.Thead(html.Tr([html.Th("File"), html.Th("Days"), html.Th("Rows used"), html.Th("Units")]))
    return html.Div(
        [
            html.Div(
                [
                    html.H2(title),
                    dbc.Button(
                        f"Undo {records[0].file_name}",
                        id=ids.UNDO_BUTTON,
                        color="secondary",
                        outline=True,
                        size="sm",
                        n_clicks=0,
                    ),
                ],
                className="sw-head",
            ),
            html.P(f"They end on {day_text(last_day)}. {note}" if last_day else note, className="sw-soft"),
            html.Div(
                html.Table([head, html.Tbody([_row(r) for r in records])], className="sw-table"),
                className="sw-scroll",
                tabIndex=0,
                role="group",
                **aria(label="Imports"),
            ),
        ],
        className="sw-card",
    )


def _row(record: ImportRecord) -> Any:
    return html.Tr(
        [
            html.Td(record.file_name),
            html.Td(" to ".join(day_text(day) for day in (record.first_day, record.last_day) if day)),
            html.Td(f"{record.rows_used:,}", className="sw-number"),
            html.Td(units_text(record.units), className="sw-number"),
        ]
    )


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
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.UNDO_BUTTON, "n_clicks"),
        prevent_initial_call=True,
    )(clicked(bind(undo, desk)))
