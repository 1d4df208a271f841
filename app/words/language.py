"""The language the owner reads: her texts come from catalogues (gettext), one `.po` file per language.

A shop has one owner, so a process speaks one language at a time. Texts are written in English in the code, wrapped in
`_`, and looked up when they are shown; constants are marked by `N_` and wrapped in `_` where they are used.
"""

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de", "fr", "es")
CATALOGUES = Path(__file__).parents[1] / "translations"

_spoken = ENGLISH


def use_language(language: str) -> None:
    """From now on speak `language`, one of LANGUAGES; any other is English."""
    global _spoken
    _spoken = language if language in LANGUAGES else ENGLISH


def locale() -> Locale:
    """The locale by which numbers, days and money are written."""
    return Locale.parse(_spoken)


def _(text: str) -> str:
    """The text in the language spoken; as it is where the catalogue lacks it."""
    return _catalogue(_spoken).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for `count` things in the language spoken."""
    return _catalogue(_spoken).ngettext(one, many, int(count))  # numpy counts as well


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a constant as a text to be translated where it is shown."""
    return text


@cache
def _catalogue(language: str) -> NullTranslations:
    file = CATALOGUES / f"{language}.po"
    if not file.is_file():
        return NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
