"""Which alerts are news: each comes once per cause, is silent once acted on, and comes back if that did not help.

Others keep the memory from day to day; here it is only read and made anew.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Status = Literal["new", "known", "silent", "returned"]
FORGOTTEN_AFTER_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class AlertMemory:
    """What is remembered of one cause: when it was first and last seen, and until when it is silent, if acted on."""

    first_seen: dt.date
    last_seen: dt.date
    silent_until: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class AlertNews:
    """The status of every cause that is there today, and the memory to keep for tomorrow."""

    status: dict[str, Status]
    memory: dict[str, AlertMemory]


def alert_key(code: str, product: str, *, cause: str = "") -> str:
    """The name of a cause: the same alert of the same product with another cause is another one.

    cause: what makes it another occurrence, such as the day of the last delivery or an order's number.

    >>> alert_key("late_delivery", "A-1", cause="order 12")
    'late_delivery|A-1|order 12'
    """
    return "|".join((code, product, cause))


def alert_news(keys: Iterable[str], *, memory: Mapping[str, AlertMemory], today: dt.date) -> AlertNews:
    """What today's causes are: new, known, silent (acted on) or returned (acted on, and still there after that).

    A cause that was away for a week is forgotten, and new if it comes again; a shorter gap is not news. Asked again on
    the same day with the memory of that day, it says the same.

    >>> news = alert_news(["a"], memory={}, today=dt.date(2026, 1, 5))
    >>> acted = silenced(news.memory, "a", until=dt.date(2026, 1, 9))
    >>> [alert_news(["a"], memory=acted, today=dt.date(2026, 1, day)).status["a"] for day in (9, 10)]
    ['silent', 'returned']
    """
    here = set(keys)
    kept = {
        key: known
        for key, known in memory.items()
        if key in here or (today - known.last_seen).days < FORGOTTEN_AFTER_DAYS or _still_silent(known, today)
    }
    status: dict[str, Status] = {}
    for key in sorted(here):
        known = kept.get(key)
        status[key] = _status(known, today)
        if known is None:
            kept[key] = AlertMemory(first_seen=today, last_seen=today)
        else:
            acted = known.silent_until if status[key] in ("silent", "returned") else None
            kept[key] = replace(known, last_seen=today, silent_until=acted)
    return AlertNews(status=status, memory=kept)


def silenced(memory: Mapping[str, AlertMemory], key: str, *, until: dt.date) -> dict[str, AlertMemory]:
    """The memory after the owner acted: silent up to and including the day by which it should have helped.

    Raises KeyError for a cause that was never seen.
    """
    return {**memory, key: replace(memory[key], silent_until=until)}


def _status(known: AlertMemory | None, today: dt.date) -> Status:
    if known is None:
        return "new"
    if _still_silent(known, today):
        return "silent"
    if known.first_seen == today:
        return "new"
    if known.silent_until is None or known.silent_until < known.last_seen < today:
        return "known"
    return "returned"


def _still_silent(known: AlertMemory, today: dt.date) -> bool:
    return known.silent_until is not None and today <= known.silent_until
