"""The background job that imports: look at what was uploaded, keep it, or open the sample shop."""

import datetime as dt
import logging
from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from app import ids
from app.background.registration import Tell, percent_told, register_job
from app.desk import open_desk
from app.incoming.arrivals import take_in_sample
from app.incoming.pending import newest_pending, pending_file
from app.incoming.pending_work import keep_pending, look_at_pending
from app.incoming.set_aside import look_at_aside, waiting_files
from app.pages import import_sales, orders
from app.settings import Settings
from app.words.language import _
from data.choices import ReadingChoices

logger = logging.getLogger(__name__)


def import_job(settings: Settings, tell: Tell, uploaded: dict[str, Any] | None) -> tuple[dict[str, Any], Any]:
    """Look at what was uploaded, or keep it, or open the sample shop; what happened, and the page to go to.

    `uploaded` holds the token of a file; with `answers` and `columns` it is read by them too, with `keep` it is kept.
    """
    if uploaded is None:
        raise PreventUpdate
    shop, now = open_desk(settings).shop, dt.datetime.now()
    if uploaded.get("sample"):
        told = take_in_sample(shop, now=now, progress=percent_told(tell, _("Opening the sample shop")))
        return told, import_sales.PATH if "problems" in told else orders.PATH
    if uploaded.get("waiting"):
        pending = look_at_aside(settings, str(uploaded["waiting"]))
    else:
        pending = pending_file(settings, str(uploaded.get("token", "")))
    if pending is None:
        return {"problems": [_("The file is no longer here. Drop it in again.")]}, import_sales.PATH
    progress = percent_told(tell, _("Reading {file}").format(file=pending.path.name))
    if uploaded.get("keep"):
        told = keep_pending(shop, settings, pending, now=now, progress=progress)
        return told, _after_keeping(settings, told)
    told = look_at_pending(shop, pending, said=_said(uploaded), today=now.date(), progress=progress)
    return told, import_sales.PATH


def _after_keeping(settings: Settings, told: dict[str, Any]) -> str:
    """Orders once a file is kept; Import where it could not be, or where another file waits there."""
    waits = newest_pending(settings) is not None or bool(waiting_files(settings))
    return import_sales.PATH if "outcome" not in told or waits else orders.PATH


def _said(uploaded: dict[str, Any]) -> ReadingChoices:
    """What the owner chose on the page, as texts."""
    parts = (uploaded.get("answers") or {}, uploaded.get("columns") or {})
    return ReadingChoices(*({str(name): str(value) for name, value in part.items()} for part in parts))


def failed_import(error: Exception) -> tuple[dict[str, Any], Any]:
    """What the owner reads when an import broke; the details go to the log."""
    logger.error("import failed: %s", error)
    said = _("The import broke off. The shop is as it was before. Try again, or try another file.")
    return {"problems": [said]}, import_sales.PATH


def register(app: Dash, settings: Settings) -> None:
    register_job(
        app,
        settings,
        import_job,
        answers=[Output(ids.IMPORT_OUTCOME, "data"), Output(ids.URL, "pathname")],
        starts=[Input(ids.UPLOADED, "data")],
        line=ids.IMPORT_JOB,
        failed=failed_import,
    )
