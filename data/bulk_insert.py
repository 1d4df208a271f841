"""Fast insertion of a table's rows into the database."""

import pandas as pd
from sqlalchemy import Connection, Table, insert


def insert_rows(connection: Connection, table: Table, rows: pd.DataFrame) -> None:
    """Insert the columns of `rows` that the table has; NaN becomes empty.

    Plain tuples go straight to the driver: a dictionary per row would take longer than the whole insert.
    """
    if rows.empty:
        return
    names = [column.name for column in table.columns if column.name in rows]
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    columns = [rows[name].tolist() for name in names]
    connection.exec_driver_sql(str(statement), list(zip(*columns, strict=True)))
