"""The files that were imported so far, and the way back from the last one."""

from typing import Any

from dash import html

from app import ids
from app.desk import Desk
from app.incoming.arrival import is_sample
from app.pages.import_undo import undo_button
from app.views.cards import aria
from app.words.formats import day_text, period_text, units_text
from app.words.headline import missing_sales_text
from app.words.language import N_, _, ngettext
from data.importing.import_records import ImportRecord
from data.importing.sales_end import sales_end

FILE, TILL, DAYS = N_("File"), N_("Till"), N_("Days")
NUMBERS = (N_("Rows used"), N_("Units"), N_("Left out"))


def history_card(desk: Desk, records: tuple[ImportRecord, ...]) -> Any:
    """All imports, the last one first, with what each left out; and up to where the sales go."""
    sample = is_sample(desk.shop)
    title = _("This is the sample shop") if sample else _("Your sales so far")
    several = len({record.source_id for record in records}) > 1
    head = [html.Th(_(name)) for name in (FILE, *([TILL] if several else []), DAYS)]
    head += [html.Th(_(name), className="sw-number") for name in NUMBERS]
    rows = [_row(record, several=several) for record in records]
    return html.Div(
        [
            html.Div([html.H2(title), _undo(records[0])], className="sw-head"),
            html.P(_end_text(desk, sample=sample), className="sw-soft"),
            html.Div(
                html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], className="sw-table"),
                className="sw-scroll",
                tabIndex=0,
                role="group",
                **aria(label=_("Imports")),
            ),
        ],
        className="sw-card",
    )


def _undo(last: ImportRecord) -> Any:
    told = _("{rows} rows go out of the shop. To bring them back, import the file again.")
    return undo_button(
        ids.UNDO_BUTTON,
        file_name=last.file_name,
        rows=last.rows_used,
        warning=told.format(rows=units_text(last.rows_used)),
        sure=_("Take them out"),
    )


def _end_text(desk: Desk, *, sample: bool) -> str:
    end = sales_end(desk.shop)
    until = _("The sales end on {day}.").format(day=day_text(end.last_day)) if end else ""
    room = _("Import your own file and the sample makes room for it.") if sample else ""
    return " ".join(filter(None, [until, missing_sales_text(end), room]))


def _row(record: ImportRecord, *, several: bool) -> Any:
    days = period_text(record.first_day, record.last_day) if record.first_day and record.last_day else ""
    return html.Tr(
        [
            html.Td(record.file_name),
            *([html.Td(str(record.source_id))] if several else []),
            html.Td(days, className="sw-days"),
            html.Td(units_text(record.rows_used), className="sw-number"),
            html.Td(units_text(record.units), className="sw-number"),
            html.Td(_left_out(record), className="sw-number"),
        ]
    )


def _left_out(record: ImportRecord) -> Any:
    left = record.report["rows_read"] - record.report["rows_used"]
    if not left:
        return "0"
    name = _("Rows left out of {file}").format(file=record.file_name)
    rows = ngettext("{count} row", "{count} rows", left).format(count=units_text(left))
    return html.A(rows, href=f"/download/left-out.csv?import={record.import_id}", title=name)
