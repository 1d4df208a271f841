"""The job behind the proof, called as the job process calls it."""

from pathlib import Path

import pytest
from dash.exceptions import PreventUpdate

from app.background.proof_work import failed_proof, proof_job
from app.desk import Desk, inputs_now
from app.proof.kept import proof_key, proof_now
from tests.app.shops import small_sales, stock_shop

Told = list[tuple[str, str]]


def test_the_job_makes_what_the_pages_of_the_desk_show(desk: Desk, tmp_path: Path) -> None:
    stock_shop(desk.shop, small_sales(tmp_path, weeks=15))
    inputs = inputs_now(desk)
    assert inputs is not None
    told: Told = []
    key = proof_key(desk.shop, inputs)
    assert proof_job(desk.settings, told.append, key) == key
    assert proof_now(desk, inputs).is_whole
    assert {label for _, label in told} == {"Looking back on your last months"}


def test_a_shop_without_sales_has_nothing_to_look_back_on(desk: Desk) -> None:
    assert proof_job(desk.settings, lambda _told: None, "key") == "key"
    with pytest.raises(PreventUpdate):
        proof_job(desk.settings, lambda _told: None, None)


def test_a_look_back_that_breaks_off_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    failed_proof(ValueError("no days"))
    assert "no days" in caplog.text
