"""The question whether a column's value is one of many, asked in one parameter."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select


def is_among(column: ColumnElement[Any], values: Iterable[str | int]) -> ColumnElement[bool]:
    """True where the column holds one of `values`, of which there may be any number.

    A plain IN has a parameter per value, and SQLite takes 32,766 at most.
    """
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
