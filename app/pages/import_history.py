"""The files that were imported so far, and the way back from the last one."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from app import ids
from app.desk import Desk
from app.incoming.arrival import is_sample
from app.views.cards import aria
from app.words.formats import day_text, units_text
from app.words.headline import missing_sales_text
from data.import_records import ImportRecord
from data.sales_end import sales_end


def history_card(desk: Desk, records: tuple[ImportRecord, ...]) -> Any:
    """All imports, the last one first, with what each left out; and up to where the sales go."""
    sample = is_sample(desk.shop)
    title = "This is the sample shop" if sample else "Your sales so far"
    several = len({record.source_id for record in records}) > 1
    undo = dbc.Button(
        f"Undo {records[0].file_name}", id=ids.UNDO_BUTTON, color="secondary", outline=True, size="sm", n_clicks=0
    )
    head = [html.Th(name) for name in ("File", *(["Till"] if several else []), "Days")]
    head += [html.Th(name, className="sw-number") for name in ("Rows used", "Units", "Left out")]
    rows = [_row(record, several=several) for record in records]
    return html.Div(
        [
            html.Div([html.H2(title), undo], className="sw-head"),
            html.P(_end_text(desk, sample=sample), className="sw-soft"),
            html.Div(
                html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="sw-table"),
                className="sw-scroll",
                tabIndex=0,
                role="group",
                **aria(label="Imports"),
            ),
        ],
        className="sw-card",
    )


def _end_text(desk: Desk, *, sample: bool) -> str:
    end = sales_end(desk.shop)
    said = [f"The sales end on {day_text(end.last_day)}." if end else "", missing_sales_text(end)]
    return " ".join(filter(None, [*said, "Import your own file and the sample makes room for it." if sample else ""]))


def _row(record: ImportRecord, *, several: bool) -> Any:
    days = " to ".join(dict.fromkeys(day_text(day) for day in (record.first_day, record.last_day) if day))
    return html.Tr(
        [
            html.Td(record.file_name),
            *([html.Td(str(record.source_id))] if several else []),
            html.Td(days, className="sw-days"),
            html.Td(f"{record.rows_used:,}", className="sw-number"),
            html.Td(units_text(record.units), className="sw-number"),
            html.Td(_left_out(record), className="sw-number"),
        ]
    )


def _left_out(record: ImportRecord) -> Any:
    left = record.report["rows_read"] - record.report["rows_used"]
    if not left:
        return "0"
    name = f"Rows left out of {record.file_name}"
    return html.A(f"{left:,} rows", href=f"/download/left-out.csv?import={record.import_id}", title=name)
