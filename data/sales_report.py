"""The import report of a sales file, from the fate of its rows."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from data.raw_file import RawFile
from data.report import ImportReport, LeftOut, Note
from data.row_fate import RowFate
from data.sales_columns import SalesColumns
from data.sales_rows import SalesRows
from data.table import Lines, Table
from data.table_head import TableHead


def sales_report(
    raw: RawFile, head: TableHead, table: Table, columns: SalesColumns, rows: SalesRows, *, products: int
) -> ImportReport:
    """Rows, units and money read, used and left out; each summed by itself, so that they can be compared."""
    left_out = (*ragged_rows(table.ragged), *_judged_rows(table, rows))
    used = rows.fate.used
    days = rows.days[used]
    format_note = (Note("format", {"name": columns.till.name}),) if columns.till.name else ()
    return ImportReport(
        file_name=raw.name,
        rows_read=len(table.lines) + sum(map(len, table.ragged.values())),
        rows_used=int(used.sum()),
        left_out=merged_by_reason(left_out),
        units_read=float(rows.amounts.units.sum()),
        units_used=float(rows.amounts.units[used].sum()),
        revenue_read=float(rows.amounts.revenue.sum()),
        revenue_used=float(rows.amounts.revenue[used].sum()),
        first_day=_date(days.min()) if len(days) else None,
        last_day=_date(days.max()) if len(days) else None,
        products=products,
        columns={name: head.headers[place] for name, place in columns.places.items()},
        encoding=raw.encoding,
        delimiter=head.delimiter,
        notes=(*format_note, *table.notes, *rows.notes),
    )


def ragged_rows(ragged: Mapping[str, Lines]) -> tuple[LeftOut, ...]:
    """Lines that make no row, left out with nothing known of what they hold."""
    return tuple(LeftOut(reason, tuple(lines.tolist()), 0.0, 0.0) for reason, lines in ragged.items())


def merged_by_reason(left_out: tuple[LeftOut, ...]) -> tuple[LeftOut, ...]:
    """One entry per reason, its rows in the order of the file."""
    merged: dict[str, LeftOut] = {}
    for part in left_out:
        known = merged.get(part.reason, LeftOut(part.reason, (), 0.0, 0.0))
        rows = tuple(sorted((*known.rows, *part.rows)))
        units, revenue = known.units + part.units, known.revenue + part.revenue
        merged[part.reason] = LeftOut(part.reason, rows, units, revenue, part.column, part.example)
    return tuple(merged.values())


def _judged_rows(table: Table, rows: SalesRows) -> tuple[LeftOut, ...]:
    return tuple(_left_out(table, rows, reason) for reason in rows.fate.reasons)


def _left_out(table: Table, rows: SalesRows, reason: str) -> LeftOut:
    places = rows.fate.left_out_for(reason)
    lines = tuple(table.lines[places].tolist())
    units, revenue = (float(some[places].sum()) for some in (rows.amounts.units, rows.amounts.revenue))
    shown = _shown(rows.fate, reason, int(places[0]))
    return LeftOut(reason, lines, units, revenue, **shown)


def _shown(fate: RowFate, reason: str, place: int) -> dict[str, str]:
    column = fate.where_found.get(reason)
    if column is None:
        return {}
    return {"column": column.header, "example": str(column.texts[column.codes[place]])}


def _date(day: np.datetime64) -> date:
    return date.fromisoformat(str(day))
