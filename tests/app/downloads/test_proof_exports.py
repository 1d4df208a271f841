"""Downloads of the proof read back as what the pages show."""

import io

import pandas as pd
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.commands.replay_files import day_table
from app.desk import Desk, plan_now
from app.downloads.proof_exports import accuracy_table, proof_blueprint
from app.proof.kept import Proof


def client(desk: Desk) -> FlaskClient:
    app = Flask("downloads")
    app.register_blueprint(proof_blueprint(desk))
    return app.test_client()


def table(answer: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(answer), encoding="utf-8-sig")


def test_accuracy_reads_back_as_the_table_of_the_page(proven_desk: Desk) -> None:
    plan = plan_now(proven_desk)
    assert plan is not None
    read, ours = table(client(proven_desk).get("/download/accuracy.csv").data), accuracy_table(plan)
    assert read["sku"].tolist() == ours["sku"].tolist()
    assert read["wape"].tolist() == pytest.approx(ours["wape"].tolist())


def test_the_days_of_the_replay_read_back_as_they_were(proven_desk: Desk, proof: Proof) -> None:
    assert proof.replay is not None
    assert proof.replay.replay is not None
    days = table(client(proven_desk).get("/download/replay-days.csv").data)
    pd.testing.assert_frame_equal(days, day_table(proof.replay.replay), check_dtype=False)
    assert table(client(proven_desk).get("/download/replay-summary.csv").data)["policy"].iloc[0] == "advised"


def test_promises_are_there_with_what_became_of_them(proven_desk: Desk, proof: Proof) -> None:
    assert proof.look_back is not None
    read = table(client(proven_desk).get("/download/promises.csv").data)
    assert read["kept"].sum() == proof.look_back.settled["kept"].sum()


@pytest.mark.parametrize("name", ["replay-days", "replay-summary", "replay-other", "promises"])
def test_what_is_not_made_yet_is_not_there(small_desk: Desk, name: str) -> None:
    assert client(small_desk).get(f"/download/{name}.csv").status_code == 404
