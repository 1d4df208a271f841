"""Names of suppliers: as the shop spells them, new ones, changed ones and those of before."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, text, update

from data.edit_log import SUPPLIER
from data.problems import Problem
from data.schema import edits, orders, products, supplier_closures, supplier_names
from data.schema import suppliers as supplier_table
from data.sku_key import sku_key
from data.value_rules import BadValue


def known_supplier(connection: Connection, name: str) -> str:
    """The spelling that the shop keeps of a supplier, also by a name it had before. BadValue where it has none."""
    found = spellings(connection).get(sku_key(name))
    if found is None:
        raise BadValue(Problem("unknown_supplier", {"field": "supplier", "rule": "in the shop", "found": name}))
    return found


def add_suppliers(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Add the suppliers that the shop does not know; for each name the spelling that the shop keeps.

    A supplier that was renamed is known by its earlier names too, so that lists with them find it.
    """
    kept = spellings(connection)
    spelled = {name: sku_key(name) for name in names}
    new = {key: name for name, key in reversed(spelled.items()) if key not in kept}
    if new:
        rows = [{"supplier_key": key, "supplier": name} for key, name in new.items()]
        connection.execute(insert(supplier_table), rows)
    return {name: (kept | new)[key] for name, key in spelled.items()}


def rename(connection: Connection, spelled: str, name: str) -> None:
    """Give a supplier, named as the shop keeps it, another name: its products and orders follow.

    Raises BadValue with code supplier_name_taken where another supplier has it.
    """
    check_name_is_free(connection, spelled, name)
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))  # the name is the key: its references follow at once
    values = {"supplier": name, "supplier_key": sku_key(name)}
    connection.execute(update(supplier_table).where(supplier_table.c.supplier == spelled).values(values))
    for table in (products, orders, supplier_closures, supplier_names):
        connection.execute(update(table).where(table.c.supplier == spelled).values(supplier=name))
    is_of_supplier = (edits.c.what == SUPPLIER) & (edits.c.thing == spelled)
    connection.execute(update(edits).where(is_of_supplier).values(thing=name))
    connection.execute(delete(supplier_names).where(supplier_names.c.supplier_key == sku_key(name)))
    if sku_key(spelled) != sku_key(name):
        connection.execute(insert(supplier_names).values(supplier_key=sku_key(spelled), supplier=name))


def check_name_is_free(connection: Connection, spelled: str, name: str) -> None:
    """Raises BadValue with code supplier_name_taken where another supplier than `spelled` is called `name`."""
    is_name = supplier_table.c.supplier_key == sku_key(name)
    is_taken = connection.execute(supplier_table.select().where(is_name)).first() is not None
    if is_taken and sku_key(spelled) != sku_key(name):
        values = {"field": "supplier", "rule": "a name that no other supplier has", "found": name}
        raise BadValue(Problem("supplier_name_taken", values))


def spellings(connection: Connection) -> dict[str, str]:
    """The suppliers, as the shop spells them, by the key of their names, those of before too."""
    tables = (supplier_names, supplier_table)  # a name of today comes before one of the past
    found: dict[str, str] = {}
    for table in tables:
        found |= {row[0]: row[1] for row in connection.execute(select(table.c.supplier_key, table.c.supplier))}
    return found
