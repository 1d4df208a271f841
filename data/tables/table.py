"""A table of texts from a file's content, with the line of the file that each row stands on."""

import io
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
from numpy.typing import NDArray

from data.report import Note
from data.tables.column import Column
from data.tables.mojibake import repaired
from data.tables.raw_file import SOMETHING, RawFile
from data.tables.records import Record, records
from data.tables.table_head import TableHead

BLOCK_BYTES = 1 << 22
RECORDS_AT_ONCE = 50_000
TEXT = pa.dictionary(pa.int32(), pa.string())

Lines = NDArray[np.int64]
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Table:
    """columns: by canonical name. lines: of each row in the file, the first being 1, (n_rows,).

    ragged: lines that make no row, by the reason `blank`, `too_few_cells` or `too_many_cells`; not in the columns.
    """

    columns: Mapping[str, Column]
    lines: Lines
    ragged: Mapping[str, Lines]
    notes: tuple[Note, ...]


def read_table(
    raw: RawFile,
    head: TableHead,
    places: Mapping[str, int],
    *,
    needed: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Table:
    """The columns at these places of a file, as text. No cell is judged, no row is dropped in silence.

    Rows that end before the last column are filled with blank cells if they have all `needed` columns, by default all.

    >>> from data.tables.table_head import read_head
    >>> raw = RawFile("sales.csv", b"date,units\\n2024-01-01,3\\n\\n2024-01-02,4\\n", "utf-8", "")
    >>> table = read_table(raw, read_head(raw), {"units": 1})
    >>> list(table.columns["units"].texts), table.lines, table.ragged["blank"]
    (['3', '4'], array([2, 4]), array([3]))
    """
    if SOMETHING.search(raw.content, head.size) is None:
        columns = {name: pa.array([], TEXT) for name in places}
        return _table(columns, head, places, lines=np.empty(0, dtype=np.int64), ragged={})
    clean = _clean_columns(raw, head, places)
    if clean is not None:
        rows = len(next(iter(clean.values())))
        return _table(clean, head, places, lines=np.arange(rows) + head.lines + 1, ragged={})
    last_needed = max((place for name, place in places.items() if needed is None or name in needed), default=0)
    return _patient_table(raw, head, places, least_width=last_needed + 1, progress=progress)


def _clean_columns(raw: RawFile, head: TableHead, places: Mapping[str, int]) -> dict[str, Any] | None:
    """The columns by the fast parser, or None where not every line of the file is one row of the right width."""
    body = pa.py_buffer(raw.content)[head.size :]
    names = [str(place) for place in range(head.width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(body),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=BLOCK_BYTES, use_threads=False),
            parse_options=arrow_csv.ParseOptions(delimiter=head.delimiter, newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, TEXT),
                include_columns=sorted({str(place) for place in places.values()}),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    if table.num_rows != _line_count(raw.content, start=head.size):
        return None
    table = table.unify_dictionaries()
    return {name: table.column(str(place)).combine_chunks() for name, place in places.items()}


def _line_count(content: bytes, *, start: int) -> int:
    """Lines of the body; -1 where some end with a carriage return alone."""
    if b"\r" in content and content.count(b"\r") != content.count(b"\r\n"):
        return -1
    return content.count(b"\n", start) + (not content.endswith(b"\n"))


def _patient_table(
    raw: RawFile, head: TableHead, places: Mapping[str, int], *, least_width: int, progress: Progress | None
) -> Table:
    """The same, record by record, for files that are not clean."""
    file = io.BytesIO(raw.content)
    file.seek(head.size)
    lines = io.TextIOWrapper(file, "utf-8", errors="replace", newline="")
    found = records(lines, delimiter=head.delimiter, width=len(head.headers), first_line=head.lines + 1)
    kept: list[NDArray[np.int64]] = []
    ragged: dict[str, list[int]] = {}
    parts: dict[str, list[Any]] = {name: [] for name in places}
    for some in _batches(found):
        rows = [record for record in some if not _note_ragged(record, len(head.headers), least_width, ragged)]
        kept.append(np.array([record.line for record in rows], dtype=np.int64))
        for name, place in places.items():
            parts[name].append(pa.array([_cell(record, place) for record in rows], pa.string()).dictionary_encode())
        if progress is not None:
            progress(file.tell() / len(raw.content))
    columns = {name: pa.chunked_array(some, TEXT).unify_dictionaries().combine_chunks() for name, some in parts.items()}
    bad = {reason: np.array(found, dtype=np.int64) for reason, found in ragged.items()}
    return _table(columns, head, places, lines=np.concatenate(kept), ragged=bad)


def _batches(found: Iterator[Record]) -> Iterator[list[Record]]:
    while some := list(islice(found, RECORDS_AT_ONCE)):
        yield some


def _cell(record: Record, place: int) -> str:
    return record.cells[place] if place < len(record.cells) else ""


def _note_ragged(record: Record, width: int, needed: int, ragged: dict[str, list[int]]) -> bool:
    """Whether a record makes no row. One that ends early is a row if it has all cells that are `needed`."""
    if len(record.cells) == width or (needed <= len(record.cells) < width and not record.is_cut_off):
        return False
    is_blank = not any(cell.strip() for cell in record.cells)
    reason = "blank" if is_blank else "too_few_cells" if len(record.cells) < width else "too_many_cells"
    ragged.setdefault(reason, []).append(record.line)
    return True


def _table(
    columns: Mapping[str, Any], head: TableHead, places: Mapping[str, int], *, lines: Lines, ragged: Mapping[str, Lines]
) -> Table:
    found = {name: _column(head.headers[places[name]], column) for name, column in columns.items()}
    found = {name: _without_formulas(column) for name, column in found.items()}
    notes = _mojibake_notes(found)
    if notes:
        found = {name: column.mapped(repaired) for name, column in found.items()}
    return Table(found, lines, ragged, notes)


def _without_formulas(column: Column) -> Column:
    """Texts such as ="00123", by which programs keep a spreadsheet from taking codes for numbers, as 00123; and
    those with an apostrophe before what it would run as a formula, as our own lists write them, without it."""
    found = pa.array(column.texts, pa.string())
    if not any(pc.any(pc.starts_with(found, sign)).as_py() for sign in ('="', "'")):
        return column
    return column.mapped(_plain)


def _plain(text: str) -> str:
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text[1:] if text.startswith("'") and text[1:2] in tuple("=+-@") else text


def _column(header: str, column: Any) -> Column:
    texts = column.dictionary.to_numpy(zero_copy_only=False)
    return Column(header, texts, column.indices.to_numpy(zero_copy_only=False).astype(np.int64))


def _mojibake_notes(found: Mapping[str, Column]) -> tuple[Note, ...]:
    beyond_ascii = [text for column in found.values() for text in column.texts if not text.isascii()]
    changed = [(text, repaired(text)) for text in beyond_ascii if repaired(text) != text]
    if not changed:
        return ()
    before, after = changed[0]
    return (Note("mojibake_repaired", {"texts": len(changed), "found": before, "read_as": after}),)
