"""Stock as it is now: the last count, plus what was received since, minus what was sold since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select, text

from data.epoch_days import epoch_day_of
from data.purchasing.orders import units_on_the_way
from data.schema import delivery_lines

EPOCH_JULIAN_DAY = 2440587.5  # SQLite counts days from there to 1 January 1970

# CROSS JOIN: SQLite reads the sales once and looks the counts up; the other way round takes a hundred times as long
SOLD_SINCE = text(
    """
    WITH held AS MATERIALIZED (
        SELECT product_id, CAST(julianday(day) - :epoch AS INTEGER) AS first_day FROM stock_counts
        WHERE count_id IN (SELECT MAX(count_id) FROM stock_counts GROUP BY product_id)
    )
    SELECT sales.product_id, SUM(sales.units) FROM sales CROSS JOIN held
    WHERE held.product_id = sales.product_id AND sales.epoch_day >= :first AND sales.epoch_day >= held.first_day
    GROUP BY sales.product_id
    """
)

SOLD_IN_BUNDLES_SINCE = text(
    """
    WITH held AS MATERIALIZED (
        SELECT product_id, CAST(julianday(day) - :epoch AS INTEGER) AS first_day FROM stock_counts
        WHERE count_id IN (SELECT MAX(count_id) FROM stock_counts GROUP BY product_id)
    )
    SELECT bundle_parts.part, SUM(sales.units * bundle_parts.units)
    FROM sales CROSS JOIN bundle_parts CROSS JOIN held
    WHERE bundle_parts.bundle = sales.product_id AND held.product_id = bundle_parts.part
    AND sales.epoch_day >= :first AND sales.epoch_day >= held.first_day
    GROUP BY bundle_parts.part
    """
)


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
    """Units sold from the day of each count on, by product_id; what bundles took of their parts included."""
    days = [count["day"] for count in counts.values()]
    if not days:
        return {}
    since = {"first": epoch_day_of(min(days)), "epoch": EPOCH_JULIAN_DAY}
    sold = {row[0]: row[1] for row in connection.execute(SOLD_SINCE, since)}
    for part, units in connection.execute(SOLD_IN_BUNDLES_SINCE, since):
        sold[part] = sold.get(part, 0.0) + units
    return sold


def _received(connection: Connection) -> dict[int | None, dict[int, float]]:
    """Units received by the count that held then, and product_id."""
    columns = (delivery_lines.c.count_id, delivery_lines.c.product_id)
    found: dict[int | None, dict[int, float]] = {}
    for count_id, product_id, units in connection.execute(
        select(*columns, func.sum(delivery_lines.c.units)).group_by(*columns)
    ):
        found.setdefault(count_id, {})[product_id] = units
    return found
