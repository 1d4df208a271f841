"""Taking back what the last list of products or suppliers changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, union, update

from data.importing.field_return import FieldReturn, field_return, renamed
from data.importing.list_states import CLOSED, Difference, listed_state
from data.importing.product_return import return_products
from data.importing.taken_lists import TakenList, changes_of, forget_list, read_taken_lists
from data.membership import is_among
from data.schema import orders, products
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, writing
from data.sku_key import sku_key
from data.supplier_days import Closure, write_closures
from data.supplier_names import add_suppliers, spellings


@dataclass(frozen=True)
class UndoneList:
    """kept_products, kept_suppliers: what these are called that keep something that changed since, or are needed."""

    taken: TakenList
    kept_products: tuple[str, ...]
    kept_suppliers: tuple[str, ...]


def undo_last_list(shop: Shop) -> UndoneList | None:
    """Bring products, stock, bundles and suppliers back to what they were before the last list; None without lists.

    What something else has changed since keeps its newer value: a field, a count, the parts of a bundle, the closed
    periods of a supplier. Products that the list added stay where they were sold, ordered or changed since, or others
    need them. May be repeated.
    """
    with writing(shop) as connection:
        last = next(iter(read_taken_lists(connection)), None)
        if last is None:
            return None
        changes = changes_of(connection, last.list_id)
        now = listed_state(connection)
        kept = return_products(connection, _spelled(connection, changes.products), now.products)
        kept_suppliers = _return_suppliers(connection, changes.suppliers)
        forget_list(connection, last.list_id)
        mark_changed(connection)
    called = [now.products[key]["name"] or now.products[key]["sku"] for key in now.products if key in kept]
    return UndoneList(last, tuple(called), kept_suppliers)


def _spelled(connection: Connection, changes: Iterable[Difference]) -> list[Difference]:
    """The changes with suppliers' names of now; suppliers that are gone and named before are there again."""
    changes = list(changes)
    befores = [change.before for change in changes if change.before]
    add_suppliers(connection, {before["supplier"] for before in befores if before.get("supplier")})
    known = spellings(connection)
    return [renamed(change, "supplier", lambda name: known.get(sku_key(name), name)) for change in changes]


def _return_suppliers(connection: Connection, changes: Iterable[Difference]) -> tuple[str, ...]:
    """Take back what a list did to suppliers; the names of those that keep something newer or are needed."""
    known, now = spellings(connection), listed_state(connection).suppliers
    there = [(change, sku_key(known[change.key])) for change in changes if change.key in known]
    found = {key: field_return(change, now[key]) for change, key in there if change.before is not None}
    for key, said in found.items():
        _write_supplier(connection, now[key]["supplier"], said)
    kept = [now[key]["supplier"] for key, said in found.items() if said.kept]
    added = {now[key]["supplier"]: now[key] == change.after for change, key in there if change.before is None}
    gone = _remove(connection, [supplier for supplier, holds in added.items() if holds])
    return tuple(sorted({*kept, *(added.keys() - gone)}))


def _write_supplier(connection: Connection, supplier: str, said: FieldReturn) -> None:
    values = {field: value for field, value in said.back.items() if field != CLOSED}
    if values:
        connection.execute(update(supplier_table).where(supplier_table.c.supplier == supplier).values(values))
    if CLOSED in said.back:
        write_closures(connection, supplier, [Closure(*map(date.fromisoformat, days)) for days in said.back[CLOSED]])


def _remove(connection: Connection, names: list[str]) -> set[str]:
    """Delete those of the suppliers that no product and no order names; their names."""
    named = union(select(products.c.supplier), select(orders.c.supplier))
    gone = set(names) - set(connection.execute(named).scalars())
    connection.execute(delete(supplier_table).where(is_among(supplier_table.c.supplier, gone)))
    return gone
