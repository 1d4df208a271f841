"""The background job behind the proof pages: past forecasts and past days made again."""

import logging

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from app import ids
from app.background.work import HIDDEN, POLL_MILLISECONDS, SHOWN, Tell
from app.binding import bind_job
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
        label = _("Looking back on your last months")
        make_proof(desk, inputs, lambda share: tell((f"{100 * share:.0f}", label)))
    return wanted


def failed_proof(error: Exception) -> None:
    """The pages keep their offer to look back; the details go to the log."""
    logger.error("looking back failed: %s", error)


def register(app: Dash, settings: Settings) -> None:
    app.callback(
        Output(ids.PROOF_MADE, "data"),
        Input(ids.PROOF_REQUEST, "data"),
        background=True,
        interval=POLL_MILLISECONDS,
        running=[(Output(ids.PROOF_JOB, "className"), SHOWN, HIDDEN)],
        progress=[Output(ids.PROOF_BAR, "value"), Output(ids.PROOF_LABEL, "children")],
        cancel=[Input(ids.PROOF_CANCEL, "n_clicks")],
        prevent_initial_call=True,
        on_error=failed_proof,
    )(bind_job(proof_job, settings))
