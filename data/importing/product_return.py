"""Products brought back to what they were before a list, but for what something else has changed since."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, union, update

from data.edit_log import PRODUCT
from data.importing.field_return import FieldReturn, field_return
from data.importing.list_states import COUNT, PARTS, Difference, State
from data.membership import is_among
from data.schema import (
    bundle_parts,
    delivery_lines,
    edits,
    order_lines,
    products,
    sales,
    sold_out_verdicts,
    stock_counts,
)

NEEDED_BY = (sales.c.product_id, order_lines.c.product_id, delivery_lines.c.product_id, sold_out_verdicts.c.product_id)
COUNTED = ("on_hand", "on_order", "sold_by_then")


def return_products(connection: Connection, changes: Iterable[Difference], now: Mapping[str, State]) -> set[str]:
    """Take back what a list did to products, `now` as they are; the keys of those that keep something newer.

    Suppliers that are named by the fields of before have to be there. Added products go where nothing else needs them.
    """
    there = [change for change in changes if change.key in now]
    found = {change.key: field_return(change, now[change.key]) for change in there if change.before is not None}
    found |= _parts_that_stay(found, now)
    _write_fields(connection, found, now)
    _write_counts(
        connection, [(now[key][COUNT], said.back[COUNT]) for key, said in found.items() if COUNT in said.back]
    )
    _write_parts(
        connection, {now[key]["product_id"]: said.back[PARTS] for key, said in found.items() if PARTS in said.back}
    )
    added = {change.key: change.after for change in there if change.before is None}
    gone = _remove(connection, {key for key, state in added.items() if state == now[key]}, now)
    return {key for key, said in found.items() if said.kept} | (added.keys() - gone)


def _parts_that_stay(found: Mapping[str, FieldReturn], now: Mapping[str, State]) -> dict[str, FieldReturn]:
    """Bundles whose parts of before would contain bundles, or be contained in some, keep those of now."""
    ids = {str(state["product_id"]) for state in now.values()}
    held = {str(state["product_id"]): set(state[PARTS]) for state in now.values() if state[PARTS]}
    stay: dict[str, FieldReturn] = {}
    for key, said in found.items():
        if PARTS not in said.back:
            continue
        whole, parts = str(now[key]["product_id"]), said.back[PARTS].keys()
        others = {bundle: inside for bundle, inside in held.items() if bundle != whole}
        if parts and (parts - ids or parts & others.keys() or any(whole in inside for inside in others.values())):
            back = {field: value for field, value in said.back.items() if field != PARTS}
            stay[key] = FieldReturn(back, said.kept | {PARTS})
        else:
            held = others | ({whole: set(parts)} if parts else {})
    return stay


def _write_fields(connection: Connection, found: Mapping[str, FieldReturn], now: Mapping[str, State]) -> None:
    fields = [column.name for column in products.columns if column.name != "product_id"]
    ids = {state["product_id"] for state in now.values()}
    rows = []
    for key, said in found.items():
        row = {**now[key], **said.back}
        row["similar_to"] = row["similar_to"] if row["similar_to"] in ids else None
        if said.back.keys() & set(fields):
            rows.append({f"new_{field}": row[field] for field in (*fields, "product_id")})
    values: dict[str, Any] = {field: bindparam(f"new_{field}") for field in fields}
    if rows:
        which = products.c.product_id == bindparam("new_product_id")
        connection.execute(update(products).where(which).values(values), rows)


def _write_counts(connection: Connection, counts: list[tuple[State, State | None]]) -> None:
    """Each count of now replaced by the one of before; what came since the one came since the other."""
    corrected = [before for now, before in counts if before and before["count_id"] == now["count_id"]]
    if corrected:
        rows = [{f"old_{field}": before[field] for field in ("count_id", *COUNTED)} for before in corrected]
        values: dict[str, Any] = {field: bindparam(f"old_{field}") for field in COUNTED}
        which = stock_counts.c.count_id == bindparam("old_count_id")
        connection.execute(update(stock_counts).where(which).values(values), rows)
    new = {now["count_id"]: before and before["count_id"] for now, before in counts}
    new = {count: before for count, before in new.items() if count != before}
    if new:
        moved = [{"new_count": count, "old_count": before} for count, before in new.items()]
        is_since = delivery_lines.c.count_id == bindparam("new_count")
        connection.execute(update(delivery_lines).where(is_since).values(count_id=bindparam("old_count")), moved)
        connection.execute(delete(stock_counts).where(is_among(stock_counts.c.count_id, new)))


def _write_parts(connection: Connection, said: Mapping[int, Mapping[str, float]]) -> None:
    connection.execute(delete(bundle_parts).where(is_among(bundle_parts.c.bundle, said)))
    rows = [
        {"bundle": bundle, "part": int(part), "units": units}
        for bundle, parts in said.items()
        for part, units in parts.items()
    ]
    if rows:
        connection.execute(insert(bundle_parts), rows)


def _remove(connection: Connection, keys: set[str], now: Mapping[str, State]) -> set[str]:
    """Delete those of the products that no others, sales or orders need; their keys."""
    ids = {now[key]["product_id"]: key for key in keys}
    gone = _unneeded(connection, set(ids))
    for column in (bundle_parts.c.bundle, stock_counts.c.product_id, products.c.product_id):
        connection.execute(delete(column.table).where(is_among(column, gone)))
    is_of_gone = (edits.c.what == PRODUCT) & is_among(edits.c.thing, map(str, gone))
    connection.execute(delete(edits).where(is_of_gone))  # or they would be of the next product with this number
    return {ids[product_id] for product_id in gone}


def _unneeded(connection: Connection, ids: set[int]) -> set[int]:
    needed = union(*(select(column).where(is_among(column, ids)) for column in NEEDED_BY))
    left = ids - set(connection.execute(needed).scalars())
    uses = [(row.bundle, row.part) for row in connection.execute(select(bundle_parts))]
    similar = select(products.c.product_id, products.c.similar_to).where(products.c.similar_to.is_not(None))
    uses += [(row.product_id, row.similar_to) for row in connection.execute(similar)]
    while held := {used for user, used in uses if user not in left and used in left}:
        left -= held
    return left
