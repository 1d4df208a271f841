"""The rows of a table that are left out, by reason, with what they hold."""

import numpy as np
from numpy.typing import NDArray

from data.reading.row_fate import RowFate
from data.report import LeftOut
from data.tables.table import Table


def left_out_rows(
    table: Table, fate: RowFate, *, units: NDArray[np.float64], revenue: NDArray[np.float64]
) -> tuple[LeftOut, ...]:
    """One entry per reason, its rows in the order of the file; lines that make no row hold neither units nor money."""
    judged = (_judged(table, fate, reason, units=units, revenue=revenue) for reason in fate.reasons)
    ragged = (LeftOut(reason, tuple(lines.tolist()), 0.0, 0.0) for reason, lines in table.ragged.items())
    merged: dict[str, LeftOut] = {}
    for part in (*ragged, *judged):
        merged[part.reason] = _joined(merged[part.reason], part) if part.reason in merged else part
    return tuple(merged.values())


def _judged(
    table: Table, fate: RowFate, reason: str, *, units: NDArray[np.float64], revenue: NDArray[np.float64]
) -> LeftOut:
    places = fate.left_out_for(reason)
    rows = tuple(table.lines[places].tolist())
    column = fate.where_found.get(reason)
    header, example = ("", "") if column is None else (column.header, str(column.texts[column.codes[places[0]]]))
    return LeftOut(reason, rows, float(units[places].sum()), float(revenue[places].sum()), header, example)


def _joined(first: LeftOut, second: LeftOut) -> LeftOut:
    rows = tuple(sorted((*first.rows, *second.rows)))
    units, revenue = first.units + second.units, first.revenue + second.revenue
    return LeftOut(first.reason, rows, units, revenue, second.column, second.example)
