"""The way back from a file that was imported; where much would go, it is asked first."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from app.words.language import _

MANY_ROWS = 1000  # rows that are not taken out by one click


def undo_button(button_id: str, *, file_name: str, rows: int, warning: str, sure: str) -> Any:
    """A button that undoes the import of a file; where many rows change, `warning` comes first, then `sure`."""
    named = _("Undo {file}").format(file=file_name)
    if rows <= MANY_ROWS:
        return dbc.Button(named, id=button_id, color="secondary", outline=True, size="sm", n_clicks=0)
    asked = dbc.Button(sure, id=button_id, color="danger", outline=True, size="sm", n_clicks=0)
    return html.Details(
        [
            html.Summary(named, className="btn btn-outline-secondary btn-sm"),
            html.Div([html.P(warning), asked], className="sw-notice warning"),
        ],
        className="sw-asked",
    )
