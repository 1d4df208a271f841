"""The background job that makes the forecasts which the shop needs."""

import logging

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from app import ids
from app.background.registration import Tell, percent_told, register_job
from app.desk import make_forecast, open_desk
from app.pages import empty
from app.settings import Settings
from app.words.language import _

logger = logging.getLogger(__name__)


def forecast_job(settings: Settings, tell: Tell, key: str | None, retry: int | None) -> str:
    """Make the forecast that the shop needs; the answer only says that the plan changed."""
    if key is None:
        raise PreventUpdate
    make_forecast(open_desk(settings), percent_told(tell, _("Forecasting your products")))
    return f"{key}-{retry}"


def failed_forecast(error: Exception) -> str:
    """The page says that it broke off, and offers to forecast again; the details go to the log."""
    logger.error("forecast failed: %s", error)
    return empty.FAILED


def register(app: Dash, settings: Settings) -> None:
    register_job(
        app,
        settings,
        forecast_job,
        answers=Output(ids.PLAN_CHANGED, "data"),
        starts=[Input(ids.FORECAST_REQUEST, "data"), Input(ids.FORECAST_RETRY, "data")],
        line=ids.FORECAST_JOB,
        failed=failed_forecast,
    )
