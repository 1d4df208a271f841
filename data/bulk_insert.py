"""Fast insertion of a table's rows into the database."""

from itertools import chain

import pandas as pd
from sqlalchemy import Connection, Table

MOST_VALUES = 999  # of one statement, in every version of SQLite


def insert_rows(connection: Connection, table: Table, rows: pd.DataFrame) -> None:
    """Insert the columns of `rows` that the table has; NaN becomes empty.

    Many rows go in one statement, and as plain values: a statement or a dictionary per row would take longer than the
    whole insert.
    """
    if rows.empty:
        return
    names = [column.name for column in table.columns if column.name in rows]
    values = list(chain.from_iterable(zip(*(rows[name].tolist() for name in names), strict=True)))
    together = MOST_VALUES // len(names)
    whole = len(rows) // together * together * len(names)
    size = together * len(names)
    if whole:
        parts = [tuple(values[start : start + size]) for start in range(0, whole, size)]
        connection.exec_driver_sql(_statement(table, names, rows=together), parts)
    if values[whole:]:
        rest = _statement(table, names, rows=len(rows) % together)
        connection.exec_driver_sql(rest, tuple(values[whole:]))


def _statement(table: Table, names: list[str], *, rows: int) -> str:
    places = ",".join([f"({','.join('?' * len(names))})"] * rows)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {places}"
