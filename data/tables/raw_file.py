"""A file's content as UTF-8 text, with the encoding it was found in."""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from data.problems import FileRejected, Problem
from data.tables.encoding import SAMPLE_BYTES, as_utf8, encoding_of
from data.tables.packed import unpacked
from data.tables.workbook import is_workbook, read_workbook

START_BYTES = 1 << 20  # several times what the head of a table takes
MOST_CONTROL_CHARACTERS = 0.01  # share of the sample; text has none

KINDS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture or a sound",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a document or a spreadsheet that is no Excel workbook",
    b"SQLite format 3": "a database",
    b"<!DOCTYPE html": "a web page",
    b"<html": "a web page",
}
SOMETHING = re.compile(rb"\S")


@dataclass(frozen=True)
class RawFile:
    """content: the bytes as UTF-8 without a mark at the start. content_hash: SHA-256 of the bytes found, unpacked.

    sheet: of a workbook, the one whose table this is. sheets: all that hold as good a table.
    """

    name: str
    content: bytes
    encoding: str
    content_hash: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def without_content(self) -> "RawFile":
        """The same, for when the content has been read and its memory is needed."""
        return replace(self, content=b"")


def read_raw_file(path: Path, *, sheet: str = "") -> RawFile:
    """The text of a file: plain, in gzip, in a zip archive of one file, or a sheet of an Excel workbook as CSV.

    `sheet` is the sheet to take where a workbook has several. Raises FileRejected where the file is missing, empty, too
    large, damaged or no table.
    """
    return _raw_file(unpacked(path).content, path, sheet=sheet)


def read_raw_start(path: Path) -> RawFile:
    """The same of the first megabyte, for who asks how a file begins.

    Of a workbook it is the sheet most like a table of sales; the encoding is the one that the first megabyte shows.
    """
    found = unpacked(path, at_most=START_BYTES).content
    whole_lines = found.rfind(b"\n") + 1 if len(found) == START_BYTES else 0
    return _raw_file(found[: whole_lines or None], path, sheet="")


def _raw_file(found: bytes, path: Path, *, sheet: str) -> RawFile:
    content_hash = hashlib.sha256(found).hexdigest()
    if is_workbook(found):
        chosen = read_workbook(found, file_name=path.name, wanted=sheet)
        _check_something(chosen.content, path.name)
        return RawFile(path.name, chosen.content, "workbook", content_hash, chosen.name, chosen.alike)
    kind = next((kind for start, kind in KINDS.items() if found.startswith(start)), "")
    if kind:
        raise FileRejected(Problem("not_a_table", {"file": path.name, "found": kind}))
    encoding = encoding_of(found)
    content = as_utf8(found, encoding)
    _check_something(content, path.name)
    if _is_binary(content):
        raise FileRejected(Problem("not_a_table", {"file": path.name, "found": "no text"}))
    return RawFile(path.name, content, encoding, content_hash)


def _check_something(content: bytes, name: str) -> None:
    if SOMETHING.search(content) is None:
        raise FileRejected(Problem("empty_file", {"file": name}))


def _is_binary(content: bytes) -> bool:
    sample = content[:SAMPLE_BYTES]
    odd = len(re.findall(rb"[\x00-\x08\x0e-\x1f]", sample)) + sample.count("\ufffd".encode())
    return odd > MOST_CONTROL_CHARACTERS * len(sample) or b"\x00" in content
