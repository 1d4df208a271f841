"""The days on which a supplier takes orders: its order days, and the periods in which it is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd
from sqlalchemy import delete, insert, select

from data.problems import Problem
from data.reading.order_day_words import rhythm_in, says_any_day, says_never, weekdays_in
from data.schema import supplier_closures
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
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


def set_closures(shop: Shop, supplier: str, periods: Iterable[Closure]) -> None:
    """Set all periods in which a supplier is closed; of two that begin on the same day the longer one is kept.

    Raises BadValue for a period that ends before it begins, and for a supplier that the shop does not have.
    """
    wanted = _checked(supplier, periods)
    with writing(shop) as connection:
        query = select(supplier_table.c.supplier).where(supplier_table.c.supplier_key == sku_key(supplier))
        spelled = connection.execute(query).scalar_one_or_none()
        if spelled is None:
            raise BadValue(Problem("unknown_supplier", {"field": "supplier", "rule": "in the shop", "found": supplier}))
        connection.execute(delete(supplier_closures).where(supplier_closures.c.supplier == spelled))
        if wanted:
            rows = [{"supplier": spelled, "first_day": first, "last_day": last} for first, last in wanted.items()]
            connection.execute(insert(supplier_closures), rows)
        mark_changed(connection)


def _checked(supplier: str, periods: Iterable[Closure]) -> dict[date, date]:
    """The last day of each period by its first."""
    wanted: dict[date, date] = {}
    for period in sorted(periods, key=lambda period: (period.first_day, period.last_day)):
        if period.last_day < period.first_day:
            values = {"field": "last_day", "rule": f"{period.first_day} or later", "found": str(period.last_day)}
            raise BadValue(Problem("bad_value", {**values, "supplier": supplier}))
        wanted[period.first_day] = period.last_day
    return wanted
