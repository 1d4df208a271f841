"""The watched folder on the Import page: files that wait for an answer or could not be read, and how to use it."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import ALL, Dash, Input, Output, State, html
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind
from app.desk import Desk
from app.incoming.set_aside import FileAside, failed_files, settle, waiting_files
from app.words.language import _


def aside_card(desk: Desk, *, shown: str) -> list[Any]:
    """The files of the inbox folder that need the owner, but for the one that is shown already."""
    waiting = [_waiting(file) for file in waiting_files(desk.settings) if file.token != shown]
    failed = [_failed(file) for file in failed_files(desk.settings) if file.token != shown]
    if not waiting and not failed:
        return []
    return [html.Div([html.H2(_("From your inbox folder")), *waiting, *failed], className="sw-card sw-stack")]


def inbox_hint(desk: Desk) -> Any:
    """How the till can bring its files by itself."""
    return html.Details(
        [
            html.Summary(_("Let your till do this by itself")),
            html.P(
                [
                    _(
                        "Have the till save its export into this folder. While Shelfwise runs, files put there are "
                        "imported by themselves:"
                    ),
                    " ",
                    html.Code(str(desk.settings.inbox_folder)),
                ]
            ),
        ],
        className="sw-soft",
    )


def _waiting(file: FileAside) -> Any:
    said = html.Strong(_("{file} waits for an answer.").format(file=file.path.name))
    return html.Div([said, _look_button(file, color="primary")], className="sw-actions")


def _failed(file: FileAside) -> Any:
    forget = dbc.Button(
        _("Remove from this list"),
        id=ids.forget_failed(file.token),
        color="secondary",
        outline=True,
        size="sm",
        n_clicks=0,
        title=_("The file moves to the folder “done”."),
    )
    said = html.Strong(_("{file} could not be imported.").format(file=file.path.name))
    return html.Div(
        [said, html.P(file.reasons), html.Div([_look_button(file, color="secondary"), forget], className="sw-actions")]
    )


def _look_button(file: FileAside, *, color: str) -> Any:
    look_at = ids.look_at(file.token)
    return dbc.Button(_("Look at it"), id=look_at, color=color, outline=color != "primary", size="sm", n_clicks=0)


def look(clicks: Sequence[int | None], files: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Ask the import job to show a file of the folder."""
    return {"waiting": _clicked(clicks, files), "clicks": sum(count or 0 for count in clicks)}


def forget(desk: Desk, clicks: Sequence[int | None], files: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Take a failed file from the list; what that did, for the page."""
    kept = settle(desk.settings, _clicked(clicks, files))
    return {"kind": "put_away", "file": "" if kept is None else str(kept)}


def _clicked(clicks: Sequence[int | None], files: Sequence[dict[str, str]]) -> str:
    chosen = next((file["token"] for file, count in zip(files, clicks, strict=True) if count), None)
    if chosen is None:
        raise PreventUpdate
    return chosen


def register(app: Dash, desk: Desk) -> None:
    app.callback(
        Output(ids.UPLOADED, "data", allow_duplicate=True),
        Input(ids.look_at(ALL), "n_clicks"),
        State(ids.look_at(ALL), "id"),
        prevent_initial_call=True,
    )(look)
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.forget_failed(ALL), "n_clicks"),
        State(ids.forget_failed(ALL), "id"),
        prevent_initial_call=True,
    )(bind(forget, desk))
