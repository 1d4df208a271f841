"""Days that may stand for weeks or months: a table of such sums looks like that of a shop that opens once a week."""

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.report import Question

PERIOD_DAYS = "period_days"
SINGLE, PERIOD = "day", "period"
FEWEST_WEEKS, FEWEST_MONTHS = 5, 4
SAYS_PERIOD = re.compile(r"week|woche|semaine|semana|settimana|month|monat|mois|mes\b|mese|maand|period", re.IGNORECASE)

WORDS_OF_A_PERIOD = 2  # "Week", "Month no"; more words tell of something else, as in "Weeks of cover"


def period_header(headers: Iterable[str]) -> str | None:
    """The header of the column that names weeks or months, None where there is none.

    >>> period_header(["Item", "Month", "Qty"]), period_header(["Item", "Lead time (weeks)"])
    ('Month', None)
    """
    short = (header for header in headers if len(header.split()) <= WORDS_OF_A_PERIOD)
    return next((header for header in short if SAYS_PERIOD.match(header.strip())), None)


def period_question(days: NDArray[np.datetime64], header: str, choices: ReadingChoices) -> tuple[Question, ...]:
    """Whether each day is a week or a month, where all are the same weekday, or the first or last of their months.

    days: of the rows that count, (n_rows,).
    """
    different = np.unique(days[~np.isnat(days)]).astype("datetime64[D]")
    if not (_are_weeks(different) or _are_months(different)) or choices.answer(PERIOD_DAYS, (SINGLE, PERIOD)):
        return ()
    values = {"column": header, "first": str(different[0]), "second": str(different[1])}
    guess = PERIOD if SAYS_PERIOD.search(header) else SINGLE
    return (Question(PERIOD_DAYS, values, (SINGLE, PERIOD), guess),)


def _are_weeks(days: NDArray[np.datetime64]) -> bool:
    return len(days) >= FEWEST_WEEKS and bool((np.diff(days).astype(np.int64) % 7 == 0).all())


def _are_months(days: NDArray[np.datetime64]) -> bool:
    """Whether all days are the first, or all the last, of months that follow each other."""
    if len(days) < FEWEST_MONTHS:
        return False
    firsts = days.astype("datetime64[M]")
    next_day = days + np.timedelta64(1, "D")
    are_firsts = (firsts.astype("datetime64[D]") == days).all()
    are_lasts = (next_day.astype("datetime64[M]").astype("datetime64[D]") == next_day).all()
    return bool((are_firsts or are_lasts) and (np.diff(firsts).astype(np.int64) == 1).all())
