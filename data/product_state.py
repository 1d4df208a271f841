"""What the owner may have set of one product, as plain values: noted before and after an edit, and set back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from data.edit_log import INNER, PRODUCT, note_edit
from data.product_fields import OWN_FIELDS, PARTS, STOCK_FIELDS
from data.schema import bundle_parts, deletions, delivery_lines, products, stock_counts
from data.sku_key import sku_key
from data.stock_counts import latest_counts
from data.stock_now import stocks_now

EDITED, COUNT, DELETED = f"{INNER}edited", f"{INNER}count", "deleted_on"
_COUNT_FIELDS = ("on_hand", "on_order", "sold_by_then")

State = dict[str, Any]


def product_state(connection: Connection, product_id: str) -> State | None:
    """The fields of a product, its parts (units by SKU), its count and when it was deleted; None where it is gone."""
    row = connection.execute(select(products).where(products.c.product_id == int(product_id))).mappings().one_or_none()
    if row is None:
        return None
    own = {field: row[field] for field in OWN_FIELDS}
    own["similar_to"] = _skus(connection, [row["similar_to"]]).get(row["similar_to"])
    return {
        **own,
        EDITED: row["edited"],
        COUNT: _count(connection, row["product_id"]),
        PARTS: _parts(connection, row["product_id"]),
        DELETED: _deleted_on(connection, row["product_id"]),
    }


def noted_state(connection: Connection, product_id: int) -> State:
    """The same for a product that is there, with its stock as a page shows it."""
    state = product_state(connection, str(product_id))
    assert state is not None
    stock = stocks_now(connection, latest_counts(connection, [product_id])).get(product_id)
    return {**state, **{field: getattr(stock, field, None) for field in STOCK_FIELDS}}


def note_product_edit(connection: Connection, product_id: int, *, before: State) -> None:
    """Note in the log how a product differs from `before`, as noted_state had it."""
    after = noted_state(connection, product_id)
    if before[COUNT] == after[COUNT]:  # stock may move for other reasons than an edit
        after |= {field: before[field] for field in STOCK_FIELDS}
    note_edit(connection, PRODUCT, str(product_id), before=before, after=after)


def restore_product(connection: Connection, product_id: str, said: Mapping[str, Any]) -> None:
    """Set back those fields, parts and counts of a product that `said` has."""
    own = {field: said[field] for field in OWN_FIELDS if field in said}
    if own.get("similar_to"):
        own["similar_to"] = _ids(connection, [own["similar_to"]]).get(sku_key(own["similar_to"]))
    if EDITED in said:
        own["edited"] = _edited_before(connection, int(product_id), said)
    if own:
        connection.execute(update(products).where(products.c.product_id == int(product_id)).values(own))
    if COUNT in said:
        _restore_count(connection, int(product_id), said[COUNT])
    if PARTS in said:
        _restore_parts(connection, int(product_id), said[PARTS])
    if DELETED in said:
        set_deleted(connection, int(product_id), said[DELETED] and date.fromisoformat(said[DELETED]))


def set_deleted(connection: Connection, product_id: int, day: date | None) -> None:
    """Note that a product was deleted on `day`; None: that it was not."""
    connection.execute(delete(deletions).where(deletions.c.product_id == product_id))
    if day is not None:
        connection.execute(insert(deletions).values(product_id=product_id, day=day))


def _deleted_on(connection: Connection, product_id: int) -> str | None:
    day = connection.execute(select(deletions.c.day).where(deletions.c.product_id == product_id)).scalar()
    return None if day is None else day.isoformat()


def _edited_before(connection: Connection, product_id: int, said: Mapping[str, Any]) -> str:
    """The fields that count as the owner's own, without those that she set by this edit first."""
    query = select(products.c.edited).where(products.c.product_id == product_id)
    now, before = (set(text.split()) for text in (connection.execute(query).scalar_one(), said[EDITED]))
    return " ".join(sorted(now - (said.keys() - before)))


def _count(connection: Connection, product_id: int) -> State | None:
    """The count that holds, with the number of deliveries since: a count that knows of some cannot be taken back."""
    count = latest_counts(connection, [product_id]).get(product_id)
    if count is None:
        return None
    since = select(func.count()).where(
        delivery_lines.c.product_id == product_id, delivery_lines.c.count_id == count["count_id"]
    )
    deliveries = connection.execute(since).scalar_one()
    return {**count, "day": count["day"].isoformat(), "deliveries": deliveries}


def _restore_count(connection: Connection, product_id: int, before: State | None) -> None:
    """The count of before: newer ones go, since the newest is the one that holds."""
    kept = before["count_id"] if before else 0
    is_newer = (stock_counts.c.product_id == product_id) & (stock_counts.c.count_id > kept)
    connection.execute(delete(stock_counts).where(is_newer))
    if before:
        values = {field: before[field] for field in _COUNT_FIELDS}
        connection.execute(update(stock_counts).where(stock_counts.c.count_id == kept).values(values))


def _parts(connection: Connection, product_id: int) -> dict[str, float]:
    query = (
        select(products.c.sku, bundle_parts.c.units)
        .join(products, products.c.product_id == bundle_parts.c.part)
        .where(bundle_parts.c.bundle == product_id)
        .order_by(products.c.sku)
    )
    return {found.sku: found.units for found in connection.execute(query)}


def _restore_parts(connection: Connection, product_id: int, parts: Mapping[str, float]) -> None:
    connection.execute(delete(bundle_parts).where(bundle_parts.c.bundle == product_id))
    ids = _ids(connection, parts)
    rows = [{"bundle": product_id, "part": ids[sku_key(sku)], "units": units} for sku, units in parts.items()]
    if rows:
        connection.execute(insert(bundle_parts), rows)


def _ids(connection: Connection, skus: Any) -> dict[str, int]:
    query = select(products.c.sku_key, products.c.product_id)
    found = connection.execute(query.where(products.c.sku_key.in_([sku_key(sku) for sku in skus])))
    return {row.sku_key: row.product_id for row in found}


def _skus(connection: Connection, ids: Any) -> dict[int, str]:
    query = select(products.c.product_id, products.c.sku)
    return {row.product_id: row.sku for row in connection.execute(query.where(products.c.product_id.in_(ids)))}
