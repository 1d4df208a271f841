"""One trap: what makes a file hard to read, and what of the file it changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.corpus.draft import Draft

TEXT = frozenset({"text"})  # what a workbook does not have: encoding, delimiter, line ends, quotes
ITEMS, DATES, MONEY, UNITS, LAYOUT, LINES, HEADERS = (
    frozenset({name}) for name in ("items", "dates", "money", "units", "layout", "lines", "headers")
)


@dataclass(frozen=True)
class Trap:
    """touches: what of a file it changes; two traps meet in a file where they touch different things."""

    name: str
    change: Callable[[Draft], Draft]
    touches: frozenset[str]


def set_trap(trap: str, touches: frozenset[str], /, **changes: object) -> Trap:
    """A trap that sets fields of the draft."""
    return Trap(trap, lambda draft: replace(draft, **changes), touches)  # type: ignore[arg-type]
