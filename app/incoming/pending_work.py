"""What is done with a file that waits: looked at again by what the owner says, kept, or dropped."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from app.incoming.arrivals import look_at, take_in
from app.incoming.kept_readings import read_once
from app.incoming.pending import Pending, drop_pending, keep_story
from app.incoming.set_aside import settle, token_aside
from app.settings import Settings
from data.choices import ReadingChoices
from data.shop import Shop

Progress = Callable[[float], None]


def look_at_pending(
    shop: Shop, pending: Pending, *, said: ReadingChoices, today: dt.date, progress: Progress
) -> dict[str, Any]:
    """Read a file that waits, by what was said of it before and now, and write down its story for the page.

    A file that no other columns could make readable is dropped, with its problems told.
    """
    choices = ReadingChoices({**pending.choices.answers, **said.answers}, {**pending.choices.columns, **said.columns})
    story, left_out = look_at(shop, pending.path, today=today, progress=progress, choices=choices, read=read_once)
    if story["kind"] == "rejected" and not story["headers"]:
        drop_pending(pending)
        return {"problems": story["problems"]}
    keep_story(pending, story, choices=choices, left_out=left_out.encode())
    return {"kind": "look", "token": pending.token}


def keep_pending(
    shop: Shop, settings: Settings, pending: Pending, *, now: dt.datetime, progress: Progress
) -> dict[str, Any]:
    """Import a file that waits, read as it was shown; it waits on where it cannot be kept after all."""
    told = take_in(shop, pending.path, now=now, progress=progress, choices=pending.choices, read=read_once)
    if "questions" in told:  # the shop has changed since the file was looked at
        return look_at_pending(shop, pending, said=ReadingChoices(), today=now.date(), progress=progress)
    if "problems" not in told:
        settle(settings, token_aside(pending))
        drop_pending(pending)
    return told
