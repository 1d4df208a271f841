"""What became of each line of a file where a line holds the sales of several products or days."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.reading.row_fate import RowFate
from data.report import Note
from data.tables.column import Column
from data.tables.table import Table


@dataclass(frozen=True)
class LineFate:
    """The table and the fate of its rows with one row per line; units and revenue of each line.

    notes: of cells that were left out though their line was used.
    """

    table: Table
    fate: RowFate
    units: NDArray[np.float64]
    revenue: NDArray[np.float64]
    notes: tuple[Note, ...] = ()


def line_fate(table: Table, fate: RowFate, *, units: NDArray[np.float64], revenue: NDArray[np.float64]) -> LineFate:
    """One row for all rows of a line: it is used if any of them is, else left out for the reason of the first."""
    lines, first, line = np.unique(table.lines, return_index=True, return_inverse=True)
    is_used = np.bincount(line, weights=fate.used, minlength=len(lines)) > 0
    of_lines = RowFate(len(lines))
    for code, reason in enumerate(fate.reasons, 1):
        column = fate.where_found.get(reason)
        of_lines.leave_out(~is_used & (fate.codes[first] == code), reason, column and _at(column, first))
    columns = {name: _at(column, first) for name, column in table.columns.items()}
    return LineFate(
        Table(columns, lines, table.ragged, table.notes),
        of_lines,
        np.bincount(line, weights=units, minlength=len(lines)).astype(np.float64),
        np.bincount(line, weights=revenue, minlength=len(lines)).astype(np.float64),
        notes=_cell_notes(table, fate, is_used[line]),
    )


def _at(column: Column, rows: NDArray[np.int64]) -> Column:
    return Column(column.header, column.texts, column.codes[rows])


def _cell_notes(table: Table, fate: RowFate, line_is_used: NDArray[np.bool_]) -> tuple[Note, ...]:
    lost = np.flatnonzero(~fate.used & line_is_used)
    if not len(lost):
        return ()
    reason = fate.reasons[fate.codes[lost[0]] - 1]
    column = fate.where_found.get(reason)
    found = "" if column is None else str(column.texts[column.codes[lost[0]]])
    return (Note("bad_cells", {"cells": len(lost), "row": int(table.lines[lost[0]]), "found": found}),)
