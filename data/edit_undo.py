"""Taking back what the owner changed by hand, the newest change first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from data.edit_log import INNER, PRODUCT, SETTINGS, SUPPLIER, Edit, forget_edit, noted_edits
from data.product_state import EDITED, product_state, restore_product
from data.schema import products
from data.shop import Shop, mark_changed, reading, writing
from data.shop_settings import restore_settings, settings_state
from data.supplier_state import restore_supplier, supplier_state


@dataclass(frozen=True)
class _Kind:
    """state: the fields of a thing as they are, None where it is gone. restore: sets some of them."""

    state: Callable[[Connection, str], dict[str, Any] | None]
    restore: Callable[[Connection, str, dict[str, Any]], None]


_KINDS = {
    PRODUCT: _Kind(product_state, restore_product),
    SUPPLIER: _Kind(supplier_state, restore_supplier),
    SETTINGS: _Kind(settings_state, restore_settings),
}


def last_edit(shop: Shop) -> Edit | None:
    """The newest change by hand that undo_last_edit would take back, for a page to show; None where there is none."""
    with reading(shop) as connection:
        found = _last(connection)
        return None if found is None else _shown(connection, found)


def undo_last_edit(shop: Shop) -> Edit | None:
    """Take back the newest change by hand that still holds; None where there is none. May be repeated.

    A change that something else has overwritten since, such as a list taken over, is no longer there to take back.
    """
    with writing(shop) as connection:
        found = _last(connection)
        if found is None:
            return None
        shown = _shown(connection, found)
        _KINDS[found.what].restore(connection, found.thing, dict(found.before))
        forget_edit(connection, found.edit_id)
        mark_changed(connection)
    return shown


def _last(connection: Connection) -> Edit | None:
    return next((edit for edit in noted_edits(connection) if _holds(connection, edit)), None)


def _holds(connection: Connection, edit: Edit) -> bool:
    """Whether everything is still as the edit left it; other fields may have become the owner's own since."""
    state = _KINDS[edit.what].state(connection, edit.thing)
    if state is None:
        return False
    return all(state[field] == value for field, value in edit.after.items() if field in state and field != EDITED)


def _shown(connection: Connection, edit: Edit) -> Edit:
    """The edit with the SKU of its product, and without the fields that only the undo needs."""
    thing = edit.thing
    if edit.what == PRODUCT:
        query = select(products.c.sku).where(products.c.product_id == int(edit.thing))
        thing = str(connection.execute(query).scalar_one())
    return replace(edit, thing=thing, before=_outer(edit.before), after=_outer(edit.after))


def _outer(said: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in said.items() if not field.startswith(INNER)}
