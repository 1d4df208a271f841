"""Fast insertion of a table's rows into the database."""

from itertools import chain
from typing import Any

import numpy as np
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
    together = MOST_VALUES // len(names)
    whole = len(rows) // together * together
    if whole:
        parts = _parts(rows[names][:whole], size=together * len(names))
        connection.exec_driver_sql(_statement(table, names, rows=together), parts)
    if whole < len(rows):
        (rest,) = _parts(rows[names][whole:], size=(len(rows) - whole) * len(names))
        connection.exec_driver_sql(_statement(table, names, rows=len(rows) - whole), rest)


def _parts(rows: pd.DataFrame, *, size: int) -> list[tuple[Any, ...]]:
    """The values row by row, `size` at a time; numbers alone as floats, which columns of whole ones store whole."""
    if all(dtype in (np.int64, np.float64) for dtype in rows.dtypes):
        return list(map(tuple, rows.to_numpy(dtype=np.float64).reshape(-1, size).tolist()))
    values = list(chain.from_iterable(zip(*(rows[name].tolist() for name in rows), strict=True)))
    return [tuple(values[start : start + size]) for start in range(0, len(values), size)]


def _statement(table: Table, names: list[str], *, rows: int) -> str:
    places = ",".join([f"({','.join('?' * len(names))})"] * rows)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {places}"
