"""The background job behind the proof pages: past forecasts and past days made again."""

import logging

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from app import ids
from app.background.registration import Tell, percent_told, register_job
from app.desk import inputs_now, open_desk
from app.proof.kept import make_proof
from app.settings import Settings
from app.words.language import _

logger = logging.getLogger(__name__)


def proof_job(settings: Settings, tell: Tell, wanted: str | None) -> str:
    """Make what the proof pages show; the answer only says that it is there."""
    if not wanted:
        raise PreventUpdate
    desk = open_desk(settings)
    inputs = inputs_now(desk)
    if inputs is not None:
        make_proof(desk, inputs, percent_told(tell, _("Looking back on your last months")))
    return wanted


def failed_proof(error: Exception) -> None:
    """The pages keep their offer to look back; the details go to the log."""
    logger.error("looking back failed: %s", error)


def register(app: Dash, settings: Settings) -> None:
    register_job(
        app,
        settings,
        proof_job,
        answers=Output(ids.PROOF_MADE, "data"),
        starts=[Input(ids.PROOF_REQUEST, "data")],
        line=ids.PROOF_JOB,
        failed=failed_proof,
    )
