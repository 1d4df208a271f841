"""Excel workbooks for tests."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter


def workbook_file(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]], *, name: str = "sales.xlsx") -> Path:
    """A workbook with these rows of cells on its sheets; dates are written as dates."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return path
