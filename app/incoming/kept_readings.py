"""Readings of a file that waits, kept beside it: what was read for the preview is not read again when it is kept.

They lie in the folder of the upload, which only the owner may read, and go with it; the program clears them at its
start, so that each was made by the program that takes it up again.
"""

import hashlib
import json
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from data.choices import ReadingChoices
from data.reading.sales_file import SalesFile, read_sales

ENDING = ".reading"
MOST_KEPT = 2  # of one file: by its columns alone, and by the owner's answers

Progress = Callable[[float], None]


def read_once(path: Path, *, choices: ReadingChoices, progress: Progress | None = None) -> SalesFile:
    """What `read_sales` says of an uploaded file by these choices, taken from an earlier reading where there is one.

    Raises FileRejected.
    """
    place = _place(path, choices)
    known = _taken_up(place)
    if known is not None:
        if progress is not None:
            progress(1.0)
        return known
    file = read_sales(path, choices=choices, progress=progress)
    _keep(file, place)
    return file


def _place(path: Path, choices: ReadingChoices) -> Path:
    state = path.stat()
    said = [sorted(choices.answers.items()), sorted(choices.columns.items())]
    key = json.dumps([path.name, state.st_size, state.st_mtime_ns, said])
    return path.parent.parent / (hashlib.sha256(key.encode()).hexdigest()[:32] + ENDING)


def _taken_up(place: Path) -> SalesFile | None:
    """The reading kept at a place; None where there is none, or none that can be taken up."""
    try:
        found = pickle.loads(place.read_bytes())
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return found if isinstance(found, SalesFile) else None


def _keep(file: SalesFile, place: Path) -> None:
    with suppress(OSError):  # a full disk: it is read again then
        draft = place.with_suffix(".new")
        draft.write_bytes(pickle.dumps(file, protocol=pickle.HIGHEST_PROTOCOL))
        draft.replace(place)
        by_age = sorted(place.parent.glob(f"*{ENDING}"), key=lambda some: some.stat().st_mtime_ns)
        for old in by_age[:-MOST_KEPT]:
            old.unlink()
