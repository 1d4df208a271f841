"""How a background job is made known to Dash: what starts it, what it answers, the line that tells how far it is."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import Dash, Input, Output

from app.binding import bind_job
from app.ids import JobLine
from app.settings import Settings

Tell = Callable[[tuple[str, str]], None]
"""What a job calls with how far it is, in percent, and what it is doing."""

POLL_MILLISECONDS = 500
SHOWN, HIDDEN = "sw-job", "sw-job sw-hidden"


def register_job(
    app: Dash,
    settings: Settings,
    job: Callable[..., Any],
    *,
    answers: Output | Sequence[Output],
    starts: Sequence[Input],
    line: JobLine,
    failed: Callable[[Exception], Any],
) -> None:
    """Let `job(settings, tell, *values of starts)` run in the background; `failed` answers where it breaks."""
    app.callback(
        answers,
        *starts,
        background=True,
        interval=POLL_MILLISECONDS,
        running=[(Output(line.line, "className"), SHOWN, HIDDEN)],
        progress=[Output(line.bar, "value"), Output(line.label, "children")],
        cancel=[Input(line.cancel, "n_clicks")],
        prevent_initial_call=True,
        on_error=failed,
    )(bind_job(job, settings))


def percent_told(tell: Tell, label: str) -> Callable[[float], None]:
    """A listener for shares of the work done, 0 to 1, that tells them as percent under `label`."""
    return lambda share: tell((f"{100 * share:.0f}", label))
