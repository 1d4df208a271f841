"""The watched folder: what is put there is imported once, and nothing is lost."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from app.desk import Desk
from app.incoming.inbox import make_inbox, ready_files, seen_files, take_file
from app.incoming.inbox_watch import go_through_inbox, run_once, watch_inbox
from app.incoming.pending import Pending, pending_file
from app.incoming.pending_work import keep_pending, look_at_pending
from app.incoming.set_aside import failed_files, look_at_aside, waiting_files
from app.pages.import_inbox import forget, look
from app.pages.import_report import outcome_cards
from app.pages.import_sales import layout
from app.settings import Settings
from data.choices import ReadingChoices
from data.importing.imports import list_imports
from data.shop import revision
from tests.app.components import words
from tests.app.shops import NOW, small_sales, unheard

OPEN = "Date,Item,Qty\n01/02/25,tea,3\n"


@pytest.fixture
def inbox(desk: Desk) -> Path:
    make_inbox(desk.settings)
    desk.settings.uploads_folder.mkdir(exist_ok=True)
    return desk.settings.inbox_folder


def go(settings: Settings) -> list[str]:
    return list(go_through_inbox(settings, settle_seconds=0))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_imported_and_moved_to_the_done_ones(desk: Desk, inbox: Path) -> None:
    small_sales(inbox)
    assert go(desk.settings) == ["till.csv: 70 days added, 0 changed."]
    assert [record.file_name for record in list_imports(desk.shop)] == ["till.csv"]
    assert names(inbox / "done") == ["till.csv"]
    assert go(desk.settings) == []


def test_the_same_file_again_changes_nothing_and_keeps_both(desk: Desk, inbox: Path) -> None:
    for _ in range(2):
        small_sales(inbox)
        go(desk.settings)
    assert len(list_imports(desk.shop)) == 1
    assert names(inbox / "done") == ["till-2.csv", "till.csv"]


def test_a_crash_between_keeping_and_moving_loses_and_doubles_nothing(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_sales(inbox)
    monkeypatch.setattr("app.incoming.inbox.move", _crash)
    with pytest.raises(KeyboardInterrupt):
        go(desk.settings)
    monkeypatch.undo()
    before = revision(desk.shop)
    assert go(desk.settings) == ["till.csv: nothing new."]
    assert revision(desk.shop) == before
    assert names(inbox / "done") == ["till.csv"]


def _crash(*_values: object) -> None:
    raise KeyboardInterrupt


def test_a_file_that_cannot_be_read_is_set_aside_with_a_note(desk: Desk, inbox: Path) -> None:
    (inbox / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    go(desk.settings)
    assert names(inbox / "failed") == ["picture.csv", "picture.csv.txt"]
    note = (inbox / "failed" / "picture.csv.txt").read_text(encoding="utf-8")
    assert note.startswith("picture.csv was not imported.")
    assert "it holds a PNG picture" in note
    assert "put it into the inbox folder again" in note
    assert list_imports(desk.shop) == ()


def test_a_failed_file_is_on_the_page_with_the_reason_until_it_is_put_away(desk: Desk, inbox: Path) -> None:
    (inbox / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    go(desk.settings)
    page = words(layout(desk, None))
    assert "picture.csv could not be imported. picture.csv is not a table" in page
    assert "put it into the inbox folder again" not in page, "the page offers to look at it"
    (failed,) = failed_files(desk.settings)
    outcome = forget(desk, [1], [{"token": failed.token}])
    assert "The file is here now" in words(outcome_cards(outcome))
    assert names(inbox / "failed") == []
    assert names(inbox / "done") == ["picture.csv"]
    assert "picture.csv" not in words(layout(desk, None))


def test_a_failed_file_is_looked_at_and_kept_by_columns_that_the_owner_names(desk: Desk, inbox: Path) -> None:
    (inbox / "odd.csv").write_text("wann,was,wieviel,Price\n2024-01-13,tea,4,5\n2024-01-14,tea,3,5\n")
    go(desk.settings)
    (failed,) = failed_files(desk.settings)
    pending = look_at_aside(desk.settings, failed.token)
    assert pending is not None
    said = ReadingChoices({}, {"day": "wann", "name": "was", "units": "wieviel"})
    look_at_pending(desk.shop, pending, said=said, today=dt.date(2024, 3, 1), progress=unheard)
    keep_pending(desk.shop, desk.settings, look_again(desk, pending.token), now=NOW, progress=unheard)
    assert names(inbox / "failed") == []
    assert names(inbox / "done") == ["odd.csv"]


def test_a_file_that_is_too_large_is_set_aside(desk: Desk, inbox: Path) -> None:
    (inbox / "large.csv").write_bytes(b"x" * (desk.settings.upload_limit_bytes + 1))
    assert go(desk.settings)[0].startswith("large.csv: The file is larger than 2 MB.")


def test_a_broken_reader_does_not_stop_the_others(desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.incoming.arrivals.read_arrival", _break)
    small_sales(inbox)
    small_sales(inbox, name="other.csv")
    assert len(go(desk.settings)) == 2
    assert names(inbox / "failed") == ["other.csv", "other.csv.txt", "till.csv", "till.csv.txt"]


def _break(*_values: object, **_names: object) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("error", [OSError(28, "No space left"), OperationalError("x", {}, OSError("locked"))])
def test_a_full_disk_or_a_busy_shop_leaves_the_file_for_later(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_values: object, **_names: object) -> None:
        raise error

    monkeypatch.setattr("app.incoming.arrivals.import_sales", fail)
    small_sales(inbox)
    assert go(desk.settings)[0].endswith("It is tried again later.")
    monkeypatch.undo()
    assert go(desk.settings) == ["till.csv: 70 days added, 0 changed."]


def test_an_open_question_waits_with_a_note_and_is_answered_on_the_page(desk: Desk, inbox: Path) -> None:
    (inbox / "open.csv").write_text(OPEN)
    go(desk.settings)
    assert names(inbox / "waiting") == ["open.csv", "open.csv.txt"]
    (waiting,) = waiting_files(desk.settings)
    assert "is that 1 February 2025 or 2 January 2025?" in waiting.note
    assert "Open the Import page" in waiting.note
    assert "waits for an answer. Look at it" in words(layout(desk, None))
    assert look([None, 1], [{"token": "other"}, {"token": waiting.token}]) == {"waiting": waiting.token, "clicks": 1}
    pending = look_at_aside(desk.settings, waiting.token)
    assert pending is not None
    said = ReadingChoices({"date_order": "day"})
    look_at_pending(desk.shop, pending, said=said, today=dt.date(2025, 3, 1), progress=unheard)
    assert "waits for an answer" not in words(layout(desk, None)), "it is shown already"
    pending = look_again(desk, pending.token)
    told = keep_pending(desk.shop, desk.settings, pending, now=NOW, progress=unheard)
    assert told["report"]["first_day"] == "2025-02-01"
    assert names(inbox / "waiting") == []
    assert names(inbox / "done") == ["open.csv"]
    (inbox / "next.csv").write_text(OPEN.replace("01/02/25", "02/03/25"))
    assert go(desk.settings) == ["next.csv: 1 day added, 0 changed."], "the answer is remembered"


def look_again(desk: Desk, token: str) -> Pending:
    pending = pending_file(desk.settings, token)
    assert pending is not None
    return pending


def test_a_token_of_no_waiting_file_finds_none(desk: Desk, inbox: Path) -> None:
    (inbox / "secret.csv").write_text(OPEN)
    assert look_at_aside(desk.settings, "../secret.csv") is None


def test_links_hidden_files_folders_and_unfinished_copies_are_left_alone(
    desk: Desk, inbox: Path, tmp_path: Path
) -> None:
    secret = small_sales(tmp_path, name="secret.csv")
    (inbox / "link.csv").symlink_to(secret)
    (inbox / "folder.csv").mkdir()
    for name in (".hidden.csv", "~$open.csv", "till.csv.part", "till.CSV.crdownload"):
        (inbox / name).write_text(OPEN)
    assert seen_files(desk.settings) == {}


def test_a_file_is_taken_once_it_stopped_growing(desk: Desk, inbox: Path) -> None:
    path = small_sales(inbox)
    before = seen_files(desk.settings)
    with path.open("a") as file:
        file.write("2024-03-11,tea,Tea,3,2.50\n")
    grown = seen_files(desk.settings)
    assert ready_files(before, grown) == ()
    assert ready_files(grown, seen_files(desk.settings)) == (path,)
    assert take_file(desk.shop, desk.settings, path, now=NOW) == "till.csv: 71 days added, 0 changed."


def test_the_folder_is_watched_and_each_file_taken_once(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []
    is_done = threading.Event()

    def run_here(settings: Settings) -> None:
        runs.append(go(settings))
        is_done.set()

    monkeypatch.setattr("app.incoming.inbox_watch.LOOK_SECONDS", 0.01)
    monkeypatch.setattr("app.incoming.inbox_watch.run_once", run_here)
    stop = watch_inbox(desk.settings)
    small_sales(inbox)
    assert is_done.wait(30)
    stop.set()
    assert runs == [["till.csv: 70 days added, 0 changed."]]


def test_the_work_is_done_by_the_inbox_command_in_another_process(desk: Desk, inbox: Path) -> None:
    small_sales(inbox)
    run_once(desk.settings)
    assert names(inbox / "done") == ["till.csv"]
    assert [record.file_name for record in list_imports(desk.shop)] == ["till.csv"]
