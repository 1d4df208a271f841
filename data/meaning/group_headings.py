"""Items that stand on lines of their own above their sales, in a column without a header: QuickBooks writes so.

Headers and lines of "Sales by Product/Service Detail" are quoted in public code: a blank header first, then a line
with the item alone, its sales, and a line "Total for" it.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, NAME
from data.meaning.totals import begins_like_total
from data.tables.column import Column, column_of
from data.tables.table import Table
from data.tables.table_head import TableHead

HEADING = "heading"
LEAST_SHARE = 0.9  # of the lines with a heading that have no day, and of those with a day that have no heading


def heading_place(head: TableHead, places: Mapping[str, int]) -> dict[str, int]:
    """The column that may hold headings: the first, where it has no header."""
    return {HEADING: 0} if head.headers and not head.headers[0] and 0 not in places.values() else {}


def under_headings(table: Table) -> Table:
    """The table with the heading above each row as its item, and the lines of headings left out as `heading`.

    Where the column holds something else it is dropped.
    """
    if HEADING not in table.columns:
        return table
    columns = {name: column for name, column in table.columns.items() if name != HEADING}
    heading = table.columns[HEADING].mapped(str.strip)
    is_heading, has_day = ~heading.is_blank(), ~columns[DAY].is_blank()
    if not is_heading.any() or not has_day.any():
        return replace(table, columns=columns)
    if (~has_day)[is_heading].mean() < LEAST_SHARE or (~is_heading)[has_day].mean() < LEAST_SHARE:
        return replace(table, columns=columns)
    is_named = heading.texts_are(lambda text: any(letter.isalnum() for letter in text))
    if not (is_heading & is_named).any():
        return _without(replace(table, columns=columns), is_heading & ~has_day)  # lines drawn around the table
    opens = is_heading & ~has_day & is_named & ~heading.texts_are(begins_like_total)
    last = np.maximum.accumulate(np.where(opens, np.arange(len(opens)), -1))
    codes = np.where(last >= 0, heading.codes[last], len(heading.texts))
    columns[NAME] = column_of(columns.get(NAME, heading).header, [*heading.texts, ""], codes)
    return _without(replace(table, columns=columns), is_heading & ~has_day)


def _without(table: Table, lines: NDArray[np.bool_]) -> Table:
    kept = np.flatnonzero(~lines)
    columns = {name: Column(column.header, column.texts, column.codes[kept]) for name, column in table.columns.items()}
    ragged = {**table.ragged, HEADING: table.lines[lines]}
    return Table(columns, table.lines[kept], ragged, table.notes)
