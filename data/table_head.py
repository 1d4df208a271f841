"""The first line of a table: its column headers, and the delimiter that it shows."""

import csv
import io
from dataclasses import dataclass

from data.columns import PRODUCT_HEADERS, SALES_HEADERS, header_key
from data.mojibake import repaired
from data.problems import FileRejected, Problem
from data.raw_file import RawFile

DELIMITERS = (",", ";", "\t", "|")
LONGEST_HEAD = 1 << 17
KNOWN = {header for wanted in (SALES_HEADERS, PRODUCT_HEADERS) for headers in wanted.values() for header in headers}


@dataclass(frozen=True)
class TableHead:
    """headers: as found, blank ones at the end dropped; width: their number with those.

    lines, size: what the head takes of the file, in lines and bytes.
    """

    headers: tuple[str, ...]
    width: int
    delimiter: str
    lines: int
    size: int


def read_head(raw: RawFile) -> TableHead:
    """The head of a table: the first line that is not blank, cut by the delimiter that gives the most known headers.

    Raises FileRejected where no table can start like this.
    """
    start = raw.content[:LONGEST_HEAD].decode("utf-8", errors="ignore")
    try:
        heads = [_cut(start, delimiter) for delimiter in DELIMITERS]
    except csv.Error as error:
        raise FileRejected(Problem("not_a_table", {"file": raw.name, "found": "one very long line"})) from error
    return max(heads, key=lambda head: (_known(head.headers), len(head.headers)))


def _cut(start: str, delimiter: str) -> TableHead:
    lines = io.StringIO(start, newline="")
    reader = csv.reader(lines, delimiter=delimiter)
    row: list[str] = next((row for row in reader if any(cell.strip() for cell in row)), [])
    headers = [repaired(cell).strip() for cell in row]
    while headers and not headers[-1]:
        headers.pop()
    return TableHead(tuple(headers), len(row), delimiter, reader.line_num, len(start[: lines.tell()].encode()))


def _known(headers: tuple[str, ...]) -> int:
    return sum(header_key(header) in KNOWN for header in headers)
