"""The lists of products and suppliers that were taken over, with what each changed, so that it can be taken back."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from data.importing.list_states import Difference, differences, listed_state
from data.schema import taken_lists
from data.shop import Shop, reading

KEPT = 20  # lists; what a list of 20,000 products changed takes about a megabyte


@dataclass(frozen=True)
class TakenList:
    """at: in world time. products, suppliers: how many of them the list added or changed."""

    list_id: int
    at: datetime
    file_name: str
    products: int
    suppliers: int


@dataclass(frozen=True)
class ListChanges:
    """What a list did, each product and supplier once."""

    products: list[Difference]
    suppliers: list[Difference]


@contextmanager
def noted_list(connection: Connection, file_name: str) -> Iterator[None]:
    """Note in the caller's transaction what the body changes, where it changes anything. The newest KEPT are kept."""
    before = listed_state(connection)
    yield
    after = listed_state(connection)
    changes = ListChanges(differences(before.products, after.products), differences(before.suppliers, after.suppliers))
    if changes.products or changes.suppliers:
        _insert(connection, file_name, changes)


def list_taken_lists(shop: Shop) -> tuple[TakenList, ...]:
    """The lists that are kept and not undone, the last one first."""
    with reading(shop) as connection:
        return read_taken_lists(connection)


def read_taken_lists(connection: Connection) -> tuple[TakenList, ...]:
    """The same in the caller's transaction."""
    columns = [column for column in taken_lists.columns if column.name != "content"]
    rows = connection.execute(select(*columns).order_by(taken_lists.c.list_id.desc()))
    return tuple(TakenList(row.list_id, datetime.fromisoformat(row.at).replace(tzinfo=UTC), *row[2:]) for row in rows)


def changes_of(connection: Connection, list_id: int) -> ListChanges:
    """What a list did."""
    query = select(taken_lists.c.content).where(taken_lists.c.list_id == list_id)
    kept = json.loads(gzip.decompress(connection.execute(query).scalar_one()))
    return ListChanges(*([Difference(*each) for each in found] for found in kept))


def forget_list(connection: Connection, list_id: int) -> None:
    """Take a list out of those that can be undone."""
    connection.execute(delete(taken_lists).where(taken_lists.c.list_id == list_id))


def forget_all_lists(connection: Connection) -> None:
    """Take all of them out."""
    connection.execute(delete(taken_lists))


def _insert(connection: Connection, file_name: str, changes: ListChanges) -> None:
    content = [
        [[each.key, each.before, each.after] for each in found] for found in (changes.products, changes.suppliers)
    ]
    row = {
        "file_name": file_name,
        "products": len(changes.products),
        "suppliers": len(changes.suppliers),
        "content": gzip.compress(json.dumps(content).encode(), compresslevel=1),
    }
    connection.execute(insert(taken_lists).values(row))
    newest = select(func.max(taken_lists.c.list_id)).scalar_subquery()
    connection.execute(delete(taken_lists).where(taken_lists.c.list_id <= newest - KEPT))
