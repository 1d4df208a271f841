"""Files that came in and are not kept yet: they wait in the shop's own folder until the owner decides.

A page that is loaded anew finds them there. What an earlier run of the program left is cleared at its start.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.incoming.uploads import uploaded_file
from app.settings import Settings
from data.choices import ReadingChoices

STORY, LEFT_OUT = "story.json", "left-out.csv"


@dataclass(frozen=True)
class Pending:
    """A file that waits: its token, where it lies, how it is to be read, and the story that the page tells of it."""

    token: str
    path: Path
    choices: ReadingChoices
    story: dict[str, Any]


def pending_file(settings: Settings, token: str) -> Pending | None:
    """The file that waits under a token; None where there is none. Its story is empty until it was read once."""
    path = uploaded_file(settings, token)
    if path is None:
        return None
    kept = _beside(path, STORY)
    told = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    choices = ReadingChoices(told.get("answers", {}), told.get("columns", {}))
    return Pending(token, path, choices, told.get("story", {}))


def newest_pending(settings: Settings) -> Pending | None:
    """The file that was read last and waits for the owner; None where none waits."""
    stories = sorted(settings.uploads_folder.glob(f"*/{STORY}"), key=lambda path: path.stat().st_mtime_ns)
    return pending_file(settings, stories[-1].parent.name) if stories else None


def keep_story(pending: Pending, story: dict[str, Any], *, choices: ReadingChoices, left_out: bytes) -> None:
    """Write down what is told of a file, by which choices, and its rows left out (CSV)."""
    told = {"story": story, "answers": dict(choices.answers), "columns": dict(choices.columns)}
    _beside(pending.path, LEFT_OUT).write_bytes(left_out)
    draft = _beside(pending.path, f"{STORY}.new")
    draft.write_text(json.dumps(told, default=str), encoding="utf-8")
    draft.replace(_beside(pending.path, STORY))


def left_out_of(settings: Settings, token: str) -> bytes | None:
    """The rows that a waiting file leaves out, as CSV; None where no such file waits."""
    path = uploaded_file(settings, token)
    kept = None if path is None else _beside(path, LEFT_OUT)
    return kept.read_bytes() if kept is not None and kept.is_file() else None


def drop_pending(pending: Pending) -> None:
    """Forget a file with all that was told of it."""
    shutil.rmtree(pending.path.parent.parent, ignore_errors=True)


def _beside(path: Path, name: str) -> Path:
    return path.parent.parent / name
