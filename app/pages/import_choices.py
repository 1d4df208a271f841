"""What the owner does with a file that is shown before it is kept: answer, change, keep, drop."""

from collections.abc import Sequence
from typing import Any

from dash import ALL as ANY
from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind, clicked
from app.desk import Desk
from app.incoming.pending import drop_pending, pending_file
from app.pages.import_preview import NONE


def keep(clicks: int, token: str) -> dict[str, Any]:
    """Ask the import job to keep the file as it is shown."""
    return {"token": token, "keep": clicks}


def answer(values: Sequence[str | None], questions: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Ask the import job to read the file again by the answers; Dash calls also when the questions go."""
    said = {
        question["code"]: value
        for question, value in zip(questions, values, strict=True)
        if value and value != question["now"]
    }
    if not said:
        raise PreventUpdate
    return {"token": questions[0]["token"], "answers": said}


def change(clicks: Sequence[int | None], answered: Sequence[dict[str, str]]) -> dict[str, Any]:
    """Ask the import job to ask a question again."""
    taken_back = {which["code"]: "" for which, count in zip(answered, clicks, strict=True) if count}
    if not taken_back:
        raise PreventUpdate
    return {"token": answered[0]["token"], "answers": taken_back}


def read_columns(
    desk: Desk, clicks: int, token: str, headers: Sequence[str | None], columns: Sequence[dict[str, str]]
) -> dict[str, Any]:
    """Ask the import job to read the file again by the columns that were changed."""
    pending = pending_file(desk.settings, token)
    found = pending.story["report"]["columns"] if pending is not None else {}
    chosen = {
        column["name"]: "" if header in (None, NONE) else header
        for column, header in zip(columns, headers, strict=True)
    }
    changed = {name: header for name, header in chosen.items() if header != found.get(name, "")}
    return {"token": token, "columns": changed, "again": clicks}


def drop(desk: Desk, _clicks: int, token: str) -> dict[str, Any]:
    """Forget the file; what that did, for the page."""
    pending = pending_file(desk.settings, token)
    if pending is not None:
        drop_pending(pending)
    return {"kind": "dropped", "token": token}


def register(app: Dash, desk: Desk) -> None:
    token = State(ids.PREVIEW_TOKEN, "data")
    asked = Output(ids.UPLOADED, "data", allow_duplicate=True)
    app.callback(asked, Input(ids.KEEP_BUTTON, "n_clicks"), token, prevent_initial_call=True)(clicked(keep))
    app.callback(
        asked,
        Input(ids.answer(ANY, ANY, ANY), "value"),
        State(ids.answer(ANY, ANY, ANY), "id"),
        prevent_initial_call=True,
    )(answer)
    app.callback(
        asked,
        Input(ids.change_answer(ANY, ANY), "n_clicks"),
        State(ids.change_answer(ANY, ANY), "id"),
        prevent_initial_call=True,
    )(change)
    app.callback(
        asked,
        Input(ids.COLUMNS_BUTTON, "n_clicks"),
        token,
        State(ids.column(ANY), "value"),
        State(ids.column(ANY), "id"),
        prevent_initial_call=True,
    )(clicked(bind(read_columns, desk)))
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data", allow_duplicate=True),
        Input(ids.DROP_BUTTON, "n_clicks"),
        token,
        prevent_initial_call=True,
    )(clicked(bind(drop, desk)))
