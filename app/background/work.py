"""The two long pieces of work, done in background callbacks: importing a file and making the forecasts."""

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from app import ids
from app.binding import bind_job
from app.desk import make_forecast, open_desk
from app.incoming.arrivals import take_in_sample
from app.incoming.pending import pending_file
from app.incoming.pending_work import keep_pending, look_at_pending
from app.incoming.set_aside import look_at_aside
from app.pages import empty, import_sales, orders
from app.settings import Settings
from app.words.language import _
from data.choices import ReadingChoices

logger = logging.getLogger(__name__)

Tell = Callable[[tuple[str, str]], None]
POLL_MILLISECONDS = 500
SHOWN, HIDDEN = "sw-job", "sw-job sw-hidden"


def import_job(settings: Settings, tell: Tell, uploaded: dict[str, Any] | None) -> tuple[dict[str, Any], Any]:
    """Look at what was uploaded, or keep it, or open the sample shop; what happened, and the page to go to.

    `uploaded` holds the token of a file; with `answers` and `columns` it is read by them too, with `keep` it is kept.
    """
    if uploaded is None:
        raise PreventUpdate
    shop, now = open_desk(settings).shop, dt.datetime.now()
    if uploaded.get("sample"):
        told = take_in_sample(shop, now=now, progress=_percent(tell, _("Opening the sample shop")))
        return told, import_sales.PATH if "problems" in told else orders.PATH
    if uploaded.get("waiting"):
        pending = look_at_aside(settings, str(uploaded["waiting"]))
    else:
        pending = pending_file(settings, str(uploaded.get("token", "")))
    if pending is None:
        return {"problems": [_("The file is no longer here. Drop it in again.")]}, import_sales.PATH
    progress = _percent(tell, _("Reading {file}").format(file=pending.path.name))
    if uploaded.get("keep"):
        told = keep_pending(shop, settings, pending, now=now, progress=progress)
    else:
        told = look_at_pending(shop, pending, said=_said(uploaded), today=now.date(), progress=progress)
    return told, import_sales.PATH


def _said(uploaded: dict[str, Any]) -> ReadingChoices:
    """What the owner chose on the page, as texts."""
    parts = (uploaded.get("answers") or {}, uploaded.get("columns") or {})
    return ReadingChoices(*({str(name): str(value) for name, value in part.items()} for part in parts))


def forecast_job(settings: Settings, tell: Tell, key: str | None, retry: int | None) -> str:
    """Make the forecast that the shop needs; the answer only says that the plan changed."""
    if key is None:
        raise PreventUpdate
    make_forecast(open_desk(settings), _percent(tell, _("Forecasting your products")))
    return f"{key}-{retry}"


def _percent(tell: Tell, label: str) -> Callable[[float], None]:
    return lambda share: tell((f"{100 * share:.0f}", label))


def failed_import(error: Exception) -> tuple[dict[str, Any], Any]:
    """What the owner reads when an import broke; the details go to the log."""
    logger.error("import failed: %s", error)
    said = _("The import broke off. The shop is as it was before. Try again, or try another file.")
    return {"problems": [said]}, import_sales.PATH


def failed_forecast(error: Exception) -> str:
    """The page says that it broke off, and offers to forecast again; the details go to the log."""
    logger.error("forecast failed: %s", error)
    return empty.FAILED


def register(app: Dash, settings: Settings) -> None:
    app.callback(
        Output(ids.IMPORT_OUTCOME, "data"),
        Output(ids.URL, "pathname"),
        Input(ids.UPLOADED, "data"),
        background=True,
        interval=POLL_MILLISECONDS,
        running=[(Output(ids.IMPORT_JOB, "className"), SHOWN, HIDDEN)],
        progress=[Output(ids.IMPORT_BAR, "value"), Output(ids.IMPORT_LABEL, "children")],
        cancel=[Input(ids.IMPORT_CANCEL, "n_clicks")],
        prevent_initial_call=True,
        on_error=failed_import,
    )(bind_job(import_job, settings))
    app.callback(
        Output(ids.PLAN_CHANGED, "data"),
        Input(ids.FORECAST_REQUEST, "data"),
        Input(ids.FORECAST_RETRY, "data"),
        background=True,
        interval=POLL_MILLISECONDS,
        running=[(Output(ids.FORECAST_JOB, "className"), SHOWN, HIDDEN)],
        progress=[Output(ids.FORECAST_BAR, "value"), Output(ids.FORECAST_LABEL, "children")],
        cancel=[Input(ids.FORECAST_CANCEL, "n_clicks")],
        prevent_initial_call=True,
        on_error=failed_forecast,
    )(bind_job(forecast_job, settings))
