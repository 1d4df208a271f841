"""A file's content, taken out of gzip or of a zip archive of one file."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.problems import FileRejected, Problem

MAXIMUM_MEGABYTES = 500
GZIP, ZIP, OLD_WORKBOOK = b"\x1f\x8b", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
NAMES_SHOWN = 5
DAMAGED = (  # all that gzip and zipfile raise where the bytes are not what they should be
    *(OSError, EOFError, ValueError, KeyError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
)
OF_THE_SYSTEM = ("__MACOSX/", ".")  # what a Mac or a folder view adds to an archive


@dataclass(frozen=True)
class Unpacked:
    """content: the bytes of the table or workbook. inner_name: its name inside an archive, "" outside one."""

    content: bytes
    inner_name: str = ""


def unpacked(path: Path, *, at_most: int | None = None) -> Unpacked:
    """The content of a file, plain, in gzip or in a zip archive of one file; workbooks are left as they are.

    `at_most` is how many bytes are wanted, by default all; a workbook comes whole, since its parts mean nothing.

    Raises FileRejected where it is missing, damaged, larger than 500 MB unpacked, or an archive of several files.
    """
    if not path.is_file():
        raise FileRejected(Problem("not_a_file", {"file": path.name}))
    with path.open("rb") as file:
        is_plain = not file.read(4).startswith((GZIP, ZIP, OLD_WORKBOOK))
        file.seek(0)
        content = _read(file, path.name, at_most if is_plain else None)
    try:
        if content.startswith(GZIP):
            return Unpacked(_from_gzip(content, path.name, at_most))
        if content.startswith(ZIP):
            return _from_archive(content, path.name, at_most)
    except zipfile.BadZipFile as error:
        found = "a damaged Excel workbook or zip archive"
        raise FileRejected(Problem("not_a_table", {"file": path.name, "found": found})) from error
    except RuntimeError as error:
        is_locked = "password" in str(error)  # the only way in which zipfile says it
        code = "password_protected" if is_locked else "damaged_file"
        raise FileRejected(Problem(code, {"file": path.name})) from error
    except DAMAGED as error:
        raise FileRejected(Problem("damaged_file", {"file": path.name})) from error
    return Unpacked(content)


def _from_gzip(content: bytes, name: str, at_most: int | None) -> bytes:
    """What a gzip file holds. One of a single part, as nearly all are, is unpacked in one go: the quickest way."""
    part = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    found = part.decompress(content, at_most or MAXIMUM_MEGABYTES * 1_000_000)
    if (part.eof and not part.unused_data) or len(found) == at_most:
        return found
    return _read(gzip.GzipFile(fileobj=io.BytesIO(content)), name, at_most)


def _from_archive(content: bytes, name: str, at_most: int | None) -> Unpacked:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if {"[Content_Types].xml", "mimetype"} & set(archive.namelist()):
            return Unpacked(content)
        members = [member for member in archive.infolist() if not _is_of_the_system(member)]
        if len(members) != 1:
            shown = [member.filename for member in members[:NAMES_SHOWN]]
            raise FileRejected(Problem("several_files", {"file": name, "count": len(members), "found": shown}))
        with archive.open(members[0]) as file:
            return Unpacked(_read(file, name, at_most), members[0].filename)


def _is_of_the_system(member: zipfile.ZipInfo) -> bool:
    plain = member.filename.rsplit("/", 1)[-1]
    return member.is_dir() or member.filename.startswith(OF_THE_SYSTEM) or plain.startswith(".")


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def _read(file: _Readable, name: str, at_most: int | None) -> bytes:
    if at_most is not None:
        return file.read(at_most)
    limit = MAXIMUM_MEGABYTES * 1_000_000
    content = file.read(limit + 1)
    if len(content) > limit:
        raise FileRejected(Problem("file_too_large", {"file": name, "limit": MAXIMUM_MEGABYTES}))
    return content
