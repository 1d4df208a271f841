"""The report of a list: of products or suppliers, which have no days, units or money."""

from collections.abc import Mapping

import numpy as np

from data.reading.left_out_rows import left_out_rows
from data.reading.row_fate import RowFate
from data.report import ImportReport, Note
from data.tables.raw_file import RawFile
from data.tables.table import Table


def list_report(
    raw: RawFile,
    table: Table,
    fate: RowFate,
    *,
    columns: Mapping[str, str],
    delimiter: str,
    notes: tuple[Note, ...],
    products: int = 0,
    format_name: str = "",
) -> ImportReport:
    """What was read, used and left out of a list.

    columns: header by canonical name. format_name: the till's, "" where none is recognised.
    """
    nothing = np.zeros(len(table.lines))
    format_note = (Note("format", {"name": format_name}),) if format_name else ()
    return ImportReport(
        file_name=raw.name,
        rows_read=len(table.lines) + sum(map(len, table.ragged.values())),
        rows_used=int(fate.used.sum()),
        left_out=left_out_rows(table, fate, units=nothing, revenue=nothing),
        units_read=0.0,
        units_used=0.0,
        revenue_read=0.0,
        revenue_used=0.0,
        first_day=None,
        last_day=None,
        products=products,
        columns=dict(columns),
        encoding=raw.encoding,
        delimiter=delimiter,
        notes=(*format_note, *table.notes, *notes),
        format=format_name or None,
    )
