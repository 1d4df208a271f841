"""Downloads of the proof pages: accuracy by product, promises with what became of them, the replay."""

import pandas as pd
from flask import Blueprint, Response, abort

from app.commands.replay_files import day_table, days_text, summary_table
from app.desk import Desk, inputs_now, plan_now
from app.downloads.exports import csv_text
from app.planning.plan import Plan
from app.proof.accuracy import accuracy
from app.proof.kept import Proof, proof_now
from app.replay.replay import Replay
from app.words.language import _

COLUMNS = ["sku", "name", "better", "wape", "weekday_average", "last_week", "bias", "mase", "mape", "method", "since"]
DECIMALS = 4


def proof_blueprint(desk: Desk) -> Blueprint:
    """The routes of the downloads."""
    routes = Blueprint("proof", __name__)

    @routes.get("/download/accuracy.csv")
    def accuracy_csv() -> Response:
        plan = plan_now(desk)
        return _csv(csv_text(accuracy_table(plan)) if plan is not None else None, "accuracy")

    @routes.get("/download/promises.csv")
    def promises_csv() -> Response:
        proof = _proof(desk)
        looked = None if proof is None else proof.look_back
        return _csv(None if looked is None else csv_text(looked.settled), "promises")

    @routes.get("/download/replay-<name>.csv")
    def replay_csv(name: str) -> Response:
        replay = _replay(desk)
        texts = {"days": lambda done: days_text(day_table(done)), "summary": lambda done: csv_text(summary_table(done))}
        return _csv(texts[name](replay) if replay is not None and name in texts else None, f"replay-{name}")

    return routes


def accuracy_table(plan: Plan) -> pd.DataFrame:
    """The accuracy of every product, the worst first; shares as numbers, 0.1 being a tenth."""
    found = accuracy(plan.judged, plan.inputs.history)
    if found is None:
        return pd.DataFrame(columns=COLUMNS)
    table = found.products.round(DECIMALS).reset_index()
    return table.assign(name=table["sku"].map(plan.inputs.products["name"].fillna("")))[COLUMNS]


def _proof(desk: Desk) -> Proof | None:
    inputs = inputs_now(desk)
    return None if inputs is None else proof_now(desk, inputs)


def _replay(desk: Desk) -> Replay | None:
    proof = _proof(desk)
    return None if proof is None or proof.replay is None else proof.replay.replay


def _csv(text: str | None, name: str) -> Response:
    if text is None:
        abort(404, _("There is nothing to download yet."))
    named = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(("\ufeff" + text).encode(), mimetype="text/csv; charset=utf-8", headers=named)
