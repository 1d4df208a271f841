"""The watched folder: files put into `inbox` of the shop's folder are imported without a hand.

Done files are moved to `done`. A file that leaves a question open goes to `waiting`, one that cannot be read to
`failed`, each with a note beside it that says what to do. A file is moved after its sales are kept, and importing it
again changes nothing, so a crash between the two loses and doubles nothing.
"""

import datetime as dt
import hashlib
import logging
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError

from app.incoming.arrivals import take_in
from app.incoming.pending import Pending, pending_file
from app.incoming.uploads import new_place, plain_name, too_large_text
from app.settings import Settings
from app.words.formats import count_text
from data.shop import Shop

DONE, WAITING, FAILED = "done", "waiting", "failed"
NOTE = ".txt"
UNFINISHED = (".part", ".tmp", ".crdownload", ".download", ".filepart")  # what a copy is called while it goes on
ORIGIN = "waiting.txt"

logger = logging.getLogger(__name__)

Seen = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True)
class WaitingFile:
    """A file of the watched folder that leaves a question open. note: what was written beside it."""

    token: str
    path: Path
    note: str


def make_inbox(settings: Settings) -> None:
    """Make the watched folder, readable by the owner alone, where it is missing."""
    for folder in (settings.inbox_folder, *(settings.inbox_folder / name for name in (DONE, WAITING, FAILED))):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def seen_files(settings: Settings) -> Seen:
    """Size and time of change of every file put into the watched folder; links and unfinished copies are no files."""
    found = [path for path in settings.inbox_folder.iterdir() if _is_file_put_in(path)]
    states = {path: path.stat() for path in sorted(found)}
    return {path: (state.st_size, state.st_mtime_ns) for path, state in states.items()}


def ready_files(before: Seen, now: Seen) -> tuple[Path, ...]:
    """The files that have not changed between two looks, so that whoever puts them there is done."""
    return tuple(path for path, state in now.items() if before.get(path) == state)


def take_file(shop: Shop, settings: Settings, path: Path, *, now: dt.datetime) -> str:
    """Import one file of the watched folder and move it to where it belongs; what became of it, in a sentence."""
    if path.stat().st_size > settings.upload_limit_bytes:
        return _set_aside(settings, path, FAILED, [too_large_text(settings)])
    try:
        told = take_in(shop, path, now=now, progress=lambda _share: None)
    except (OSError, OperationalError):
        raise  # a full disk or a busy shop: the file stays and is tried again
    except Exception:
        logger.exception("a file of the watched folder could not be imported")
        told = {"problems": ["The file could not be read. Export it again, or drop it in on the Import page."]}
    if "problems" in told:
        return _set_aside(settings, path, FAILED, told["problems"])
    if "questions" in told:
        return _set_aside(settings, path, WAITING, told["questions"])
    _move(path, settings.inbox_folder / DONE)
    return f"{path.name}: {_done_text(told)}"


def waiting_files(settings: Settings) -> tuple[WaitingFile, ...]:
    """The files that wait for an answer on the Import page."""
    folder = settings.inbox_folder / WAITING
    if not folder.is_dir():
        return ()
    names = sorted(path for path in folder.iterdir() if _is_file_put_in(path))
    notes = {path for path in names if path.name.endswith(NOTE) and path.with_name(path.name[: -len(NOTE)]) in names}
    return tuple(_waiting(path) for path in names if path not in notes)


def look_at_waiting(settings: Settings, token: str) -> Pending | None:
    """A waiting file laid out for the Import page, as an uploaded one; None where none waits under this token."""
    waiting = next((file for file in waiting_files(settings) if file.token == token), None)
    if waiting is None:
        return None
    place = new_place(settings, uuid.uuid4().hex, plain_name(waiting.path.name))
    shutil.copyfile(waiting.path, place)
    (place.parent.parent / ORIGIN).write_text(waiting.token, encoding="utf-8")
    return pending_file(settings, place.parent.parent.name)


def waiting_token(pending: Pending) -> str:
    """The token of the waiting file that `pending` is a copy of; "" where it came in by the page."""
    origin = pending.path.parent.parent / ORIGIN
    return origin.read_text(encoding="utf-8") if origin.is_file() else ""


def settle_waiting(settings: Settings, pending: Pending) -> None:
    """Move the waiting file, of which `pending` is the copy that was kept, to those that are done."""
    token = waiting_token(pending)
    for file in waiting_files(settings):
        if file.token == token:
            file.path.with_name(file.path.name + NOTE).unlink(missing_ok=True)
            _move(file.path, settings.inbox_folder / DONE)


def _is_file_put_in(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$")) or path.name.lower().endswith(UNFINISHED)
    return not hidden and not path.is_symlink() and path.is_file()


def _waiting(path: Path) -> WaitingFile:
    note = path.with_name(path.name + NOTE)
    said = note.read_text(encoding="utf-8") if note.is_file() and not note.is_symlink() else ""
    return WaitingFile(hashlib.sha256(path.name.encode()).hexdigest()[:32], path, said)


def _set_aside(settings: Settings, path: Path, where: str, reasons: list[str]) -> str:
    """Move a file aside with a note beside it that says in plain words what to do."""
    advice = (
        "Open the Import page of Shelfwise and answer there; then the sales are kept."
        if where == WAITING
        else "Nothing of it was kept. When it is put right, put it into the inbox folder again."
    )
    lines = [f"{path.name} was not imported{' yet' if where == WAITING else ''}.", "", *reasons, "", advice, ""]
    moved = _move(path, settings.inbox_folder / where)
    moved.with_name(moved.name + NOTE).write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}: {' '.join(reasons)} {advice}"


def _move(path: Path, folder: Path) -> Path:
    """Move a file into a folder, under another name where its own is taken."""
    names = [path.name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, 10_000))]
    free = next(name for name in names if not (folder / name).exists())
    return path.rename(folder / free)


def _done_text(told: dict[str, Any]) -> str:
    outcome = told["outcome"]
    if told["kind"] in ("products", "suppliers"):
        noun = "new product" if told["kind"] == "products" else "new supplier"
        return f"{count_text(outcome['new'], noun)}, {outcome['changed']} changed."
    if outcome["import_id"] is None:
        return "nothing new."
    return f"{count_text(outcome['days_added'], 'day')} added, {outcome['days_changed']} changed."
