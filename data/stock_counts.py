"""Stock counts: how many units of a product were there on a day, and how many were on order.

The count that was noted last holds, whatever its day: an owner who corrects a number must see her number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Date, bindparam, func, insert, select, update

from data.epoch_days import epoch_day_of
from data.membership import is_among
from data.schema import bundle_parts, delivery_lines, products, sales, stock_counts
from data.shop import Shop, reading
from data.value_rules import Value

STOCK_FIELDS = ("on_hand", "on_order")
EMPTY_DAYS = 7

_UNKNOWN: dict[str, Any] = {"count_id": None, "day": None, "sold_by_then": 0.0, **dict.fromkeys(STOCK_FIELDS)}


def latest_counts(connection: Connection, product_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The count that holds, for each of the products that has one: count_id, product_id, day, on_hand, on_order,
    sold_by_then."""
    is_asked = is_among(stock_counts.c.product_id, product_ids)
    latest = select(func.max(stock_counts.c.count_id)).where(is_asked).group_by(stock_counts.c.product_id)
    rows = connection.execute(select(stock_counts).where(stock_counts.c.count_id.in_(latest))).mappings()
    return {row["product_id"]: dict(row) for row in rows}


@dataclass(frozen=True)
class EmptyShelf:
    """A product of which none was left on `first_day`; nobody counted it again up to `last_day`."""

    sku: str
    first_day: date
    last_day: date


def empty_shelves(shop: Shop) -> tuple[EmptyShelf, ...]:
    """The counts of nothing left, by product and day, each up to the day before the next count, a week at most.

    A delivery is not known of before something is sold or counted, and most come within a week.
    """
    following = func.lead(stock_counts.c.day, type_=Date).over(
        partition_by=stock_counts.c.product_id, order_by=(stock_counts.c.day, stock_counts.c.count_id)
    )
    counted = select(stock_counts, following.label("next_day")).where(stock_counts.c.on_hand.is_not(None)).subquery()
    empty = (
        select(products.c.sku, counted.c.day, counted.c.next_day)
        .join(counted, products.c.product_id == counted.c.product_id)
        .where(counted.c.on_hand == 0)
        .order_by(products.c.sku, counted.c.day)
    )
    with reading(shop) as connection:
        rows = connection.execute(empty).all()
    shelves = (EmptyShelf(row.sku, row.day, _last_empty(row.day, row.next_day)) for row in rows)
    return tuple(shelf for shelf in shelves if shelf.last_day >= shelf.first_day)


def _last_empty(counted: date, next_count: date | None) -> date:
    last = counted + timedelta(days=EMPTY_DAYS - 1)
    return last if next_count is None else min(last, next_count - timedelta(days=1))


def note_counts(connection: Connection, counts: Mapping[int, Mapping[str, Value]], *, day: date) -> set[int]:
    """Note on_hand or on_order or both by product_id; the products for which that changed anything.

    What is not named stays as it was. Only units on hand make a new count: an order on its way says nothing about
    when the shelf was counted. A count holds from the moment it is noted: it knows of all deliveries noted before,
    and of the sales of its day that are known by then.
    """
    held = latest_counts(connection, counts)
    pairs = {product_id: (held.get(product_id, _UNKNOWN), values) for product_id, values in counts.items()}
    sold = _sold_from(connection, day)
    supplied = _with_deliveries(connection)
    noted = {
        product_id: _noted(before, values, day=day, sold=sold.get(product_id, 0.0), is_over=product_id in supplied)
        for product_id, (before, values) in pairs.items()
    }
    news = {product_id: after for product_id, after in noted.items() if after != pairs[product_id][0]}
    _write(connection, [{**after, "product_id": product_id} for product_id, after in news.items()])
    return set(news)


def _noted(
    before: dict[str, Any], values: Mapping[str, Value], *, day: date, sold: float, is_over: bool
) -> dict[str, Any]:
    """The row after what was said; without a count_id where it is a new count, since `is_over` or of another day."""
    after = {**before, **values}
    is_count = "on_hand" in values and after["on_hand"] is not None
    if is_count:
        after["sold_by_then"] = sold
    if is_count and (is_over or before["day"] != day):
        return {**after, "day": day, "count_id": None}
    if after != before and before["day"] is None:
        return {**after, "day": day}
    return after


def _sold_from(connection: Connection, day: date) -> dict[int, float]:
    """Units of `day` and later that are known to be sold, by product_id; what bundles took of their parts included."""
    is_since = sales.c.epoch_day >= epoch_day_of(day)
    query = select(sales.c.product_id, func.sum(sales.c.units)).where(is_since).group_by(sales.c.product_id)
    sold = {row[0]: row[1] for row in connection.execute(query)}
    taken = (
        select(bundle_parts.c.part, func.sum(sales.c.units * bundle_parts.c.units))
        .join(bundle_parts, bundle_parts.c.bundle == sales.c.product_id)
        .where(is_since)
        .group_by(bundle_parts.c.part)
    )
    for part, units in connection.execute(taken):
        sold[part] = sold.get(part, 0.0) + units
    return sold


def _with_deliveries(connection: Connection) -> set[int]:
    """Products that something came of since their last count."""
    held = select(func.max(stock_counts.c.count_id)).group_by(stock_counts.c.product_id)
    query = select(delivery_lines.c.product_id).where(delivery_lines.c.count_id.in_(held))
    return set(connection.execute(query).scalars())


def _write(connection: Connection, rows: list[dict[str, Any]]) -> None:
    new = [row for row in rows if row["count_id"] is None]
    corrected = [{f"new_{name}": value for name, value in row.items()} for row in rows if row["count_id"] is not None]
    fields = (*STOCK_FIELDS, "sold_by_then")
    values: dict[str, Any] = {field: bindparam(f"new_{field}") for field in fields}
    if new:
        connection.execute(insert(stock_counts), new)
    if corrected:
        which = stock_counts.c.count_id == bindparam("new_count_id")
        connection.execute(update(stock_counts).where(which).values(values), corrected)
