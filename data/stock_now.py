"""Stock as it is now: the last count, plus what was received since, minus what was sold since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, cast, func, select

from data.epoch_days import epoch_day_of
from data.purchasing.orders import units_on_the_way
from data.schema import delivery_lines, sales, stock_counts

EPOCH_JULIAN_DAY = 2440587.5  # SQLite counts days from there to 1 January 1970


@dataclass(frozen=True)
class StockNow:
    """counted, counted_on: the last count, None where there is none. on_order: in orders made here, and elsewhere.

    A count below zero or a stock that has fallen below zero is kept as it is: the record is wrong, and says so.
    """

    counted: float | None
    counted_on: date | None
    received_since: float
    sold_since: float
    on_order: float | None

    @property
    def on_hand(self) -> float | None:
        """Units in the shop now."""
        return None if self.counted is None else self.counted + self.received_since - self.sold_since


def stocks_now(connection: Connection, counts: Mapping[int, Mapping[str, Any]]) -> dict[int, StockNow]:
    """The stock of every product that has one of the counts that hold (`latest_counts`), or an order on its way."""
    sold, received, on_the_way = sold_since(connection, counts), _received(connection), units_on_the_way(connection)
    found = {}
    for product_id in counts.keys() | on_the_way.keys():
        count = counts.get(product_id, {})
        elsewhere = count.get("on_order")
        here = on_the_way.get(product_id)
        found[product_id] = StockNow(
            counted=count.get("on_hand"),
            counted_on=count.get("day") if count.get("on_hand") is not None else None,
            received_since=received.get(count.get("count_id"), {}).get(product_id, 0.0),
            sold_since=_since(sold.get(product_id, 0.0), known=count.get("sold_by_then", 0.0)),
            on_order=elsewhere if here is None else (elsewhere or 0.0) + here,
        )
    return found


def _since(sold: float, *, known: float) -> float:
    """Units sold since a count that knew some of them; an import undone brings nothing back to the shelf."""
    return max(sold - known, 0.0) if known else sold


def sold_since(connection: Connection, counts: Mapping[int, Mapping[str, Any]]) -> dict[int, float]:
    """Units sold from the day of each count on, by product_id."""
    days = [count["day"] for count in counts.values()]
    if not days:
        return {}
    held = (
        select(stock_counts.c.product_id, stock_counts.c.day)
        .where(
            stock_counts.c.count_id.in_(select(func.max(stock_counts.c.count_id)).group_by(stock_counts.c.product_id))
        )
        .subquery()
    )
    counted_on = cast(func.julianday(held.c.day) - EPOCH_JULIAN_DAY, Integer)
    query = (
        select(sales.c.product_id, func.sum(sales.c.units))
        .join(held, held.c.product_id == sales.c.product_id)
        .where((sales.c.epoch_day >= epoch_day_of(min(days))) & (sales.c.epoch_day >= counted_on))
        .group_by(sales.c.product_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _received(connection: Connection) -> dict[int | None, dict[int, float]]:
    """Units received by the count that held then, and product_id."""
    columns = (delivery_lines.c.count_id, delivery_lines.c.product_id)
    found: dict[int | None, dict[int, float]] = {}
    for count_id, product_id, units in connection.execute(
        select(*columns, func.sum(delivery_lines.c.units)).group_by(*columns)
    ):
        found.setdefault(count_id, {})[product_id] = units
    return found
