"""Where the table in a text begins: its column headers, the delimiter, and what stands above them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.columns import DAY
from data.headers.header_key import header_key
from data.headers.product_headers import PRODUCT_HEADERS
from data.headers.sales_headers import SALES_HEADERS
from data.problems import FileRejected, Problem
from data.tables.mojibake import repaired
from data.tables.raw_file import RawFile

DELIMITERS = (",", ";", "\t", "|")
LONGEST_HEAD = 1 << 17
LINES_LOOKED_AT = 80
ROWS_ABOVE = 30  # a till's titles take a few lines
KNOWN = {header for wanted in (SALES_HEADERS, PRODUCT_HEADERS) for headers in wanted.values() for header in headers}
NUMBER = re.compile(r"[-+(]?[^\w\s]?\s*\d[\d\s.,:/'’-]*\D{0,3}")

DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")


@dataclass(frozen=True)
class TableHead:
    """headers: as found, blank ones at the end dropped; width: their number with those.

    lines, size: what the head takes of the file with all above it, in lines and bytes. above: the texts above it.
    A table without headers has those that it is given here: "Column 1" and so on.
    """

    headers: tuple[str, ...]
    width: int
    delimiter: str
    lines: int
    size: int
    above: tuple[str, ...] = ()


def read_head(raw: RawFile) -> TableHead:
    """The head of a table: cut by the delimiter and at the line that give the most known headers.

    Lines above the table, such as titles and the dates of a report, are shorter than its rows; without any known header
    the first line that is as long as most is the head. Raises FileRejected where no table can start like this.
    """
    start = raw.content[:LONGEST_HEAD].decode("utf-8", errors="ignore")
    heads = []
    for delimiter in DELIMITERS:
        try:
            heads.append(_cut(start, delimiter))
        except csv.Error:
            continue
    if not heads:
        raise FileRejected(Problem("not_a_table", {"file": raw.name, "found": "one very long line"}))
    return max(heads, key=lambda found: found.score).head


@dataclass(frozen=True)
class _Row:
    """cells: of one record at the start of a file. start, end: where it stands, in characters. lines: up to its end."""

    cells: tuple[str, ...]
    start: int
    end: int
    lines: int
    lines_before: int

    @property
    def filled(self) -> int:
        return sum(bool(cell) for cell in self.cells)


@dataclass(frozen=True)
class _Found:
    """score: known headers, then rows as long as the head, then the number of headers."""

    head: TableHead
    score: tuple[int, int, int]


def _cut(start: str, delimiter: str) -> _Found:
    rows = [row for row in _rows(start, delimiter) if row.filled]
    if not rows:
        return _Found(TableHead((), 0, delimiter, 0, 0), (0, 0, 0))
    place = _head_place(rows)
    head = _headless(rows, place) or rows[place]
    above = tuple(" ".join(filter(None, row.cells)) for row in rows[:place])
    headers = list(head.cells)
    while headers and not headers[-1]:
        headers.pop()
    size = len(start[: head.end].encode())
    alike = sum(len(row.cells) == len(head.cells) > 1 for row in rows)
    return _Found(
        TableHead(tuple(headers), len(head.cells), delimiter, head.lines, size, above),
        (_known(headers), alike, len(headers)),
    )


def _rows(start: str, delimiter: str) -> Iterator[_Row]:
    """The first records, their cells without blanks around them."""
    text = io.StringIO(start, newline="")
    reader = csv.reader(text, delimiter=delimiter)
    place, lines = 0, 0
    for row in reader:
        yield _Row(tuple(repaired(cell).strip() for cell in row), place, text.tell(), reader.line_num, lines)
        place, lines = text.tell(), reader.line_num
        if lines >= LINES_LOOKED_AT:
            return


def _head_place(rows: Sequence[_Row]) -> int:
    """The place of the row with the headers: as long as the rows, with the most known headers, of those the fullest."""
    filled, cells = _usual([row.filled for row in rows]), _usual([len(row.cells) for row in rows])
    first = enumerate(rows[:ROWS_ABOVE])
    long_enough = [place for place, row in first if row.filled > filled / 2 and len(row.cells) > cells / 2]
    known = {place: _known(rows[place].cells) for place in long_enough or [0]}
    return max(
        known,
        key=lambda place: (
            known[place],
            _reads_like_headers(rows[place]),
            _names_a_day(rows[place]),
            rows[place].filled,
            -place,
        ),
    )


def _usual(lengths: Sequence[int]) -> int:
    """The most frequent length above one; 1 where all are shorter."""
    found = Counter(length for length in lengths if length > 1).most_common(1)
    return found[0][0] if found else 1


def _reads_like_headers(row: _Row) -> bool:
    """Whether most of its cells are words and not numbers or dates."""
    return 2 * sum(NUMBER.fullmatch(cell) is None for cell in row.cells if cell) > row.filled


def _names_a_day(row: _Row) -> bool:
    """Whether one of its cells is a header of dates: of two rows of headers it is the one that names the columns."""
    return any(header_key(cell) in SALES_HEADERS[DAY] for cell in row.cells)


def _headless(rows: Sequence[_Row], place: int) -> _Row | None:
    """An empty row with made-up headers where the table begins with its first sale; None where it has headers."""
    cells = rows[place].cells
    dates = [column for column, cell in enumerate(cells) if DATE.match(cell)]
    if _known(cells) or len(dates) != 1 or place + 1 >= len(rows):
        return None
    below = rows[place + 1].cells
    if len(below) != len(cells) or not DATE.match(below[dates[0]]):
        return None
    headers = tuple(f"Column {number}" for number in range(1, len(cells) + 1))
    row = rows[place]
    return _Row(headers, row.start, row.start, row.lines_before, row.lines_before)


def _known(headers: Sequence[str]) -> int:
    return len({header_key(header) for header in headers} & KNOWN)
