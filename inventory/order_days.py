"""On which days a supplier takes orders and delivers: weekdays, every n days, any day, never, less closed days.

Dates come in as arguments; a day is counted from today, which is day 0.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from inventory.check import BoolArray

Kind = Literal["any", "weekdays", "every", "never", "unknown"]
EVERY_WEEKDAY = tuple(range(7))
MOST_DAYS_BETWEEN_ORDERS = 365


@dataclass(frozen=True, kw_only=True)
class OrderDays:
    """When a supplier takes orders; made by `any_day`, `on_weekdays`, `every_days`, `never` and `unknown_days`.

    weekdays: 0 is Monday. every: days from one order day to the next, start: one of these order days.
    """

    kind: Kind
    weekdays: tuple[int, ...] = ()
    every: int = 1
    start: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class SupplierDays:
    """A supplier's week and its exceptions.

    An order day that is in no_orders falls away. A delivery that would come on a day in no_deliveries, or on a weekday
    that is not in delivery_weekdays, comes on the next day that is possible; put the shop's own closed days there
    too if nobody is in to receive. Raises ValueError where no weekday is left for deliveries.
    """

    order_days: OrderDays
    delivery_weekdays: tuple[int, ...] = EVERY_WEEKDAY
    no_orders: frozenset[dt.date] = field(default_factory=frozenset)
    no_deliveries: frozenset[dt.date] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        """Check the weekdays of delivery."""
        _check_weekdays("delivery_weekdays", self.delivery_weekdays)


def any_day() -> OrderDays:
    """Orders are taken every day."""
    return OrderDays(kind="any")


def never() -> OrderDays:
    """Orders are not taken any more."""
    return OrderDays(kind="never")


def unknown_days() -> OrderDays:
    """Nobody said when: today, and then every review period of the policy."""
    return OrderDays(kind="unknown")


def on_weekdays(*weekdays: int) -> OrderDays:
    """Orders are taken on these weekdays, 0 is Monday. Raises ValueError for none and for others than 0 to 6.

    >>> on_weekdays(1, 4).weekdays
    (1, 4)
    """
    _check_weekdays("weekdays", weekdays)
    return OrderDays(kind="weekdays", weekdays=tuple(sorted(set(weekdays))))


def every_days(days: int, *, start: dt.date) -> OrderDays:
    """Orders are taken every so many days, counted from `start` both ways.

    Raises ValueError unless the days are whole and between 1 and 365.

    >>> every_days(14, start=dt.date(2026, 1, 6)).every
    14
    """
    if days != int(days) or not 1 <= days <= MOST_DAYS_BETWEEN_ORDERS:
        raise ValueError(f"days must be whole and between 1 and {MOST_DAYS_BETWEEN_ORDERS}, got {days}")
    return OrderDays(kind="every", every=int(days), start=start)


def takes_orders(supplier: SupplierDays, *, today: dt.date, days: int) -> BoolArray:
    """Whether the supplier takes an order on each of the next `days` days (days,), the first of which is today.

    >>> tuesdays = SupplierDays(order_days=on_weekdays(1))
    >>> takes_orders(tuesdays, today=dt.date(2026, 1, 5), days=9).nonzero()[0]
    array([1, 8])
    """
    return _regular(supplier.order_days, today=today, days=days) & ~_among(supplier.no_orders, today=today, days=days)


def takes_deliveries(supplier: SupplierDays, *, today: dt.date, days: int) -> BoolArray:
    """Whether a delivery of the supplier can arrive on each of the next `days` days (days,)."""
    weekdays = np.isin(_weekday(today, days), supplier.delivery_weekdays)
    return np.asarray(weekdays & ~_among(supplier.no_deliveries, today=today, days=days), dtype=np.bool_)


def _regular(order_days: OrderDays, *, today: dt.date, days: int) -> BoolArray:
    if order_days.kind == "weekdays":
        return np.asarray(np.isin(_weekday(today, days), order_days.weekdays), dtype=np.bool_)
    if order_days.kind == "every" and order_days.start is not None:
        since = (today - order_days.start).days + np.arange(days)
        return np.asarray(since % order_days.every == 0, dtype=np.bool_)
    return np.full(days, order_days.kind != "never")


def _among(dates: Iterable[dt.date], *, today: dt.date, days: int) -> BoolArray:
    ahead = np.array([(date - today).days for date in dates], dtype=np.int64)
    found = np.zeros(days, dtype=np.bool_)
    found[ahead[(ahead >= 0) & (ahead < days)]] = True
    return found


def _weekday(today: dt.date, days: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return (today.weekday() + np.arange(days, dtype=np.int64)) % 7


def _check_weekdays(name: str, weekdays: tuple[int, ...]) -> None:
    if not weekdays:
        raise ValueError(f"{name} must name one weekday or more, got none")
    wrong = [day for day in weekdays if day not in EVERY_WEEKDAY]
    if wrong:
        raise ValueError(f"{name} must be between 0 (Monday) and 6 (Sunday), got {wrong[0]}")
