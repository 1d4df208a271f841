"""Columns that only the first row of a group holds, such as the date of an order, given to all its rows."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from data.tables.column import Column, column_of


def filled_down(columns: Mapping[str, Column], names: Iterable[str], *, group: str) -> dict[str, Column]:
    """The columns, those of these names filled where they are blank by the first text of their group."""
    if group not in columns:
        return dict(columns)
    return {**columns, **{name: _filled(columns[name], columns[group]) for name in names if name in columns}}


def _filled(column: Column, group: Column) -> Column:
    blank = column.is_blank()
    held = np.flatnonzero(~blank)[::-1]
    first = np.full(len(group.texts), len(column.texts), dtype=np.int64)
    first[group.codes[held]] = column.codes[held]
    codes = np.where(blank & ~group.is_blank(), first[group.codes], column.codes)
    return column_of(column.header, [*column.texts, ""], codes)


def carried_down(column: Column, rows: NDArray[np.bool_]) -> Column:
    """The column with `rows` that are blank filled by the last text above them, as cells merged in a workbook say.

    >>> day = Column("Date", np.array(["1 May", ""], object), np.array([0, 1, 1]))
    >>> carried_down(day, np.array([True, True, False])).codes
    array([0, 0, 1])
    """
    blank = column.is_blank()
    last = np.maximum.accumulate(np.where(blank, -1, np.arange(len(blank))))
    filled = rows & blank & (last >= 0)
    return Column(column.header, column.texts, np.where(filled, column.codes[last], column.codes))
