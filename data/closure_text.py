"""Closed periods of a supplier as one text: "2026-08-01 to 2026-08-21; 2026-12-24"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.lists.order_day_words import plain_day
from data.supplier_days import Closure
from data.value_rules import is_empty

TO = re.compile(r"\s+(?:-|–|—|to|until|bis|au|hasta|al|até|tot)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class ClosuresRule:
    """Closed periods in words; they are kept as closures_text writes them."""

    wanted: str = 'days such as "2026-08-01 to 2026-08-21; 2026-12-24"'
    empty: str | None = None
    longest_days: int | None = None

    def kept(self, found: object) -> str | None:
        if is_empty(found):
            return self.empty
        if not isinstance(found, str):
            raise ValueError
        periods = closures_said(found)
        if self.longest_days and any(days_in(period) > self.longest_days for period in periods):
            raise ValueError
        return closures_text(periods)


def days_in(period: Closure) -> int:
    """How many days a period has, its first and last included."""
    return (period.last_day - period.first_day).days + 1


def closures_said(text: str) -> tuple[Closure, ...]:
    """The periods that a text names; ValueError where a day can be read in two ways or a period ends too early.

    >>> [str(period.last_day) for period in closures_said("1 August 2026 to 21 August 2026; 2026-12-24")]
    ['2026-08-21', '2026-12-24']
    """
    return tuple(_period(piece) for piece in re.split(r"[;\n]", text) if piece.strip())


def closures_text(periods: Iterable[Closure]) -> str:
    """Periods as one text; closures_said reads it back."""
    return "; ".join(_text(period) for period in periods)


def _text(period: Closure) -> str:
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    return first if first == last else f"{first} to {last}"


def _period(piece: str) -> Closure:
    days = [plain_day(text) for text in TO.split(piece.strip())]
    first, last = days[0], days[-1]
    if len(days) > 2 or first is None or last is None or last < first:
        raise ValueError(f"closed periods must be {ClosuresRule.wanted}, got {piece!r}")
    return Closure(first, last)
