"""A file's content as UTF-8 text, with the encoding it was found in."""

import codecs
import gzip
import hashlib
import re
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from data.problems import FileRejected, Problem

MAXIMUM_MEGABYTES = 500
SAMPLE_BYTES = 1 << 16
CHUNK = 1 << 22
MOST_CONTROL_CHARACTERS = 0.01  # share of the sample; text has none

KINDS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture or a sound",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "an Excel workbook or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"SQLite format 3": "a database",
}
GZIP = b"\x1f\x8b"
SOMETHING = re.compile(rb"\S")


@dataclass(frozen=True)
class RawFile:
    """content: the bytes as UTF-8 without a mark at the start. content_hash: SHA-256 of the bytes found, unzipped."""

    name: str
    content: bytes
    encoding: str
    content_hash: str

    def without_content(self) -> "RawFile":
        """The same, for when the content has been read and its memory is needed."""
        return replace(self, content=b"")


def read_raw_file(path: Path) -> RawFile:
    """The text of a file, plain or gzip. Raises FileRejected where it is missing, empty, too large or no text."""
    if not path.is_file():
        raise FileRejected(Problem("not_a_file", {"file": path.name}))
    found = _unzipped(path)
    kind = _kind(found)
    if kind:
        raise FileRejected(Problem("not_a_table", {"file": path.name, "found": kind}))
    encoding = _encoding(found)
    content = _as_utf8(found, encoding)
    if SOMETHING.search(content) is None:
        raise FileRejected(Problem("empty_file", {"file": path.name}))
    if _is_binary(content):
        raise FileRejected(Problem("not_a_table", {"file": path.name, "found": "no text"}))
    return RawFile(path.name, content, encoding, hashlib.sha256(found).hexdigest())


def _unzipped(path: Path) -> bytes:
    limit = MAXIMUM_MEGABYTES * 1_000_000
    with path.open("rb") as file:
        start = file.read(len(GZIP))
        file.seek(0)
        try:
            content = gzip.GzipFile(fileobj=file).read(limit + 1) if start == GZIP else file.read(limit + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise FileRejected(Problem("damaged_file", {"file": path.name})) from error
    if len(content) > limit:
        raise FileRejected(Problem("file_too_large", {"file": path.name, "limit": MAXIMUM_MEGABYTES}))
    return content


def _kind(content: bytes) -> str:
    return next((kind for start, kind in KINDS.items() if content.startswith(start)), "")


def _encoding(content: bytes) -> str:
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:SAMPLE_BYTES]
    if sample.count(0) > len(sample) / 4:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8" if _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), CHUNK):
            decoder.decode(content[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _as_utf8(content: bytes, encoding: str) -> bytes:
    if encoding == "utf-8":
        return content
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    parts = [decoder.decode(content[start : start + CHUNK]).encode() for start in range(0, len(content), CHUNK)]
    return b"".join((*parts, decoder.decode(b"", final=True).encode()))


def _is_binary(content: bytes) -> bool:
    sample = content[:SAMPLE_BYTES]
    odd = len(re.findall(rb"[\x00-\x08\x0e-\x1f]", sample)) + sample.count("\ufffd".encode())
    return odd > MOST_CONTROL_CHARACTERS * len(sample) or b"\x00" in content
