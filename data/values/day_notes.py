"""What looks odd about the days of a file: days without any row, and weekdays that are not those of their dates."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, OTHER_DAY, WEEKDAY
from data.report import Note
from data.tables.column import Column
from data.values.date_order import witness_of

USUALLY_OPEN = 0.5  # share of a weekday's dates that have rows
FEWEST_DAYS = 28
FEWEST_MISSING = 5
MOST_WRONG = 0.05

Days = NDArray[np.datetime64]


def missing_days(days: Days) -> tuple[Note, ...]:
    """A note where five days or more have no row, on weekdays on which the shop is usually open.

    >>> days = np.delete(np.arange("2024-01-01", "2024-03-01", dtype="datetime64[D]"), range(20, 30))
    >>> missing_days(days)[0].values["days"]
    10
    """
    if len(days) < FEWEST_DAYS:
        return ()
    first, last = days.min(), days.max()
    every = np.arange(first, last + 1)
    has_rows = np.bincount((days - first).astype(np.int64), minlength=len(every)) > 0
    if has_rows.sum() < FEWEST_DAYS:
        return ()
    weekday = every.astype(np.int64) % 7
    share = np.bincount(weekday, weights=has_rows, minlength=7) / np.bincount(weekday, minlength=7)
    missing = every[~has_rows & (share >= USUALLY_OPEN)[weekday]]
    if len(missing) < FEWEST_MISSING:
        return ()
    return (Note("missing_days", {"days": len(missing), "first": str(missing[0]), "last": str(missing[-1])}),)


def wrong_weekdays(columns: Mapping[str, Column], days: Days) -> tuple[Note, ...]:
    """A note where a column of weekdays contradicts the dates, as in a copy whose dates were shifted."""
    for name in (WEEKDAY, OTHER_DAY):
        said = witness_of(columns[DAY], columns[name], kinds=["weekday"]) if name in columns else None
        if said is None:
            continue
        of_texts = np.full(len(columns[DAY].texts), np.datetime64("NaT", "D"))
        of_texts[columns[DAY].codes] = days
        found = of_texts[said.places]
        wrong = ~np.isnat(found) & ((found.astype(np.int64) + 3) % 7 != said.values)
        if said.weights[wrong].sum() > MOST_WRONG * said.weights.sum():
            place = said.places[np.argmax(wrong)]
            example = {"found": str(columns[DAY].texts[place]), "read_as": str(of_texts[place])}
            return (Note("weekdays_disagree", {"column": columns[name].header, **example}),)
    return ()
