"""The import report of a sales file, from the fate of its rows."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.columns import HOUR, MONTH, OTHER_DAY, WEEKDAY, YEAR
from data.meaning.line_fate import LineFate
from data.reading.left_out_rows import left_out_rows
from data.reading.sales_columns import SalesColumns
from data.reading.sales_rows import SalesRows
from data.report import ImportReport, Note, Question
from data.tables.raw_file import RawFile
from data.tables.table_head import TableHead

MOST_DECIMALS = 7
ONLY_HELP = (OTHER_DAY, WEEKDAY, MONTH, YEAR, HOUR)


def sales_report(
    raw: RawFile, head: TableHead, lines: LineFate, columns: SalesColumns, rows: SalesRows, *, products: int
) -> ImportReport:
    """Rows, units and money read, used and left out; each summed by itself, so that they can be compared."""
    used = rows.fate.used
    days = rows.days[used]
    format_note = (Note("format", {"name": columns.till.name}),) if columns.till.name else ()
    return ImportReport(
        file_name=raw.name,
        rows_read=len(lines.table.lines) + sum(map(len, lines.table.ragged.values())),
        rows_used=int(lines.fate.used.sum()),
        left_out=left_out_rows(lines.table, lines.fate, units=lines.units, revenue=lines.revenue),
        units_read=sum_without_dust(rows.amounts.units),
        units_used=sum_without_dust(rows.amounts.units[used]),
        revenue_read=sum_without_dust(rows.amounts.revenue),
        revenue_used=sum_without_dust(rows.amounts.revenue[used]),
        first_day=_date(days.min()) if len(days) else None,
        last_day=_date(days.max()) if len(days) else None,
        products=products,
        columns={name: head.headers[place] for name, place in columns.places.items() if _is_told(name)},
        encoding=raw.encoding,
        delimiter=head.delimiter,
        notes=(*format_note, *columns.notes, *lines.table.notes, *rows.notes, *lines.notes),
        format=columns.till.name or None,
        questions=(*_sheet_questions(raw), *columns.questions, *rows.questions),
    )


def sum_without_dust(amounts: NDArray[np.float64]) -> float:
    """The sum, rounded to the decimals that the amounts have themselves: binary fractions leave dust behind.

    >>> sum_without_dust(np.array([64.1, 0.55])), sum_without_dust(np.array([0.1, 0.2])), sum_without_dust(np.zeros(0))
    (64.65, 0.3, 0.0)
    """
    total = float(amounts.sum())
    for decimals in range(MOST_DECIMALS):
        if np.allclose(np.round(amounts, decimals), amounts, rtol=1e-12, atol=1e-9):
            return round(total, decimals)
    return total


def _is_told(column: str) -> bool:
    return column not in ONLY_HELP and "+" not in column


def _date(day: np.datetime64) -> date:
    return date.fromisoformat(str(day))


def _sheet_questions(raw: RawFile) -> tuple[Question, ...]:
    if len(raw.sheets) < 2:
        return ()
    return (Question("sheet", {"found": list(raw.sheets), "sheet": raw.sheet}, raw.sheets, raw.sheet),)
