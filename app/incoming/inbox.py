"""The watched folder: files put into `inbox` of the shop's folder are imported without a hand.

Done files are moved to `done`. A file that leaves a question open goes to `waiting`, one that cannot be read to
`failed`, each with a note beside it that says what to do. A file is moved after its sales are kept, and importing it
again changes nothing, so a crash between the two loses and doubles nothing.
"""

import datetime as dt
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError

from app.incoming.arrivals import take_in
from app.incoming.set_aside import DONE, FAILED, WAITING, is_file_put_in, move, set_aside
from app.incoming.uploads import too_large_text
from app.settings import Settings
from app.words.formats import units_text
from app.words.language import _, ngettext
from data.shop import Shop

logger = logging.getLogger(__name__)

Seen = Mapping[Path, tuple[int, int]]


def make_inbox(settings: Settings) -> None:
    """Make the watched folder, readable by the owner alone, where it is missing."""
    for folder in (settings.inbox_folder, *(settings.inbox_folder / name for name in (DONE, WAITING, FAILED))):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def seen_files(settings: Settings) -> Seen:
    """Size and time of change of every file put into the watched folder; links and unfinished copies are no files."""
    found = [path for path in settings.inbox_folder.iterdir() if is_file_put_in(path)]
    states = {path: path.stat() for path in sorted(found)}
    return {path: (state.st_size, state.st_mtime_ns) for path, state in states.items()}


def ready_files(before: Seen, now: Seen) -> tuple[Path, ...]:
    """The files that have not changed between two looks, so that whoever puts them there is done."""
    return tuple(path for path, state in now.items() if before.get(path) == state)


def take_file(shop: Shop, settings: Settings, path: Path, *, now: dt.datetime) -> str:
    """Import one file of the watched folder and move it to where it belongs; what became of it, in a sentence."""
    if path.stat().st_size > settings.upload_limit_bytes:
        return set_aside(settings, path, FAILED, [too_large_text(settings)])
    try:
        told = take_in(shop, path, now=now, progress=lambda _share: None)
    except (OSError, OperationalError):
        raise  # a full disk or a busy shop: the file stays and is tried again
    except Exception:
        logger.exception("a file of the watched folder could not be imported")
        told = {"problems": [_("The file could not be read. Export it again, or drop it in on the Import page.")]}
    if "problems" in told:
        return set_aside(settings, path, FAILED, told["problems"])
    if "questions" in told:
        return set_aside(settings, path, WAITING, told["questions"])
    move(path, settings.inbox_folder / DONE)
    return f"{path.name}: {_done_text(told)}"


def _done_text(told: dict[str, Any]) -> str:
    outcome = told["outcome"]
    if told["kind"] == "products":
        new = ngettext(
            "{count} new product, {changed} changed.", "{count} new products, {changed} changed.", outcome["new"]
        )
        return new.format(count=units_text(outcome["new"]), changed=units_text(outcome["changed"]))
    if told["kind"] == "suppliers":
        new = ngettext(
            "{count} new supplier, {changed} changed.", "{count} new suppliers, {changed} changed.", outcome["new"]
        )
        return new.format(count=units_text(outcome["new"]), changed=units_text(outcome["changed"]))
    if outcome["import_id"] is None:
        return _("nothing new.")
    added, changed = outcome["days_added"], outcome["days_changed"]
    days = ngettext("{count} day added, {changed} changed.", "{count} days added, {changed} changed.", added)
    return days.format(count=units_text(added), changed=units_text(changed))
