"""Up to which day the shop's sales are complete: what comes later is kept, and left out of forecasts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, func, select

from data.epoch_days import date_of
from data.schema import day_ends, imports, sales
from data.shop import Shop, reading

WEEKS_WATCHED = 8
MISSED_AT_MOST_DAYS = 14  # a till that is silent for longer is no longer waited for


@dataclass(frozen=True)
class SalesEnd:
    """last_day: the last day with sales. complete_until: the last day on which no sales are missing.

    last_minute: of the last sale known of the day after complete_until, where that day was not over yet at its export.
    late_till: the till whose sales of that day are still missing. Both are None where nothing is missing.
    open_days: all days that were not over at their export and that no later file has completed.
    """

    last_day: date
    complete_until: date
    last_minute: int | None = None
    late_till: int | None = None
    open_days: tuple[date, ...] = ()

    @property
    def is_complete(self) -> bool:
        return self.complete_until >= self.last_day


def sales_end(shop: Shop) -> SalesEnd | None:
    """How far the shop's sales go; None where there are none."""
    with reading(shop) as connection:
        tills = connection.execute(select(imports.c.source_id).distinct().order_by(imports.c.source_id)).scalars().all()
        days = {till: found for till in tills if len(found := _last_days(connection, till))}
        open_days = _open_days(connection)
    if not days:
        return None
    last = max(int(found[-1]) for found in days.values())
    missing = {last + 1: (None, None)} | {
        day: (minute, None) for (till, day), minute in open_days.items() if till in days and day == days[till][-1]
    }
    missing |= {
        int(found[-1]) + _longest_gap(found): (None, till) for till, found in days.items() if _is_late(found, last)
    }
    first = min(missing)
    minute, late_till = missing[first]
    told = tuple(date_of(day) for day in sorted({day for _, day in open_days}))
    return SalesEnd(date_of(last), date_of(first - 1), minute, late_till, told)


def _last_days(connection: Connection, till: int) -> NDArray[np.int64]:
    """The epoch days of the last weeks on which a till sold, in their order."""
    is_of_till = sales.c.source_id == till
    last = connection.execute(select(func.max(sales.c.epoch_day)).where(is_of_till)).scalar_one()
    if last is None:
        return np.empty(0, dtype=np.int64)
    query = select(sales.c.epoch_day).distinct().where(is_of_till, sales.c.epoch_day > last - 7 * WEEKS_WATCHED)
    return np.sort(np.array(connection.execute(query).scalars().all(), dtype=np.int64))


def _open_days(connection: Connection) -> dict[tuple[int, int], int | None]:
    """Last minute by till and day, of the days that were not over when they were exported."""
    ends = day_ends.c
    query = select(imports.c.source_id, ends.epoch_day, ends.last_minute, ends.is_complete).join(imports)
    newest: dict[tuple[int, int], Row[tuple[int, int, int | None, bool]]] = {}
    rows: Iterable[Row[tuple[int, int, int | None, bool]]] = connection.execute(query.order_by(ends.import_id))
    for row in rows:
        newest[row.source_id, row.epoch_day] = row
    return {place: row.last_minute for place, row in newest.items() if not row.is_complete}


def _is_late(days: NDArray[np.int64], last: int) -> bool:
    """Whether a till is silent for longer than it ever was lately, and not for so long that it must be gone."""
    return _longest_gap(days) <= last - int(days[-1]) <= MISSED_AT_MOST_DAYS


def _longest_gap(days: NDArray[np.int64]) -> int:
    """Days from one day with sales to the next, at most."""
    return int(np.diff(days).max()) if len(days) > 1 else 1
