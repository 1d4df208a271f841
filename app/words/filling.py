"""Sentences with their values filled in: the part that problems, notes and questions have in common."""

from collections.abc import Mapping
from datetime import date

from app.words.formats import day_text, decimals_text, units_text
from app.words.language import _, ngettext

ROWS_NAMED = 5


def filled(sentences: Mapping[str, str], code: str, values: Mapping[str, object]) -> str:
    """The sentence of a code in the owner's language; an unknown code is told with its values, so none is hidden."""
    told = {name: listed(value) for name, value in values.items()}
    if code in sentences:
        return _(sentences[code]).format_map(told)
    rest = ", ".join(f"{name} {value}" for name, value in told.items())
    return f"{code.replace('_', ' ').capitalize()}: {rest}."


def listed(value: object) -> str:
    """A value as it stands within a sentence."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    if isinstance(value, date):
        return day_text(value)
    return decimals_text(value) if isinstance(value, float) else str(value)


def rows_text(rows: tuple[int, ...]) -> str:
    """The rows of a file that a sentence is about, the first of them named.

    >>> rows_text((7,)), rows_text((2, 3))
    ('Row 7', '2 rows (2, 3)')
    """
    named = ", ".join(map(str, rows[:ROWS_NAMED])) + (", ..." if len(rows) > ROWS_NAMED else "")
    text = ngettext("Row {named}", "{count} rows ({named})", len(rows))
    return text.format(count=units_text(len(rows)), named=named)
