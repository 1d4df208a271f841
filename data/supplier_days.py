"""The days on which a supplier takes orders: its order days, and the periods in which it is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from data.lists.order_day_words import rhythm_in, says_any_day, says_never, weekdays_in
from data.problems import Problem
from data.schema import supplier_closures
from data.shop import Shop, reading
from data.value_rules import BadValue, is_empty

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONGEST_RHYTHM = 365


@dataclass(frozen=True)
class OrderDaysSaid:
    """kind: "any" day; "weekdays", Monday being 0; "every" so many days, `start` being one; "never"; "unknown"."""

    kind: Literal["any", "weekdays", "every", "never", "unknown"]
    weekdays: tuple[int, ...] = ()
    every: int | None = None
    start: date | None = None


@dataclass(frozen=True)
class Closure:
    """The days from `first_day` to `last_day`, both included, on which a supplier is closed."""

    first_day: date
    last_day: date


@dataclass(frozen=True)
class OrderDaysRule:
    """Order days in words; they are kept as order_days_text writes them."""

    wanted: str = 'days such as "Mon, Thu", "every 14 days from 2026-01-05", "any" or "never"'

    def kept(self, found: object) -> str | None:
        if is_empty(found):
            return None
        if not isinstance(found, str):
            raise ValueError
        return order_days_text(order_days_said(found))


def order_days_said(text: str) -> OrderDaysSaid:
    """What a text says of order days; kind "unknown" of an empty one. ValueError where it says something else.

    >>> order_days_said("Mon, Thu").weekdays
    (0, 3)
    """
    rhythm = rhythm_in(text)
    if not text.strip():
        return OrderDaysSaid("unknown")
    if rhythm is not None and 1 <= rhythm.every <= LONGEST_RHYTHM:
        return OrderDaysSaid("every", every=rhythm.every, start=rhythm.start)
    if says_any_day(text):
        return OrderDaysSaid("any")
    if says_never(text):
        return OrderDaysSaid("never")
    weekdays = weekdays_in(text)
    if not weekdays:
        raise ValueError(f"order days must be {OrderDaysRule.wanted}, got {text!r}")
    return OrderDaysSaid("weekdays", weekdays)


def order_days_text(said: OrderDaysSaid) -> str:
    """Order days as they are kept; order_days_said reads them back.

    >>> order_days_text(OrderDaysSaid("every", every=14, start=date(2026, 1, 5)))
    'every 14 days from 2026-01-05'
    """
    if said.kind == "weekdays":
        return ", ".join(WEEKDAYS[day] for day in sorted(said.weekdays))
    if said.kind == "every" and said.start is not None:
        return f"every {said.every} days from {said.start.isoformat()}"
    return "" if said.kind == "unknown" else said.kind


def closures(shop: Shop) -> pd.DataFrame:
    """The periods in which suppliers are closed, both days included: supplier, first_day, last_day (datetime64)."""
    query = select(supplier_closures).order_by(supplier_closures.c.supplier, supplier_closures.c.first_day)
    with reading(shop) as connection:
        rows = [tuple(row) for row in connection.execute(query)]
    days = dict.fromkeys(("first_day", "last_day"), "datetime64[us]")
    return pd.DataFrame(rows, columns=["supplier", *days]).astype({"supplier": "str", **days})


def closures_of(connection: Connection, supplier: str) -> tuple[Closure, ...]:
    """The closed periods of one supplier, named as the shop keeps it."""
    query = select(supplier_closures.c.first_day, supplier_closures.c.last_day)
    is_its = supplier_closures.c.supplier == supplier
    rows = connection.execute(query.where(is_its).order_by(supplier_closures.c.first_day))
    return tuple(Closure(row.first_day, row.last_day) for row in rows)


def write_closures(connection: Connection, supplier: str, periods: Iterable[Closure]) -> None:
    """Set all closed periods of a supplier, in the caller's transaction."""
    connection.execute(delete(supplier_closures).where(supplier_closures.c.supplier == supplier))
    rows = [{"supplier": supplier, "first_day": each.first_day, "last_day": each.last_day} for each in periods]
    if rows:
        connection.execute(insert(supplier_closures), rows)


def checked_closures(supplier: str, periods: Iterable[Closure]) -> tuple[Closure, ...]:
    """The periods by their first day, of two that begin on the same day the longer one.

    Raises BadValue with all periods that end before they begin.
    """
    wanted = sorted(periods, key=lambda period: (period.first_day, period.last_day))
    problems = [_ends_too_early(period, supplier=supplier) for period in wanted if period.last_day < period.first_day]
    if problems:
        raise BadValue(*problems)
    return tuple({period.first_day: period for period in wanted}.values())


def _ends_too_early(period: Closure, *, supplier: str) -> Problem:
    rule = f"{period.first_day} or later"
    values = {"field": "last_day", "rule": rule, "found": str(period.last_day), "supplier": supplier}
    return Problem("bad_value", values)
