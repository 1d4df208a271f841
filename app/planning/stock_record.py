"""How far the record of each product's stock can be trusted: its movements since the count, and what to count first."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from app.planning.conditions import numbers
from inventory.count_first import CountFirst, count_first
from inventory.decision import Decision
from inventory.policy import Policy
from inventory.stock_ledger import RecordSigns, StockLedger, record_signs, stock_ledger

MOST_DAYS = 366  # of movements that are looked at one by one: an older count is in doubt by what was sold since anyway


@dataclass(frozen=True, eq=False, kw_only=True)
class StockRecords:
    """The movements of every product since its last count, the signs of a wrong record, and what to count first."""

    ledger: StockLedger
    signs: RecordSigns
    count_first: CountFirst


def stock_records(
    products: pd.DataFrame,
    *,
    days: pd.DatetimeIndex,
    sold: NDArray[np.float64],
    moves: pd.DataFrame,
    on_record: NDArray[np.float64],
    decision: Decision,
    policy: Policy,
    kept: NDArray[np.bool_],
) -> StockRecords:
    """The records of the products; sold: units by day of `days` (days, products).

    on_record: units on hand (products,), below zero where the record says so. kept (products,): which have a stock of
    their own; of others nothing is to be counted.
    """
    counted_on, start = pd.DatetimeIndex(products["counted_on"]), max(len(days) - MOST_DAYS, 0)
    before = _moved(days[:start], sold[:start], moves=moves, products=products, since=counted_on)
    before += _known_at_count(days, sold, since=counted_on, sold_since=numbers(products, "sold_since"))
    days, sold = days[start:], sold[start:]
    # A count is of the morning: what was sold on its day comes after it.
    after = days.searchsorted(counted_on.fillna(days[0])) - 1
    ledger = stock_ledger(
        np.where(np.isnan(on_record), np.nan, np.maximum(numbers(products, "counted") + before, 0.0)),
        counted_after_day=np.minimum(after, len(days) - 1),
        received=received_by_day(moves, days=days, products=products),
        sold=sold,
    )
    ledger = replace(ledger, on_hand=on_record)  # the shop's own record knows of all counts and returns
    since = days_since_sale(sold)
    signs = record_signs(ledger, daily_demand=np.where(kept, decision.daily_demand, 0.0), days_since_sale=since)
    signs = replace(signs, negative=signs.negative & kept, sold_though_empty=signs.sold_though_empty & kept)
    first = count_first(
        ledger,
        signs,
        lead_time_demand=decision.lead_time_demand,
        unit_cost=policy.unit_cost,
        margin=policy.margin,
    )
    return StockRecords(ledger=ledger, signs=signs, count_first=_only(first, kept))


def _moved(
    days: pd.DatetimeIndex,
    sold: NDArray[np.float64],
    *,
    moves: pd.DataFrame,
    products: pd.DataFrame,
    since: pd.DatetimeIndex,
) -> NDArray[np.float64]:
    """Units received less sold on those days on which the count, of the morning of `since`, held (products,)."""
    held = days.to_numpy()[:, None] >= since.to_numpy()
    moved = received_by_day(moves, days=days, products=products) - np.nan_to_num(sold)
    return np.asarray(np.where(held, moved, 0.0).sum(axis=0), dtype=np.float64)


def _known_at_count(
    days: pd.DatetimeIndex, sold: NDArray[np.float64], *, since: pd.DatetimeIndex, sold_since: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Units (products,) sold from the day of the count on that were off the shelf when it was counted: all but
    `sold_since`. That morning they were still there."""
    from_then = np.where(days.to_numpy()[:, None] >= since.to_numpy(), np.nan_to_num(sold), 0.0).sum(axis=0)
    return np.asarray(np.nan_to_num(np.maximum(from_then - sold_since, 0.0)), dtype=np.float64)


def received_by_day(moves: pd.DataFrame, *, days: pd.DatetimeIndex, products: pd.DataFrame) -> NDArray[np.float64]:
    """Units received (days, products)."""
    received = np.zeros((len(days), len(products)))
    rows = days.get_indexer(pd.DatetimeIndex(moves["day"]))
    columns = products.index.get_indexer(pd.Index(moves["sku"]))
    inside = (rows >= 0) & (columns >= 0)
    units = moves["received"].to_numpy(dtype=np.float64)
    np.add.at(received, (rows[inside], columns[inside]), units[inside])
    return received


def days_since_sale(sold: NDArray[np.float64]) -> NDArray[np.float64]:
    """Days from the last sale to the end (products,); from the first day on sale where nothing sold, NaN where none."""
    last = len(sold) - 1
    is_sale, known = sold > 0, ~np.isnan(sold)
    since_sale = np.where(is_sale.any(axis=0), is_sale[::-1].argmax(axis=0), np.nan)
    since_start = np.where(known.any(axis=0), last - known.argmax(axis=0), np.nan)
    return np.where(np.isnan(since_sale), since_start, since_sale)


def _only(first: CountFirst, kept: NDArray[np.bool_]) -> CountFirst:
    chosen = kept[first.product]
    return CountFirst(
        product=first.product[chosen],
        units_in_doubt=first.units_in_doubt[chosen],
        money_at_risk=first.money_at_risk[chosen],
    )
