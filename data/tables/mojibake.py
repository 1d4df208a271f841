"""Text that was written as UTF-8 and read as a Windows code page: 'â‚¬' for '€'."""

import re

SIGNS = re.compile(r"[ÃÂâÅÄð]")


def repaired(text: str) -> str:
    """The text as it was meant; unchanged where it does not read as mojibake.

    >>> repaired("0,90 â‚¬"), repaired("CrÃ¨me"), repaired("Pâté")
    ('0,90 €', 'Crème', 'Pâté')
    """
    if not SIGNS.search(text):
        return text
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return text


def _byte(character: str) -> bytes:
    # Five bytes have no sign in cp1252; programs that misread them keep the control character of the same number.
    return character.encode("latin-1") if "\x80" <= character <= "\x9f" else character.encode("cp1252")
