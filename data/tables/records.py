"""The records of a table that is not clean: ragged rows, blank lines, quotes around line breaks or never closed."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

QUOTE = '"'
LINE_ENDS = ("\n", "\r")


@dataclass(frozen=True)
class Record:
    """cells: the cells of one row, blank ones beyond the width dropped. line: where it starts in the file.

    is_cut_off: whether the file ends in the middle of its line.
    """

    cells: list[str]
    line: int
    is_cut_off: bool = False


def records(lines: Iterable[str], *, delimiter: str, width: int, first_line: int) -> Iterator[Record]:
    """The rows of a table `width` columns wide, with the line they start on.

    A quote that is never closed would swallow the rows behind it in silence; lines that were read together and make no
    row, or hold one by themselves, are read one by one without regard to quotes.
    """
    tape = _Tape(lines)
    reader = csv.reader(tape, delimiter=delimiter)
    line = first_line
    while True:
        cells = _next(reader)
        if not tape.taken:
            return
        if cells is None or (len(tape.taken) > 1 and _is_swallowed(cells, tape.taken, delimiter, width)):
            yield from _one_by_one(tape.taken, delimiter, width, line)
        else:
            yield Record(_fitted(cells, width), line, not tape.taken[-1].endswith(LINE_ENDS))
        line += len(tape.taken)
        tape.taken.clear()


class _Tape:
    """Lines that remember which of them the record being read has taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.taken.append(line)
        return line


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    """The next record; None at the end, and where a cell grows beyond what the csv module takes."""
    try:
        return next(reader, None)
    except csv.Error:
        return None


def _is_swallowed(cells: list[str], lines: list[str], delimiter: str, width: int) -> bool:
    """Whether lines read as one are rows of their own: one is as wide as the table and begins like the first."""
    if len(_fitted(cells, width)) != width or not _is_well_quoted(lines, delimiter):
        return True
    begins = _outline(cells[0])
    alone = (_fitted(next(csv.reader([line], delimiter=delimiter), []), width) for line in lines[1:])
    return any(len(some) == width and _outline(some[0]) == begins for some in alone)


def _is_well_quoted(lines: list[str], delimiter: str) -> bool:
    """Whether every quote that closes is the end of its cell."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _outline(text: str) -> str:
    """The kind of a text: 2024-01-02 and 2024-11-30 are alike, as are all words."""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "9", text))


def _one_by_one(lines: list[str], delimiter: str, width: int, first_line: int) -> Iterator[Record]:
    for line, text in enumerate(lines, first_line):
        cells = _fitted(next(csv.reader([text], delimiter=delimiter), []), width)
        if len(cells) != width:
            cells = _fitted(next(csv.reader([text], delimiter=delimiter, quoting=csv.QUOTE_NONE), []), width)
            cells = [cell.strip().removeprefix(QUOTE) for cell in cells]
        yield Record(cells, line, not text.endswith(LINE_ENDS))


def _fitted(cells: list[str], width: int) -> list[str]:
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells
