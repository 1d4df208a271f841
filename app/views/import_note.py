"""The note on top of Orders after a file was kept: what it brought, what it left out, and the way to the details."""

from typing import Any

from dash import dcc, html

from app import ids
from app.views.cards import notice
from app.words.import_words import changed_units_text, imported_text, listed_text, rows_left_out_text
from app.words.language import _

ANSWERS_TOLD = 2


def import_note(outcome: dict[str, Any] | None) -> Any:
    """The note of the file kept last on this visit, until it is closed; None where none was kept.

    The sample shop needs none: it was opened, not imported.
    """
    if outcome is None or outcome.get("is_sample") or outcome.get("kind") not in ("sales", "products", "suppliers"):
        return None
    left_out = [rows_left_out_text(outcome["report"]), *outcome.get("warnings", [])]
    said = [_brought(outcome), *outcome.get("answers", [])[:ANSWERS_TOLD], *left_out]
    close = html.Button(_("Close"), id=ids.CLOSE_NOTE, className="sw-link", type="button", n_clicks=0)
    ways = html.Span([dcc.Link(_("Details, and undo"), href="/import"), " ", close], className="sw-actions")
    return notice([_told(outcome["report"]["file_name"], said), ways], "warning" if any(left_out) else "good")


def _told(file_name: str, said: list[str]) -> Any:
    return html.Span([html.Strong(file_name), " ", " ".join(filter(None, said))])


def _brought(outcome: dict[str, Any]) -> str:
    told = outcome["outcome"]
    if outcome["kind"] == "sales":
        return " ".join(filter(None, [imported_text(told), changed_units_text(told)]))
    return listed_text(told, kind=outcome["kind"])
