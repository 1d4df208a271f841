"""Stock that moves by itself: last count plus received less sold; with the signs of a wrong record.

Units, days.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from inventory.check import BoolArray, FloatArray, floats, require, require_zero_or_more

DOUBTED_CHANCE = 0.01


@dataclass(frozen=True, eq=False, kw_only=True)
class StockLedger:
    """The record of each product: arrays (products,); made by `stock_ledger`.

    on_hand: now, NaN where it was never counted, negative where more was sold than there can have been. counted,
    received, sold: what it is made of, since the count. days_negative: ends of days on which the record was below zero.
    sold_though_empty: units sold on days that began with none. days_since_count: NaN: never counted.
    """

    on_hand: FloatArray
    counted: FloatArray
    received: FloatArray
    sold: FloatArray
    days_negative: FloatArray
    sold_though_empty: FloatArray
    days_since_count: FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class RecordSigns:
    """Signs that a record is wrong (products,): it is negative; units were sold though there were none; nothing was
    sold for improbably long though there is stock; it was never counted though it sells.
    """

    negative: BoolArray
    sold_though_empty: BoolArray
    silent: BoolArray
    never_counted: BoolArray

    @property
    def any(self) -> BoolArray:
        """Where there is one sign or more (products,)."""
        return self.negative | self.sold_though_empty | self.silent | self.never_counted


def stock_ledger(
    counted: npt.ArrayLike, *, counted_after_day: npt.ArrayLike, received: FloatArray, sold: FloatArray
) -> StockLedger:
    """The stock of every product after the last day.

    counted (products,): units at the last count, NaN: never. counted_after_day (products,): the row of the day at the
    end of which it was counted, -1: before the first row. received, sold: units per day (days, products), received in
    the morning; sold may be negative (returns), NaN is nothing on record. Raises ValueError where shapes differ and for
    a count that is negative.

    >>> ledger = stock_ledger([10.0], counted_after_day=[0], received=np.array([[5.0], [0.0], [6.0]]),
    ...                       sold=np.array([[3.0], [4.0], [2.0]]))
    >>> ledger.on_hand, ledger.received, ledger.sold
    (array([10.]), array([6.]), array([6.]))
    """
    start, after = np.atleast_1d(floats("counted", counted)), floats("counted_after_day", counted_after_day)
    require_zero_or_more("counted", np.nan_to_num(start))
    days = received.shape[0]
    if received.shape != sold.shape or received.shape[1:] != start.shape:
        raise ValueError(
            f"received and sold must have the shape (days, {start.size}), got {received.shape}, {sold.shape}"
        )
    require("counted_after_day", after, (after >= -1) & (after < max(days, 1)), rule=f"a day from -1 to {days - 1}")
    since = np.arange(days)[:, None] > after
    into = np.where(since, np.nan_to_num(received), 0.0)
    out = np.where(since, np.nan_to_num(sold), 0.0)
    end = (start + np.cumsum(into - out, axis=0)).round(3)
    morning = end + out
    return StockLedger(
        on_hand=(start + into.sum(axis=0) - out.sum(axis=0)).round(3),
        counted=start,
        received=into.sum(axis=0).round(3),
        sold=out.sum(axis=0).round(3),
        days_negative=(since & (end < 0)).sum(axis=0).astype(np.float64),
        sold_though_empty=np.where(since & (morning <= 0), np.maximum(out, 0.0), 0.0).sum(axis=0).round(3),
        days_since_count=np.where(np.isnan(start), np.nan, days - 1 - np.broadcast_to(after, start.shape)),
    )


def record_signs(ledger: StockLedger, *, daily_demand: FloatArray, days_since_sale: FloatArray) -> RecordSigns:
    """What speaks against a record.

    silent: stock on record, and so many days without a sale that a Poisson seller of this pace has them in one case of
    a hundred: the shelf may be empty. daily_demand (products,): expected units a day. days_since_sale (products,).
    """
    quiet = np.exp(-daily_demand * np.nan_to_num(days_since_sale)) < DOUBTED_CHANCE
    return RecordSigns(
        negative=ledger.on_hand < 0,
        sold_though_empty=ledger.sold_though_empty > 0,
        silent=quiet & (ledger.on_hand > 0) & (daily_demand > 0),
        never_counted=np.isnan(ledger.on_hand) & (daily_demand > 0),
    )
