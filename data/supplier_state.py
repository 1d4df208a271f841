"""What the owner may have set of one supplier, as plain values: noted before and after an edit, and set back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from data.edit_log import SUPPLIER, note_edit
from data.schema import suppliers as supplier_table
from data.supplier_days import Closure, closures_of, write_closures
from data.supplier_fields import SUPPLIER_RULES
from data.supplier_names import rename

NAME, CLOSED = "supplier", "closed"

State = dict[str, Any]


def supplier_state(connection: Connection, supplier: str) -> State | None:
    """The conditions of a supplier, its name and its closed periods; None where it is gone."""
    columns = [supplier_table.c[field] for field in (NAME, *SUPPLIER_RULES)]
    query = select(*columns).where(supplier_table.c.supplier == supplier)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    periods = closures_of(connection, supplier)
    closed = [[period.first_day.isoformat(), period.last_day.isoformat()] for period in periods]
    return {**row, CLOSED: closed}


def note_supplier_edit(connection: Connection, supplier: str, *, before: State | None) -> None:
    """Note in the log how a supplier, by its name of now, differs from `before`."""
    after = supplier_state(connection, supplier)
    assert before is not None
    assert after is not None
    note_edit(connection, SUPPLIER, supplier, before=before, after=after)


def restore_supplier(connection: Connection, supplier: str, said: Mapping[str, Any]) -> None:
    """Set back those conditions of a supplier that `said` has."""
    own = {field: said[field] for field in SUPPLIER_RULES if field in said}
    if own:
        connection.execute(update(supplier_table).where(supplier_table.c.supplier == supplier).values(own))
    if CLOSED in said:
        periods = [Closure(*map(date.fromisoformat, days)) for days in said[CLOSED]]
        write_closures(connection, supplier, periods)
    if NAME in said:
        rename(connection, supplier, said[NAME])
