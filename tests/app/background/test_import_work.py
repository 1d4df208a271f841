"""The job that imports, called as the job process calls it."""

from pathlib import Path
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from flask import Flask

from app.background.import_work import failed_import, import_job
from app.desk import Desk
from app.incoming.arrival import is_sample
from app.incoming.pending import newest_pending
from app.incoming.uploads import uploaded_file, uploads_blueprint
from app.settings import Settings
from data.importing.imports import list_imports
from data.products import read_shop_products
from data.shop import revision
from tests.app.shops import small_sales

Told = list[tuple[str, str]]


@pytest.fixture
def told() -> Told:
    """What the progress bar was told: percent, label."""
    return []


def upload(settings: Settings, path: Path) -> dict[str, Any]:
    app = Flask("uploads")
    app.register_blueprint(uploads_blueprint(settings))
    sent = app.test_client().post("/upload", data=path.read_bytes(), headers={"X-File-Name": path.name})
    answer: dict[str, Any] = sent.get_json()
    return answer


def test_an_uploaded_file_is_shown_then_kept_and_then_gone(desk: Desk, tmp_path: Path, told: Told) -> None:
    uploaded = upload(desk.settings, small_sales(tmp_path))
    outcome, page = import_job(desk.settings, told.append, uploaded)
    assert (outcome, page) == ({"kind": "look", "token": uploaded["token"]}, "/import")
    assert list_imports(desk.shop) == ()
    outcome, page = import_job(desk.settings, told.append, {"token": uploaded["token"], "keep": 1})
    assert (outcome["kind"], page) == ("sales", "/")
    assert [record.file_name for record in list_imports(desk.shop)] == ["till.csv"]
    assert uploaded_file(desk.settings, uploaded["token"]) is None
    assert list(desk.settings.uploads_folder.iterdir()) == []


def test_a_file_is_read_by_the_answers_and_columns_of_the_page(desk: Desk, tmp_path: Path, told: Told) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty,Counted\n01/02/25,tea,1,5\n")
    token = upload(desk.settings, path)["token"]
    import_job(desk.settings, told.append, {"token": token})
    import_job(desk.settings, told.append, {"token": token, "answers": {"date_order": "month"}})
    import_job(desk.settings, told.append, {"token": token, "columns": {"units": "Counted"}})
    outcome, _ = import_job(desk.settings, told.append, {"token": token, "keep": 1})
    assert (outcome["report"]["first_day"], outcome["report"]["units"]) == ("2025-01-02", 5)


def test_an_answer_that_read_a_file_is_told_with_what_was_kept(desk: Desk, tmp_path: Path, told: Told) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n01/02/25,tea,1\n")
    token = upload(desk.settings, path)["token"]
    import_job(desk.settings, told.append, {"token": token, "answers": {"date_order": "month"}})
    outcome, _ = import_job(desk.settings, told.append, {"token": token, "keep": 1})
    assert outcome["answers"] == ["“01/02/25” was read as 2 January 2025."]


def test_the_owner_stays_on_import_while_another_file_waits_there(desk: Desk, tmp_path: Path, told: Told) -> None:
    waiting = desk.settings.inbox_folder / "waiting"
    waiting.mkdir(parents=True)
    (waiting / "other.csv").write_text("Date,Item,Qty\n01/02/25,tea,1\n")
    token = upload(desk.settings, small_sales(tmp_path))["token"]
    outcome, page = import_job(desk.settings, told.append, {"token": token, "keep": 1})
    assert (outcome["kind"], page) == ("sales", "/import")


def test_progress_is_told_as_percent_with_the_name_of_the_file(desk: Desk, tmp_path: Path, told: Told) -> None:
    import_job(desk.settings, told.append, upload(desk.settings, small_sales(tmp_path)))
    assert {label for _, label in told} == {"Reading till.csv"}
    shares = [int(percent) for percent, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 100


def test_a_file_that_is_no_table_is_explained_and_gone_too(desk: Desk, tmp_path: Path, told: Told) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    before = revision(desk.shop)
    outcome, _ = import_job(desk.settings, told.append, upload(desk.settings, path))
    assert outcome["problems"][0].startswith("bad.csv is not a table of sales or products")
    assert revision(desk.shop) == before
    assert list(desk.settings.uploads_folder.iterdir()) == []


def test_a_file_that_other_columns_might_make_readable_waits(desk: Desk, tmp_path: Path, told: Told) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,sku,units,pieces\n2024-01-01,A,twelve,12\n")
    token = upload(desk.settings, path)["token"]
    assert import_job(desk.settings, told.append, {"token": token})[0]["kind"] == "look"
    waiting = newest_pending(desk.settings)
    assert waiting is not None
    assert waiting.story["problems"][0].startswith('bad.csv, row 2, units: "twelve" is not a number')
    import_job(desk.settings, told.append, {"token": token, "columns": {"units": "pieces"}})
    outcome, _ = import_job(desk.settings, told.append, {"token": token, "keep": 1})
    assert outcome["report"]["units"] == 12


@pytest.mark.parametrize("uploaded", [{"token": "0" * 32}, {"token": "../../etc"}, {}, {"token": None}])
def test_a_token_of_no_file_asks_for_the_file_again(desk: Desk, told: Told, uploaded: dict[str, Any]) -> None:
    outcome, page = import_job(desk.settings, told.append, uploaded)
    assert (outcome, page) == ({"problems": ["The file is no longer here. Drop it in again."]}, "/import")


def test_the_sample_shop_is_opened_and_the_owner_sees_its_orders(desk: Desk, told: Told) -> None:
    outcome, page = import_job(desk.settings, told.append, {"sample": 1})
    assert (outcome["kind"], page) == ("sales", "/")
    assert is_sample(desk.shop)
    assert len(read_shop_products(desk.shop)) == 60
    assert told[-1] == ("100", "Opening the sample shop")


def test_a_page_that_uploaded_nothing_starts_nothing(desk: Desk, told: Told) -> None:
    with pytest.raises(PreventUpdate):
        import_job(desk.settings, told.append, None)
    assert told == []


def test_an_import_that_breaks_off_is_told_without_its_details(caplog: pytest.LogCaptureFixture) -> None:
    outcome, page = failed_import(OSError("disk /dev/sda1 is full"))
    assert page == "/import"
    assert outcome["problems"][0].startswith("The import broke off. The shop is as it was before.")
    assert "disk" not in str(outcome)
    assert "disk /dev/sda1 is full" in caplog.text
