"""The shape of a file: files of one shape are read alike, so that what was chosen for one counts for the next."""

import hashlib
from pathlib import Path

from data.headers.header_key import header_key
from data.tables.raw_file import read_raw_file
from data.tables.table_head import TableHead, read_head
from data.tills import recognised_list, recognised_till


def file_shape(path: Path) -> str:
    """The shape of a file. Raises FileRejected where it is no table."""
    return shape_of(read_head(read_raw_file(path)))


def shape_of(head: TableHead) -> str:
    """A hash of the till's name, the headers without regard to case and signs, and the delimiter.

    >>> shape_of(TableHead(("Date", "Item"), 2, ",", 1, 10)) == shape_of(TableHead(("date", "ITEM "), 2, ",", 1, 11))
    True
    """
    name = recognised_till(head.headers).name or recognised_list(head.headers).name
    parts = (name, head.delimiter, *map(header_key, head.headers))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
