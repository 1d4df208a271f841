"""History: what every product sold on every day, the only thing a forecast is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from forecasting.arrays import BoolArray, FloatArray, IntArray
from forecasting.closed_days import closed_weekdays_ahead, find_open_days

LEAST_UNITS = 1e-6  # anything below is what summing sales and returns in floating point leaves over


@dataclass(frozen=True)
class History:
    """Units sold per day and product on a regular daily calendar.

    days: every calendar day (n_days,), up to the last day of the shop's file.
    skus: the products (n_products,).
    units: (n_days, n_products); NaN where demand was not observed (before launch, shop closed), 0 where the
        shop was open and the product did not sell.
    open_days: (n_days,), False on days on which the shop was closed.
    said_closed: days, past or to come, of which the owner said that the shop is closed.
    """

    days: pd.DatetimeIndex
    skus: tuple[str, ...]
    units: FloatArray
    open_days: BoolArray
    said_closed: frozenset[date] = frozenset()

    @property
    def sold(self) -> BoolArray:
        """Whether anything at all was sold on each day (n_days,)."""
        return np.asarray((np.nan_to_num(self.units) > 0).any(axis=1))

    def with_units(self, units: FloatArray) -> History:
        """The same days and products with other units."""
        return replace(self, units=units)

    def part(self, products: slice | IntArray) -> History:
        """The same days with some of the products."""
        skus = tuple(np.array(self.skus, dtype=object)[products])
        return replace(self, skus=skus, units=self.units[:, products])

    def first_days(self, n_days: int) -> History:
        """The first days alone; unlike `until`, with the products and the closed days as they are known now."""
        return replace(self, days=self.days[:n_days], units=self.units[:n_days], open_days=self.open_days[:n_days])

    def until(self, day: date | pd.Timestamp) -> History:
        """The history as it was known on the evening of `day`.

        Later days are gone, and so are products not yet launched; which days were closed is told anew
        from the days that are left. Days known to be sold out stay unobserved.
        """
        n_days = int(self.days.searchsorted(pd.Timestamp(day), side="right"))
        units = self.units[:n_days]
        unobserved = np.isnan(units) & self.open_days[:n_days, None]
        launched = np.asarray(~np.isnan(units).all(axis=0))
        skus = tuple(sku for sku, known in zip(self.skus, launched, strict=True) if known)
        sold = units[:, launched]
        first_rows: IntArray = np.argmax(~np.isnan(sold), axis=0) if n_days else np.zeros(0, dtype=np.int64)
        known = _history(self.days[:n_days], skus, np.nan_to_num(sold), first_rows)
        known.units[unobserved[:, launched]] = np.nan
        return with_closed(known, self.said_closed)

    def said_open(self, horizon: int) -> BoolArray:
        """Which of the next `horizon` days (horizon,) nobody said to be closed."""
        if not self.said_closed:
            return np.ones(horizon, dtype=np.bool_)
        ahead = pd.date_range(self.days[-1] + pd.Timedelta(days=1), periods=horizon)
        return np.array([day.date() not in self.said_closed for day in ahead], dtype=np.bool_)


def build_history(daily: pd.DataFrame, *, last_day: date | None = None, maximum_days: int = 730) -> History:
    """History of a table with columns day, sku, units (one or more rows per day and product).

    The calendar ends on `last_day`, or on the last day of the table: a product that stopped selling has
    zeros up to there. It holds the last `maximum_days` days at most. A day on which returns exceed sales
    counts as zero, since demand is never negative. Rows after `last_day` are ignored, and products that
    only appear after it are left out.

    >>> daily = pd.DataFrame({"day": pd.to_datetime(["2024-05-01", "2024-05-03"]), "sku": "tea", "units": [2, 3]})
    >>> build_history(daily).units.ravel().tolist()
    [2.0, 0.0, 3.0]
    """
    day_of_row = pd.DatetimeIndex(daily["day"]).normalize()
    if last_day is not None:
        kept = np.asarray(day_of_row <= pd.Timestamp(last_day))
        daily, day_of_row = daily.loc[kept], day_of_row[kept]
    if len(daily) == 0:
        return History(pd.DatetimeIndex([]), (), np.zeros((0, 0)), np.zeros(0, dtype=np.bool_))
    end = pd.Timestamp(last_day) if last_day is not None else day_of_row.max()
    begin = max(day_of_row.min(), end - pd.Timedelta(days=maximum_days - 1))
    days = pd.date_range(begin, end)
    codes, skus = pd.factorize(daily["sku"].astype(str), sort=True)
    product = np.asarray(codes, dtype=np.int64)
    row = np.asarray((day_of_row - begin).days, dtype=np.int64)
    units = daily["units"].to_numpy(dtype=np.float64)
    first_rows: IntArray = np.full(len(skus), len(days), dtype=np.int64)
    is_sale = units >= LEAST_UNITS
    np.minimum.at(first_rows, product[is_sale], row[is_sale])
    inside = row >= 0
    cell = row[inside] * len(skus) + product[inside]
    sold = np.bincount(cell, weights=units[inside], minlength=len(days) * len(skus)).reshape(len(days), len(skus))
    return _history(days, tuple(str(sku) for sku in skus), np.asarray(sold, dtype=np.float64), first_rows)


def with_closed(history: History, days: Iterable[date]) -> History:
    """The history of a shop whose owner says that it is closed on `days`, past or to come.

    A past day on which something was sold was open all the same; on one without sales no demand could be observed.

    >>> daily = pd.DataFrame({"day": pd.to_datetime(["2024-05-01", "2024-05-03"]), "sku": "tea", "units": [2, 3]})
    >>> with_closed(build_history(daily), [date(2024, 5, 2), date(2024, 5, 3)]).units.ravel().tolist()
    [2.0, nan, 3.0]
    """
    said = frozenset(days)
    if said == history.said_closed:
        return history
    closed = history.days.isin(pd.DatetimeIndex(sorted(said))) & ~history.sold
    units = np.where(closed[:, None], np.nan, history.units)
    return replace(history, units=units, open_days=history.open_days & ~closed, said_closed=said)


def open_ahead(history: History, horizon: int) -> BoolArray:
    """Whether the shop will be open on each of the next `horizon` days (horizon,), by weekdays and what was said."""
    return weekdays_open_ahead(history.sold, horizon) & history.said_open(horizon)


def weekdays_open_ahead(sold: BoolArray, horizon: int) -> BoolArray:
    """As `open_ahead`, from whether anything was sold on each day (n_days,)."""
    week = ~closed_weekdays_ahead(sold)
    return np.resize(week, horizon)


def _history(days: pd.DatetimeIndex, skus: tuple[str, ...], sold: FloatArray, first_rows: IntArray) -> History:
    """History from net units with zeros everywhere; takes `sold` over and changes it."""
    sold[sold < LEAST_UNITS] = 0.0
    open_days = find_open_days((sold > 0).sum(axis=1))
    sold[np.arange(len(days))[:, None] < first_rows] = np.nan
    sold[~open_days] = np.nan
    return History(days, skus, sold, open_days)
