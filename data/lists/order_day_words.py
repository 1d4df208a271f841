"""Order days as people write them in lists, in seven languages: "Mon and Thu", "every 14 days from 2026-01-05"."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.values.date_words import plain_words, weekday_of
from data.values.dates import parse_days

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
_ANY = """
    any anyday everyday daily always taglich jederzeit jedentag toujours touslesjours quotidien diario todoslosdias
    siempre tuttiigiorni ognigiorno giornaliero sempre todososdias diariamente elkedag dagelijks altijd alledagen
    alletage
"""
_NEVER = """
    never none noorders takesnoorders nie niemals keine keinebestellung keinebestellungen jamais aucun aucune nunca
    ninguno mai nessuno nooit geen
"""
_FILLERS = """
    and und et y e en ed on am le les each every jeden jede immer chaque tous cada los las ogni il elke op weekly
    feira the
"""
_DAYS = "day days tag tage tagen jour jours dia dias giorno giorni dag dagen"
_WEEKS = "week weeks woche wochen semaine semaines semana semanas settimana settimane weken wk wks"
ANY, NEVER, FILLERS = frozenset(_ANY.split()), frozenset(_NEVER.split()), frozenset(_FILLERS.split())
DAY_WORDS, WEEK_WORDS = frozenset(_DAYS.split()), frozenset(_WEEKS.split())
WORKING_DAYS = frozenset({"weekdays", "weekday", "werktags", "werktage", "doordeweeks"})
TO = r"\s*(?:-|–|—|\bto\b|\bbis\b|\bau\b|\btot\b|\bthrough\b|\ba\b|\bà\b)\s*"
NUMBER_OF = re.compile(r"(\d{1,3})\s*([^\W\d_]+)")
FROM = re.compile(r"\b(?:from|starting|since|ab|seit|partir|depuis|desde|dal|da|vanaf|sinds|du|del|de)\W+(\S*\d.*)$")


@dataclass(frozen=True)
class Rhythm:
    """An order day every so many days, `start` being one."""

    every: int
    start: date


def says_any_day(text: str) -> bool:
    """Whether a text says that orders are taken on any day."""
    return "".join(plain_words(text)) in ANY


def says_never(text: str) -> bool:
    """Whether a text says that no orders are taken."""
    return "".join(plain_words(text)) in NEVER


def weekdays_in(text: str) -> tuple[int, ...]:
    """The weekdays that a text names, Monday being 0; none where it says anything else as well.

    >>> weekdays_in("Mon and Thu"), weekdays_in("Mo-Fr"), weekdays_in("every second Tuesday")
    ((0, 3), (0, 1, 2, 3, 4), ())
    """
    folded = re.sub(r"-\s*feira", "", " ".join(text.split()).casefold())
    if {"".join(plain_words(folded))} <= WORKING_DAYS:
        return MONDAY_TO_FRIDAY
    found: set[int] = set()
    for piece in re.split(r"[,;/+&|]", folded):
        days = _piece_days(piece)
        if days is None:
            return ()
        found |= days
    return tuple(sorted(found))


def rhythm_in(text: str) -> Rhythm | None:
    """Every so many days or weeks from a date on; None where the text does not say both, or the date is not plain.

    >>> rhythm_in("alle 2 Wochen ab 05.01.2026")
    Rhythm(every=14, start=datetime.date(2026, 1, 5))
    >>> rhythm_in("every 14 days from 1/5/2026")
    """
    folded = " ".join(text.split()).casefold()
    number, start = NUMBER_OF.search(folded), FROM.search(folded)
    if number is None or start is None or number.start() > start.start():
        return None
    unit = "".join(plain_words(number[2]))
    length = 7 if unit in WEEK_WORDS else 1 if unit in DAY_WORDS else 0
    day = plain_day(start[1])
    return Rhythm(length * int(number[1]), day) if length and day is not None else None


def _piece_days(piece: str) -> set[int] | None:
    """The weekdays of a text without commas, a range filled; None where a word means something else."""
    ends = [weekday_of(plain_words(end)) for end in re.split(TO, piece.strip())]
    if len(ends) == 2 and min(ends) >= 0:
        first, last = ends
        return {day % 7 for day in range(first, last + 1 if last >= first else last + 8)}
    if re.search(r"\d", piece):
        return None
    words = [word for word in plain_words(piece) if word not in FILLERS]
    days = [weekday_of([word.removesuffix("s")]) if weekday_of([word]) < 0 else weekday_of([word]) for word in words]
    return set(days) if min(days, default=0) >= 0 else None


def plain_day(text: str) -> date | None:
    """A date that can be read in one way only."""
    found = parse_days(np.array([text.strip(" .")], dtype=object))
    if found.evidence == "assumed" or np.isnat(found.days[0]):
        return None
    return date.fromordinal(int(found.days[0].astype("datetime64[D]").astype(int)) + date(1970, 1, 1).toordinal())
