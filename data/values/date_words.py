"""Names of months and weekdays in English, German, French, Spanish, Italian, Portuguese and Dutch, also cut short."""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST = 3
_LETTERS = re.compile(r"[a-z]+")

_MONTHS = """
    january february march april may june july august september october november december
    januar februar marz april mai juni juli august september oktober november dezember
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
    januari februari maart april mei juni juli augustus september oktober november december
"""
_SHORT_MONTHS = {"maerz": 3, "mrz": 3, "mrt": 3, "jaen": 1, "janner": 1, "jaenner": 1, "feber": 2, "juil": 7, "jul": 7}
_SHORT_MONTHS |= {"jun": 6, "sept": 9, "set": 9, "out": 10, "may": 5, "mai": 5, "mei": 5, "mag": 5, "mar": 3}

_WEEKDAYS = """
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo
    lunedi martedi mercoledi giovedi venerdi sabato domenica
    segunda terca quarta quinta sexta sabado domingo
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_SHORT_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6, "sonnabend": 5, "tues": 1, "thurs": 3}
_SHORT_WEEKDAYS |= {"ma": 0, "wo": 2, "vr": 4, "za": 5, "zo": 6, "mar": 1, "mer": 2, "jeu": 3, "sex": 4, "dom": 6}


def plain_words(text: str) -> list[str]:
    """The words of a text without accents and capitals.

    >>> plain_words("1. März 2024"), plain_words("Sexta-feira")
    (['marz'], ['sexta', 'feira'])
    """
    folded = text.casefold()
    if not folded.isascii():
        letters = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _LETTERS.findall(folded)


def month_of(words: Iterable[str]) -> int:
    """The month, 1 to 12, that one of the words names; 0 where none does.

    >>> month_of(["feb"]), month_of(["juillet"]), month_of(["ott"]), month_of(["de"])
    (2, 7, 10, 0)
    """
    return next((MONTHS[word] for word in words if word in MONTHS), 0)


def weekday_of(words: Iterable[str]) -> int:
    """The weekday that one of the words names, Monday being 0; -1 where none does.

    >>> weekday_of(["thursday"]), weekday_of(["mi"]), weekday_of(["de"])
    (3, 2, -1)
    """
    return next((WEEKDAYS[word] for word in words if word in WEEKDAYS), -1)


def _cut_short(names: str, *, round_of: int, first: int) -> dict[str, int]:
    """Every beginning of the names, three letters or longer, that means one thing only."""
    meanings: dict[str, set[int]] = {}
    for place, name in enumerate(names.split()):
        for length in range(SHORTEST, len(name) + 1):
            meanings.setdefault(name[:length], set()).add(place % round_of + first)
    return {word: next(iter(found)) for word, found in meanings.items() if len(found) == 1}


MONTHS = _cut_short(_MONTHS, round_of=12, first=1) | _SHORT_MONTHS
WEEKDAYS = _cut_short(_WEEKDAYS, round_of=7, first=0) | _SHORT_WEEKDAYS
