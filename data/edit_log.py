"""The log of what the owner changed by hand, so that she can take it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from data.schema import edits

PRODUCT, SUPPLIER, SETTINGS = "product", "supplier", "settings"
KEPT = 200
INNER = "_"  # begins the fields that only an undo needs, such as the row of a count


@dataclass(frozen=True)
class Edit:
    """One change by hand. what: PRODUCT, SUPPLIER or SETTINGS. thing: SKU or name of the supplier, "" of settings.

    at: in world time. before, after: the fields that changed, with their values; None where nothing was known.
    """

    edit_id: int
    at: datetime
    what: str
    thing: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def note_edit(
    connection: Connection, what: str, thing: str, *, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    """Note what changed, in the caller's transaction; nothing where nothing did that a page shows. KEPT are kept.

    `thing` is the product_id, as text, or the supplier's name as the shop keeps it.
    """
    changed = [field for field in after if before.get(field) != after[field]]
    if all(field.startswith(INNER) for field in changed):
        return
    row = {
        "what": what,
        "thing": thing,
        "before": json.dumps({field: before.get(field) for field in changed}),
        "after": json.dumps({field: after[field] for field in changed}),
    }
    connection.execute(insert(edits).values(row))
    newest = select(func.max(edits.c.edit_id)).scalar_subquery()
    connection.execute(delete(edits).where(edits.c.edit_id <= newest - KEPT))


def noted_edits(connection: Connection) -> list[Edit]:
    """All edits that are kept, the newest first; a product's thing is its product_id."""
    return [_edit(row) for row in connection.execute(select(edits).order_by(edits.c.edit_id.desc()))]


def forget_edit(connection: Connection, edit_id: int) -> None:
    """Take an edit out of the log."""
    connection.execute(delete(edits).where(edits.c.edit_id == edit_id))


def _edit(row: Row[Any]) -> Edit:
    at = datetime.fromisoformat(row.at).replace(tzinfo=UTC)
    return Edit(row.edit_id, at, row.what, row.thing, json.loads(row.before), json.loads(row.after))
