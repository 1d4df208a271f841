"""All that a list can change, as plain values by product and supplier, and how two such states differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from data.schema import bundle_parts, products, stock_counts, supplier_closures
from data.schema import suppliers as supplier_table

EDITED, COUNT, PARTS, CLOSED = "edited", "_count", "_parts", "_closed"

State = dict[str, Any]


@dataclass(frozen=True)
class ListedState:
    """products by sku_key: their row, COUNT (the row of the count that holds, or None) and PARTS (units by product_id,
    as text). suppliers by supplier_key: their row and CLOSED (first and last days). Values are such as JSON has.
    """

    products: Mapping[str, State]
    suppliers: Mapping[str, State]


@dataclass(frozen=True)
class Difference:
    """What a product or supplier was and became, of the fields that were changed or became the owner's own.

    key: its sku_key or supplier_key. before: None of one that was added, which has all its fields in `after`.
    """

    key: str
    before: State | None
    after: State


def listed_state(connection: Connection) -> ListedState:
    """The products and suppliers as they are."""
    return ListedState(_products(connection), _suppliers(connection))


def differences(before: Mapping[str, State], after: Mapping[str, State]) -> list[Difference]:
    """The things of `after` that are new or others than before, in the order of `after`."""
    return [_difference(key, before.get(key), state) for key, state in after.items() if before.get(key) != state]


def own_fields(state: State) -> set[str]:
    """The fields that count as the owner's own."""
    return set(state.get(EDITED, "").split())


def _difference(key: str, before: State | None, after: State) -> Difference:
    if before is None:
        return Difference(key, None, after)
    became_own = own_fields(after) - own_fields(before)
    changed = [field for field in after if before[field] != after[field] or field in became_own]
    return Difference(key, {field: before[field] for field in changed}, {field: after[field] for field in changed})


def _products(connection: Connection) -> dict[str, State]:
    counts, parts = _counts(connection), _parts(connection)
    return {
        row["sku_key"]: {**row, COUNT: counts.get(row["product_id"]), PARTS: parts.get(row["product_id"], {})}
        for row in connection.execute(select(products)).mappings()
    }


def _suppliers(connection: Connection) -> dict[str, State]:
    closed = _closed(connection)
    return {
        row["supplier_key"]: {**row, CLOSED: closed.get(row["supplier"], [])}
        for row in connection.execute(select(supplier_table)).mappings()
    }


def _counts(connection: Connection) -> dict[int, State]:
    latest = select(func.max(stock_counts.c.count_id)).group_by(stock_counts.c.product_id)
    rows = connection.execute(select(stock_counts).where(stock_counts.c.count_id.in_(latest))).mappings()
    return {row["product_id"]: {**row, "day": row["day"].isoformat()} for row in rows}


def _parts(connection: Connection) -> dict[int, State]:
    found: dict[int, State] = {}
    for row in connection.execute(select(bundle_parts)):
        found.setdefault(row.bundle, {})[str(row.part)] = row.units
    return found


def _closed(connection: Connection) -> dict[str, list[list[str]]]:
    query = select(supplier_closures).order_by(supplier_closures.c.supplier, supplier_closures.c.first_day)
    found: dict[str, list[list[str]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.supplier, []).append([row.first_day.isoformat(), row.last_day.isoformat()])
    return found
