"""The shop: a folder with one SQLite file in it, opened, read and written in whole transactions.

The file keeps SQLite's rollback journal with full synchronisation. It is one file whenever nobody writes, so that a
copied folder is a whole shop, and a crash at any moment leaves the state before the transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from data.migrations import migrate
from data.problems import Problem
from data.schema import SCHEMA_VERSION, metadata, shop_state

FILE_NAME = "shop.sqlite"
BUSY_SECONDS = 30.0
REDRAFTED = "redrafted"


@dataclass(frozen=True)
class Shop:
    """An open shop. Holds no connection: each transaction opens one, so threads and processes may share a shop."""

    folder: Path
    engine: Engine


class ShopRefused(Exception):
    """The file in the shop folder cannot be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.values}")
        self.problem = problem


def open_shop(folder: Path) -> Shop:
    """The shop kept in `folder`; makes the folder (readable by its owner alone) and the database where missing.

    Raises ShopRefused with code `shop_unreadable` (values: path, reason) where the file is no database, `shop_too_new`
    (values: path, found, known) where a newer Shelfwise wrote it.
    """
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o700)
    path = folder / FILE_NAME
    path.touch(mode=0o600)
    shop = Shop(folder=folder, engine=_engine(path))
    try:
        _prepare(shop)
    except OperationalError:  # busy or a full disk: the file itself may be sound
        raise
    except DatabaseError as error:
        raise ShopRefused(Problem("shop_unreadable", {"path": str(path), "reason": str(error.orig)})) from error
    return shop


@contextmanager
def reading(shop: Shop) -> Iterator[Connection]:
    """A connection that sees one state of the shop throughout."""
    with shop.engine.begin() as connection:
        yield connection


@contextmanager
def writing(shop: Shop) -> Iterator[Connection]:
    """A connection whose changes are kept all together at the end, or not at all. Only one exists at a time."""
    with shop.engine.execution_options(begins_writing=True).begin() as connection:
        yield connection


def mark_changed(connection: Connection) -> None:
    """Raise the revision by one: to be called in each transaction that changes anything a plan is made from."""
    is_revision = shop_state.c.name == "revision"
    connection.execute(update(shop_state).where(is_revision).values(value=shop_state.c.value + 1))


def mark_redrafted(connection: Connection) -> None:
    """The same for a change of drafts or of the budget alone: what is decided before them stays as it is."""
    mark_changed(connection)
    first = sqlite_insert(shop_state).values(name=REDRAFTED, value=1)
    again = {"value": shop_state.c.value + 1}
    connection.execute(first.on_conflict_do_update(index_elements=["name"], set_=again))


@dataclass(frozen=True)
class Revision:
    """number: grows with every change. redrafted: how many of them were of drafts or of the budget alone."""

    number: int
    redrafted: int

    @property
    def without_drafts(self) -> int:
        """The same where nothing but drafts and the budget changed."""
        return self.number - self.redrafted


def revision(shop: Shop) -> int:
    """A number that grows with every change of the shop: equal revisions, equal plans."""
    return revision_now(shop).number


def revision_now(shop: Shop) -> Revision:
    """The revision, and how much of it is of drafts alone."""
    wanted = select(shop_state).where(shop_state.c.name.in_(("revision", REDRAFTED)))
    with reading(shop) as connection:
        found = {row.name: row.value for row in connection.execute(wanted)}
    return Revision(found["revision"], found.get(REDRAFTED, 0))


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # or Python's driver begins too late: after the reads a change is based on
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("begins_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(shop: Shop) -> None:
    with reading(shop) as connection:
        tables = set(inspect(connection).get_table_names())
        found = _state(connection, "schema_version") if shop_state.name in tables else SCHEMA_VERSION
    if found > SCHEMA_VERSION:
        path = str(shop.folder / FILE_NAME)
        raise ShopRefused(Problem("shop_too_new", {"path": path, "found": found, "known": SCHEMA_VERSION}))
    if found < SCHEMA_VERSION:
        with writing(shop) as connection:
            _renew_tables(connection)
    elif not metadata.tables.keys() <= tables:
        with writing(shop) as connection:
            _make_tables(connection)


def _make_tables(connection: Connection) -> None:
    """Make the tables that are missing: all of a new shop, in an older shop those that it did not have yet."""
    is_new = not inspect(connection).has_table(shop_state.name)
    metadata.create_all(connection)
    if is_new:  # else another process was faster, or the shop has its state
        state = {"schema_version": SCHEMA_VERSION, "revision": 0}
        connection.execute(insert(shop_state), [{"name": name, "value": value} for name, value in state.items()])


def _renew_tables(connection: Connection) -> None:
    migrate(connection, found=_state(connection, "schema_version"))  # asked anew: another process may have been faster
    is_version = shop_state.c.name == "schema_version"
    connection.execute(update(shop_state).where(is_version).values(value=SCHEMA_VERSION))


def _state(connection: Connection, name: str) -> int:
    return int(connection.execute(select(shop_state.c.value).where(shop_state.c.name == name)).scalar_one())
