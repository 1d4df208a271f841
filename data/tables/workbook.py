"""The sheets of an Excel workbook as CSV text, the one with a table of sales first asked."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from data.columns import DAY, NAME, SKU
from data.headers.find_columns import find_columns
from data.headers.product_headers import PRODUCT_HEADERS
from data.headers.sales_headers import SALES_HEADERS
from data.problems import FileRejected, Problem
from data.tables.packed import DAMAGED, MAXIMUM_MEGABYTES, OLD_WORKBOOK, ZIP

MOST_CELLS = 12_000_000  # from the first cell to the last: what a sheet takes in memory, however empty it is
ROWS_LOOKED_AT = 40
FEWEST_HEADERS = 3  # of a table with a date and a column per product
LAST_ROW = re.compile(rb'<row [^>]*?\br="(\d{1,7})"')
WIDE_CELL = re.compile(rb'\br="([A-Z]{2,3})\d')
CHUNK = 1 << 20
START_1904, LAST_SERIAL = date(1904, 1, 1), 72_000
COUNTS_FROM_1904 = re.compile(rb'date1904="(?:1|true)"')


@dataclass(frozen=True)
class WorkbookSheet:
    """content: one sheet as CSV in UTF-8. name: of that sheet. alike: names of all that hold as good a table."""

    content: bytes
    name: str
    alike: tuple[str, ...]


def is_workbook(content: bytes) -> bool:
    """Whether these bytes are an Excel workbook, new or old."""
    if content.startswith(OLD_WORKBOOK):
        return True
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except DAMAGED:
        return False


def read_workbook(content: bytes, *, file_name: str, wanted: str = "") -> WorkbookSheet:
    """The sheet called `wanted`, else the one that looks most like a table of sales, of those the first.

    Raises FileRejected where the workbook is damaged, locked by a password, empty or absurdly large.
    """
    _check_size(content, file_name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return _chosen(book, wanted, counts_from_1904=_counts_from_1904(content))
    except PasswordError as error:
        raise FileRejected(Problem("password_protected", {"file": file_name})) from error
    except (CalamineError, *DAMAGED) as error:
        raise FileRejected(Problem("damaged_file", {"file": file_name})) from error


def _counts_from_1904(content: bytes) -> bool:
    """Whether a workbook counts its days as Excel for the Macintosh did."""
    if not content.startswith(ZIP):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return COUNTS_FROM_1904.search(archive.read("xl/workbook.xml")) is not None


def _chosen(book: CalamineWorkbook, wanted: str, *, counts_from_1904: bool) -> WorkbookSheet:
    visible = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    likeness = {name: _likeness(book.get_sheet_by_name(name)) for name in visible or book.sheet_names}
    best = max(likeness.values(), default=(0, 0))
    alike = tuple(name for name, some in likeness.items() if some == best)
    name = wanted if wanted in likeness else next(iter(alike), "")
    if not name:
        return WorkbookSheet(b"", "", ())
    is_open = best[0] > 0 and name != wanted
    return WorkbookSheet(
        _as_csv(book.get_sheet_by_name(name), counts_from_1904=counts_from_1904), name, alike if is_open else (name,)
    )


def _likeness(sheet: CalamineSheet) -> tuple[int, int]:
    """What a sheet looks like, 2 sales, 1 products, 0 neither; and for neither its number of cells."""
    if not sheet.height or not sheet.width:
        return 0, 0
    best = 0
    for row in islice(sheet.iter_rows(), ROWS_LOOKED_AT):
        headers = [_text(cell) for cell in row]
        sold = find_columns(headers, SALES_HEADERS)
        if DAY in sold and (len(sold) > 1 or sum(map(bool, headers)) >= FEWEST_HEADERS):
            return 2, 1
        found = find_columns(headers, PRODUCT_HEADERS)
        best = max(best, int(bool({SKU, NAME} & found.keys()) and len(found) > 1))
    return best, 1 if best else sheet.height * sheet.width


def _as_csv(sheet: CalamineSheet, *, counts_from_1904: bool) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(_texts(_rows(sheet), counts_from_1904=counts_from_1904))
    return text.getvalue().encode()


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    return iter(sheet.iter_rows()) if sheet.height else iter(())


def _texts(rows: Iterator[list[Any]], *, counts_from_1904: bool) -> Iterator[list[str]]:
    """The rows as text; bare numbers under a header of dates count from 1904 where the workbook does."""
    place = None
    for row in rows:
        texts = [_text(cell) for cell in row]
        if counts_from_1904:
            if place is not None and isinstance(row[place], (int, float)) and 0 < row[place] < LAST_SERIAL:
                texts[place] = str(START_1904 + timedelta(int(row[place])))
            found = find_columns(texts, SALES_HEADERS)
            place = found[DAY] if DAY in found and len(found) > 1 else place
        yield texts


def _text(cell: Any) -> str:
    """A cell as text that can be read in one way only."""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, (int, float)):
        return _number(float(cell))
    if isinstance(cell, datetime):
        is_day = cell.time() == time(0)
        return cell.date().isoformat() if is_day else cell.replace(microsecond=0).isoformat(" ")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell).split(".")[0]


def _number(value: float) -> str:
    """A number without thousands separators; three decimals get a fourth, or 1.250 could be a thousand.

    >>> _number(3.0), _number(1.234), _number(0.5)
    ('3', '1.2340', '0.5')
    """
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    return f"{text}0" if re.fullmatch(r"-?\d+\.\d{3}", text) else text


def _check_size(content: bytes, file_name: str) -> None:
    """Look into the archive before it is unpacked: a few bytes can promise a sheet of 17,000 million cells."""
    if not content.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAXIMUM_MEGABYTES * 1_000_000:
                raise FileRejected(Problem("file_too_large", {"file": file_name, "limit": MAXIMUM_MEGABYTES}))
            sheets = [name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
            if sum(_cells(archive, name) for name in sheets) > MOST_CELLS:
                raise FileRejected(Problem("sheet_too_large", {"file": file_name, "limit": MOST_CELLS // 1_000_000}))
    except DAMAGED as error:
        raise FileRejected(Problem("damaged_file", {"file": file_name})) from error


def _cells(archive: zipfile.ZipFile, sheet: str) -> int:
    """Cells from the first row and column to the last that has any."""
    last_row, last_column, end = 1, 26, b""
    with archive.open(sheet) as file:
        while chunk := file.read(CHUNK):
            part = end + chunk
            last_row = max([last_row, *map(int, LAST_ROW.findall(part)[-1:])])
            last_column = max([last_column, *map(_column_number, set(WIDE_CELL.findall(part)))])
            end = part[-100:]
    return last_row * last_column


def _column_number(letters: bytes) -> int:
    """
    >>> _column_number(b"AA")
    27
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
