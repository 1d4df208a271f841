"""Watching the inbox folder while the program runs, and going through it once for a scheduled call."""

import datetime as dt
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import OperationalError

from app.incoming.inbox import Seen, make_inbox, ready_files, seen_files, take_file
from app.settings import Settings
from app.spoken import speak_for
from app.words.language import _
from data.shop import open_shop

LOOK_SECONDS = 5.0
SETTLE_SECONDS = 1.0
PROJECT = Path(__file__).parents[2]

logger = logging.getLogger(__name__)


def go_through_inbox(settings: Settings, *, settle_seconds: float = SETTLE_SECONDS) -> Iterator[str]:
    """Import every file of the watched folder that is not being written to, oldest name first; a sentence for each."""
    make_inbox(settings)
    before = seen_files(settings)
    time.sleep(settle_seconds)
    shop = open_shop(settings.shop_folder)
    speak_for(shop)
    for path in ready_files(before, seen_files(settings)):
        try:
            yield take_file(shop, settings, path, now=dt.datetime.now())
        except (OSError, OperationalError) as error:
            logger.warning("%s could not be imported now: %s", path.name, error)
            said = _("{file}: the disk is full or the shop is busy. It is tried again later.")
            yield said.format(file=path.name)


def watch_inbox(settings: Settings) -> threading.Event:
    """Look into the folder every few seconds until the answer is set; the work itself is done in another process.

    So pages stay quick while a large file is read, and its memory is given back.
    """
    make_inbox(settings)
    stop = threading.Event()
    threading.Thread(target=_watch, args=(settings, stop), name="inbox", daemon=True).start()
    return stop


def _watch(settings: Settings, stop: threading.Event) -> None:
    tried: Seen = {}
    seen: Seen = {}
    while not stop.wait(LOOK_SECONDS):
        try:
            before, seen = seen, seen_files(settings)
            ready = {path: seen[path] for path in ready_files(before, seen)}
            if ready and ready != tried:  # what could not be taken is not tried again until something changes
                tried = ready
                run_once(settings)
        except OSError as error:
            logger.warning("the inbox folder cannot be read: %s", error)


def run_once(settings: Settings) -> None:
    """Go through the folder in a process of its own; what became of the files goes to the log."""
    command = [sys.executable, "-m", "app", "inbox", "--shop", str(settings.shop_folder)]
    done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    logger.info("inbox: %s", done.stdout.strip())
    if done.returncode:
        logger.error("the inbox could not be gone through: %s", done.stderr.strip())
