"""Files of the watched folder that were set aside, with a note beside each: some wait for an answer, some failed."""

import hashlib
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from app.incoming.pending import Pending, pending_file
from app.incoming.uploads import new_place, plain_name
from app.settings import Settings
from app.words.language import _

DONE, WAITING, FAILED = "done", "waiting", "failed"
NOTE = ".txt"
UNFINISHED = (".part", ".tmp", ".crdownload", ".download", ".filepart")  # what a copy is called while it goes on
ORIGIN = "waiting.txt"


@dataclass(frozen=True)
class FileAside:
    """A file set aside. note: what was written beside it."""

    token: str
    path: Path
    note: str

    @property
    def reasons(self) -> str:
        """What the note says between its first line and its advice."""
        return "\n\n".join(self.note.split("\n\n")[1:-1])


def set_aside(settings: Settings, path: Path, where: str, reasons: list[str]) -> str:
    """Move a file aside with a note beside it that says in plain words what to do; the same as one line."""
    if where == WAITING:
        said = _("{file} was not imported yet.")
        advice = _("Open the Import page of Shelfwise and answer there; then the sales are kept.")
    else:
        said = _("{file} was not imported.")
        advice = _("Nothing of it was kept. When it is put right, put it into the inbox folder again.")
    lines = [said.format(file=path.name), "", *reasons, "", advice, ""]
    moved = move(path, settings.inbox_folder / where)
    _note_of(moved).write_text("\n".join(lines), encoding="utf-8")
    return f"{path.name}: {' '.join(reasons)} {advice}"


def waiting_files(settings: Settings) -> tuple[FileAside, ...]:
    """The files that wait for an answer on the Import page."""
    return _files(settings, WAITING)


def failed_files(settings: Settings) -> tuple[FileAside, ...]:
    """The files that could not be imported."""
    return _files(settings, FAILED)


def look_at_aside(settings: Settings, token: str) -> Pending | None:
    """A file set aside laid out for the Import page, as an uploaded one; None where there is none of this token."""
    found = _file_of(settings, token)
    if found is None:
        return None
    place = new_place(settings, uuid.uuid4().hex, plain_name(found.path.name))
    shutil.copyfile(found.path, place)
    (place.parent.parent / ORIGIN).write_text(found.token, encoding="utf-8")
    return pending_file(settings, place.parent.parent.name)


def token_aside(pending: Pending) -> str:
    """The token of the file set aside that `pending` is a copy of; "" where it came in by the page."""
    origin = pending.path.parent.parent / ORIGIN
    return origin.read_text(encoding="utf-8") if origin.is_file() else ""


def settle(settings: Settings, token: str) -> Path | None:
    """Move a file set aside to those that are done, without its note; where it lies now."""
    found = _file_of(settings, token)
    if found is None:
        return None
    _note_of(found.path).unlink(missing_ok=True)
    return move(found.path, settings.inbox_folder / DONE)


def move(path: Path, folder: Path) -> Path:
    """Move a file into a folder, under another name where its own is taken."""
    names = [path.name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, 10_000))]
    free = next(name for name in names if not (folder / name).exists())
    return path.rename(folder / free)


def is_file_put_in(path: Path) -> bool:
    """Whether somebody put a whole file here: links, hidden files and unfinished copies are none."""
    hidden = path.name.startswith((".", "~$")) or path.name.lower().endswith(UNFINISHED)
    return not hidden and not path.is_symlink() and path.is_file()


def _files(settings: Settings, where: str) -> tuple[FileAside, ...]:
    folder = settings.inbox_folder / where
    if not folder.is_dir():
        return ()
    names = sorted(path for path in folder.iterdir() if is_file_put_in(path))
    notes = {path for path in names if path.name.endswith(NOTE) and path.with_name(path.name[: -len(NOTE)]) in names}
    return tuple(_aside(path, where) for path in names if path not in notes)


def _file_of(settings: Settings, token: str) -> FileAside | None:
    files = (*waiting_files(settings), *failed_files(settings))
    return next((file for file in files if file.token == token), None)


def _aside(path: Path, where: str) -> FileAside:
    note = _note_of(path)
    said = note.read_text(encoding="utf-8") if note.is_file() and not note.is_symlink() else ""
    return FileAside(hashlib.sha256(f"{where}/{path.name}".encode()).hexdigest()[:32], path, said)


def _note_of(path: Path) -> Path:
    return path.with_name(path.name + NOTE)
