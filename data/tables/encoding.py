"""The encoding of a text: by its mark, by what decodes, and among Windows code pages by what reads like a language."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from data.tables.spelling import is_western, pages_that_spell, without_lonely_signs

SAMPLE_BYTES = 1 << 16
CHUNK = 1 << 22
CODE_PAGES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "cp850"]  # the likeliest first
WESTERN = "cp1252"
MORE_CHAOS, LESS_COHERENCE = 0.02, 0.1  # as much worse may the code page of Western Europe look and still be taken
LEAST_LETTERS = 6  # with fewer no language can be heard, as where the only sign beyond ASCII is that of a currency
NOT_ASCII_BYTE = re.compile(rb"[\x80-\xff]")


def encoding_of(content: bytes) -> str:
    """Name of the encoding of a text.

    >>> encoding_of("Crème".encode("cp1252")), encoding_of("Хлеб и молоко".encode("cp1251"))
    ('cp1252', 'cp1251')
    """
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:SAMPLE_BYTES]
    if sample.count(0) > len(sample) / 4:
        return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    return "utf-8" if _is_utf8(content) else _code_page(content)


def as_utf8(content: bytes, encoding: str) -> bytes:
    """The same text in UTF-8 without a mark; bytes that mean nothing become the replacement character."""
    if encoding == "utf-8":
        return content
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    parts = [decoder.decode(content[start : start + CHUNK]).encode() for start in range(0, len(content), CHUNK)]
    return b"".join((*parts, decoder.decode(b"", final=True).encode()))


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), CHUNK):
            decoder.decode(content[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _code_page(content: bytes) -> str:
    """That of Western Europe where its languages spell all words or no page reads better, else what reads best."""
    sample = without_lonely_signs(_telling_sample(content))
    pages = pages_that_spell(sample, CODE_PAGES)
    if len(NOT_ASCII_BYTE.findall(sample)) < LEAST_LETTERS:
        return pages[0]
    if WESTERN in pages and is_western(sample.decode(WESTERN, errors="replace")):
        return WESTERN
    matches = list(from_bytes(sample, cp_isolation=pages, enable_fallback=False))
    if not matches:
        return pages[0]
    if any(WESTERN in match.could_be_from_charset for match in _good(matches)):
        return WESTERN
    return matches[0].encoding


def _good(matches: list[CharsetMatch]) -> list[CharsetMatch]:
    best = matches[0]
    return [
        match
        for match in matches
        if match.chaos <= best.chaos + MORE_CHAOS and match.coherence >= best.coherence - LESS_COHERENCE
    ]


def _telling_sample(content: bytes) -> bytes:
    """The first different lines that have more than ASCII: the others tell nothing."""
    lines: dict[bytes, None] = {}
    size, place = 0, 0
    while size <= SAMPLE_BYTES and (found := NOT_ASCII_BYTE.search(content, place)) is not None:
        end = content.find(b"\n", found.start())
        place = end if end >= 0 else len(content)
        line = content[content.rfind(b"\n", 0, found.start()) + 1 : place][:SAMPLE_BYTES]
        if line not in lines:
            lines[line] = None
            size += len(line)
    return b"\n".join(lines)
