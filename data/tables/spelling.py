"""Which letters words are made of, and so which code pages a text can be written in."""

import re
import unicodedata
from collections.abc import Iterable

LONELY_BYTES = re.compile(rb"(?<![A-Za-z\x80-\xff])[\x80-\xff](?![A-Za-z\x80-\xff])")
IN_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
WITHIN_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?=[A-Za-z])")
FOREIGN_WORD = re.compile(r"[^\x00-\x7f]{3}")  # no word of Western Europe has three such letters in a row
MARKS_IN_WORDS = "’´·"  # l’eau, col·legi
MORE_FOREIGN = 0.1  # share of characters that spell no word, above that of the page that spells best

# The letters of the languages of Western Europe, each with those of the loan words on their menus.
_ALPHABETS = (
    "äöüßéèêëàâæçîïôœùûÿñ",  # German, French
    "áéíóúñüçàèïò",  # Spanish, Catalan
    "áâãàçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "áäéèêëíïóöôüûçñà",  # Dutch
    "æøåäöéèêüàô",  # Danish, Norwegian, Swedish, Finnish
)
WESTERN_ALPHABETS = tuple(frozenset(letters) for letters in _ALPHABETS)


def without_lonely_signs(content: bytes) -> bytes:
    """The bytes without those beyond ASCII that touch no letter: the sign of a currency spells no word.

    >>> without_lonely_signs("Gemüse; 5 €".encode("cp1252")).decode("cp1252")
    'Gemüse; 5 '
    """
    return LONELY_BYTES.sub(b"", content)


def pages_that_spell(content: bytes, pages: Iterable[str]) -> list[str]:
    """The code pages in which words are made of Latin letters only, or of others only, as far as any is.

    >>> pages_that_spell("Müsli für Gäste".encode("cp1252"), ["cp1252", "cp1251", "cp850"])
    ['cp1252']
    """
    shares = {page: _foreign_share(content.decode(page, errors="replace")) for page in pages}
    return [page for page, share in shares.items() if share <= min(shares.values()) + MORE_FOREIGN]


def is_western(text: str) -> bool:
    """Whether all letters beyond ASCII are of one alphabet of Western Europe.

    >>> is_western("Pão, açúcar, maçã"), is_western("øízek, èaj, sýr")
    (True, False)
    """
    if FOREIGN_WORD.search(text):
        return False
    letters = {letter for letter in text.lower() if letter > "\x7f" and letter.isalpha()}
    return any(letters <= alphabet for alphabet in WESTERN_ALPHABETS)


def _foreign_share(text: str) -> float:
    """Share of the characters beyond ASCII beside Latin letters that are none."""
    beside = IN_WORD.findall(text)
    letters = [sign for sign in beside if sign.isalpha()]
    foreign = sum(not unicodedata.name(letter, "").startswith(("LATIN", "FEMININE", "MASCULINE")) for letter in letters)
    signs = sum(not (sign.isalpha() or sign in MARKS_IN_WORDS) for sign in WITHIN_WORD.findall(text))
    return (foreign + signs) / max(len(beside), 1)
