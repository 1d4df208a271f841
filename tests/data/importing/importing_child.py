"""An import that dies in the middle without any cleaning up, as at a power cut; to be run as a process by a test."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event

from data.importing.imports import import_sales
from data.reading.sales_file import SalesFile
from data.shop import Shop, open_shop
from tests.data.sales_files import NOON, sales_file

EXIT_STATUS = 9
STEPS = 1000  # of SQLite's machine from one call to the next


def big_file() -> SalesFile:
    """4,000 sales: more than the memory given to the database here, so that it writes long before the end."""
    return sales_file({(day, f"P{product}"): day + product for day in range(100) for product in range(40)})


def watched_shop(folder: Path, *, at_step: Callable[[], None]) -> Shop:
    """A shop whose database calls `at_step` again and again while it works, also in the middle of a statement."""

    def watch(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA cache_size = 5")
        connection.set_progress_handler(at_step, STEPS)

    shop = open_shop(folder)
    event.listen(shop.engine, "connect", watch)
    return shop


def main(folder: Path, *, steps_to_live: int) -> None:
    """Import until so many steps are done."""
    steps = iter(range(steps_to_live))

    def live_or_die() -> None:
        if next(steps, None) is None:
            os._exit(EXIT_STATUS)

    import_sales(watched_shop(folder, at_step=live_or_die), big_file(), imported_at=NOON)


if __name__ == "__main__":
    main(Path(sys.argv[1]), steps_to_live=int(sys.argv[2]))
