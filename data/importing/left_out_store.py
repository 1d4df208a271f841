"""The rows that an import left out, kept with it so that they can be looked at later."""

import gzip

import pandas as pd
from sqlalchemy import Connection, insert, select

from data.schema import left_out_rows
from data.shop import Shop, reading

QUICK = 1  # of 9; a little larger, in a quarter of the time


def write_left_out_rows(connection: Connection, rows: pd.DataFrame, *, import_id: int) -> None:
    """Keep the rows that an import left out; nothing where there are none."""
    if rows.empty:
        return
    content = gzip.compress(rows.to_csv(index=False).encode(), compresslevel=QUICK, mtime=0)
    connection.execute(insert(left_out_rows).values(import_id=import_id, content=content))


def read_left_out_rows(shop: Shop, import_id: int) -> bytes | None:
    """The rows that an import left out as CSV in UTF-8; None where it left out none or is not known."""
    with reading(shop) as connection:
        query = select(left_out_rows.c.content).where(left_out_rows.c.import_id == import_id)
        content = connection.execute(query).scalar_one_or_none()
    return None if content is None else gzip.decompress(content)
