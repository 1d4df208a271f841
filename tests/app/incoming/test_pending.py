"""A file that waits is found again after a reload, and goes when it is kept or dropped."""

from pathlib import Path

import pytest

from app.desk import Desk
from app.incoming.pending import Pending, keep_story, left_out_of, newest_pending, pending_file
from app.incoming.pending_work import look_at_pending
from app.incoming.uploads import new_place
from app.pages.import_choices import drop
from app.pages.import_preview import preview_card
from app.pages.import_sales import layout
from data.choices import NO_CHOICES, ReadingChoices
from tests.app.components import words
from tests.app.shops import NOW, small_sales, unheard

TOKEN, OTHER = "a" * 32, "b" * 32


@pytest.fixture
def desk_with_file(desk: Desk, tmp_path: Path) -> Desk:
    bring(desk, small_sales(tmp_path), TOKEN)
    return desk


def bring(desk: Desk, path: Path, token: str) -> Pending:
    desk.settings.uploads_folder.mkdir(exist_ok=True)
    new_place(desk.settings, token, path.name).write_bytes(path.read_bytes())
    pending = pending_file(desk.settings, token)
    assert pending is not None
    look_at_pending(desk.shop, pending, said=NO_CHOICES, today=NOW.date(), progress=unheard)
    return pending


def test_the_page_shows_a_waiting_file_on_every_visit(desk_with_file: Desk) -> None:
    for _ in range(2):
        assert "Keep these sales: add 70 days, 3 new products" in words(layout(desk_with_file, None))


def test_the_newest_file_is_shown(desk_with_file: Desk, tmp_path: Path) -> None:
    bring(desk_with_file, small_sales(tmp_path, weeks=4, name="newer.csv"), OTHER)
    shown = newest_pending(desk_with_file.settings)
    assert shown is not None
    assert shown.path.name == "newer.csv"
    drop(desk_with_file, 1, OTHER)
    left = newest_pending(desk_with_file.settings)
    assert left is not None
    assert left.path.name == "till.csv"


def test_a_dropped_file_is_gone(desk_with_file: Desk) -> None:
    assert drop(desk_with_file, 1, TOKEN)["kind"] == "dropped"
    assert list(desk_with_file.settings.uploads_folder.iterdir()) == []
    assert newest_pending(desk_with_file.settings) is None
    assert drop(desk_with_file, 1, TOKEN)["kind"] == "dropped", "twice does no harm"


def test_choices_and_rows_left_out_are_kept_with_the_file(desk_with_file: Desk) -> None:
    pending = pending_file(desk_with_file.settings, TOKEN)
    assert pending is not None
    said = ReadingChoices({"date_order": "day"}, {"units": "quantity"})
    keep_story(pending, {"kind": "sales_preview"}, choices=said, left_out=b"row\n1\n")
    again = pending_file(desk_with_file.settings, TOKEN)
    assert again is not None
    assert (again.choices, again.story) == (said, {"kind": "sales_preview"})
    assert left_out_of(desk_with_file.settings, TOKEN) == b"row\n1\n"
    assert left_out_of(desk_with_file.settings, OTHER) is None


def test_a_question_holds_the_button_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text("Date,Item,Qty\n01/02/25,tea,3\n")
    bring(desk, path, TOKEN)
    pending = newest_pending(desk.settings)
    assert pending is not None
    told = words(preview_card(pending))
    assert "Answer the question to keep these sales" in told
    assert "Keep these sales:" not in told
