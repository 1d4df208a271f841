"""All suppliers' coming order days and delivery days as arrays, seen from one day, joined with the products.

Day 0 is today. NEVER stands where no day is left within the two years that are looked at.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import BoolArray, FloatArray, IntArray, floats, require
from inventory.order_days import SupplierDays, takes_deliveries, takes_orders

NEVER = -1
DAYS_LOOKED_AT = 731


@dataclass(frozen=True, eq=False, kw_only=True)
class OrderCalendar:
    """Order days and delivery days of the next two years; made by `order_calendar`.

    today: day 0. supplier: index of each product's supplier (products,). known: whether the supplier's order days are
    known (suppliers,); where they are not, the review period of the policy counts from today. takes_orders
    (suppliers, days). order_day: the first order day on or after each day (suppliers, days), NEVER where none is left.
    delivery_day: the first day on or after each day on which a delivery can arrive, the same shape.
    """

    today: dt.date
    supplier: IntArray
    known: BoolArray
    takes_orders: BoolArray
    order_day: IntArray
    delivery_day: IntArray

    @property
    def products(self) -> int:
        """Number of products."""
        return int(self.supplier.size)

    @property
    def suppliers(self) -> int:
        """Number of suppliers."""
        return int(self.known.size)

    def order_day_from(self, days: npt.ArrayLike, *, review_days: IntArray) -> IntArray:
        """First order day of each product's supplier on or after each day (products,), NEVER where there is none.

        review_days (products,): counts where the order days are unknown, whole days, 0 is every day.
        """
        day = np.broadcast_to(np.asarray(days, dtype=np.int64), self.supplier.shape)
        inside = (day >= 0) & (day < DAYS_LOOKED_AT)
        found = self.order_day[self.supplier, np.clip(day, 0, DAYS_LOOKED_AT - 1)]
        period = np.maximum(review_days, 1)
        reviewed = -(-day // period) * period
        return np.where(self.known[self.supplier], np.where(inside, found, NEVER), reviewed)

    def arrival_day(self, days: IntArray) -> IntArray:
        """The day on which what would come on each day can really be delivered; days (products,) or (products, k)."""
        supplier = self.supplier.reshape(-1, *([1] * (days.ndim - 1)))
        moved = self.delivery_day[supplier, np.clip(days, 0, DAYS_LOOKED_AT - 1)]
        return np.where((days < 0) | (days >= DAYS_LOOKED_AT) | (moved == NEVER), days, moved)

    def only(self, products: IntArray) -> "OrderCalendar":
        """The calendar of some products, by index."""
        return OrderCalendar(
            today=self.today,
            supplier=self.supplier[products],
            known=self.known,
            takes_orders=self.takes_orders,
            order_day=self.order_day,
            delivery_day=self.delivery_day,
        )


def order_calendar(suppliers: Sequence[SupplierDays], *, supplier: npt.ArrayLike, today: dt.date) -> OrderCalendar:
    """The calendar of all suppliers from `today` on.

    supplier: index into `suppliers` of each product (products,). Raises ValueError for an index that is none.

    >>> from inventory.order_days import on_weekdays
    >>> calendar = order_calendar([SupplierDays(order_days=on_weekdays(1))], supplier=[0], today=dt.date(2026, 1, 5))
    >>> calendar.order_day_from(0, review_days=np.array([7])), calendar.order_day_from(2, review_days=np.array([7]))
    (array([1]), array([8]))
    """
    given = np.atleast_1d(floats("supplier", supplier))
    exists = (given >= 0) & (given < len(suppliers)) & (given == np.floor(given))
    require("supplier", given, exists, rule=f"the index of one of {len(suppliers)} suppliers")
    orders = [takes_orders(each, today=today, days=DAYS_LOOKED_AT) for each in suppliers]
    deliveries = [takes_deliveries(each, today=today, days=DAYS_LOOKED_AT) for each in suppliers]
    shape = (len(suppliers), DAYS_LOOKED_AT)
    taking = np.reshape(np.array(orders, dtype=np.bool_), shape)
    return OrderCalendar(
        today=today,
        supplier=given.astype(np.int64),
        known=np.array([each.order_days.kind != "unknown" for each in suppliers], dtype=np.bool_),
        takes_orders=taking,
        order_day=_next_true(taking),
        delivery_day=_next_true(np.reshape(np.array(deliveries, dtype=np.bool_), shape)),
    )


def usual_review_days(calendar: OrderCalendar) -> FloatArray:
    """Days between order days over the coming year (products,), NaN where there are fewer than two or they are unknown.

    For what needs one number, such as the year that what-if rolls forward.
    """
    year = calendar.takes_orders[:, :365]
    number = year.sum(axis=1)
    first, last = year.argmax(axis=1), 364 - year[:, ::-1].argmax(axis=1)
    usual = np.divide(last - first, number - 1, out=np.full(number.shape, np.nan), where=number > 1)
    return np.asarray(np.where(calendar.known, usual, np.nan)[calendar.supplier], dtype=np.float64)


def _next_true(days: BoolArray) -> IntArray:
    last = days.shape[1]
    position = np.where(days, np.arange(last), last)
    following = np.minimum.accumulate(position[:, ::-1], axis=1)[:, ::-1]
    return np.where(following == last, NEVER, following).astype(np.int64)
