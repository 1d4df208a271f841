"""The rows that a file leaves out, as a table to look at: where they stand, why, and what they say.

Only columns that are read at all are in it, so no customer's name or address.
"""

import numpy as np
import pandas as pd

from data.reading.row_fate import RowFate
from data.tables.column import Column
from data.tables.table import Table

MOST_ROWS = 50_000


def left_out_table(table: Table, fate: RowFate) -> pd.DataFrame:
    """row (its line in the file), reason, then the texts of the columns read; the first 50,000 rows by line.

    Lines that make no row of the table, such as blank ones, have no texts.
    """
    places = np.flatnonzero(~fate.used)
    if not len(places) and not table.ragged:
        return none_left_out()
    reasons = np.array(["", *fate.reasons], dtype=object)[fate.codes[places]]
    judged = pd.DataFrame({"row": table.lines[places], "reason": reasons})
    for column in table.columns.values():
        judged[_free_name(judged, column)] = column.texts[column.codes[places]]
    ragged = [pd.DataFrame({"row": lines, "reason": reason}) for reason, lines in table.ragged.items() if len(lines)]
    rows = pd.concat([judged, *ragged]) if ragged else judged
    return rows.fillna("").sort_values("row", kind="stable", ignore_index=True)[:MOST_ROWS]


def none_left_out() -> pd.DataFrame:
    return pd.DataFrame({"row": [], "reason": []})


def _free_name(rows: pd.DataFrame, column: Column) -> str:
    """The column's header, with a mark where another one has the same."""
    name = column.header
    while name in rows:
        name += "_"
    return name
