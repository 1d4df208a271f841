"""Renaming a supplier: its products, orders and conditions stay with it."""

from sqlalchemy import Connection, delete, insert, text, update

from data.problems import Problem
from data.schema import orders, products, supplier_closures, supplier_names
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, writing
from data.sku_key import sku_key
from data.suppliers import known_supplier
from data.value_rules import BadValue, TextRule, checked

NAME = TextRule(empty="")


def rename_supplier(shop: Shop, old: str, new: str) -> None:
    """Give a supplier another name; lists that still have the old one go on finding it.

    Raises BadValue for a supplier that the shop does not have (unknown_supplier), an empty name, and the name of
    another supplier (supplier_name_taken).
    """
    name = str(checked({"supplier": new}, {"supplier": NAME}, of={})["supplier"])
    if not name:
        raise BadValue(Problem("bad_value", {"field": "supplier", "rule": "a name", "found": new}))
    with writing(shop) as connection:
        rename(connection, known_supplier(connection, old), name)
        mark_changed(connection)


def rename(connection: Connection, spelled: str, name: str) -> None:
    """The same in the caller's transaction, for a name as the shop keeps it."""
    is_same = sku_key(spelled) == sku_key(name)
    if not is_same and _is_taken(connection, name):
        values = {"field": "supplier", "rule": "a name that no other supplier has", "found": name}
        raise BadValue(Problem("supplier_name_taken", values))
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))  # the name is the key: its references follow at once
    values = {"supplier": name, "supplier_key": sku_key(name)}
    connection.execute(update(supplier_table).where(supplier_table.c.supplier == spelled).values(values))
    for table in (products, orders, supplier_closures, supplier_names):
        connection.execute(update(table).where(table.c.supplier == spelled).values(supplier=name))
    connection.execute(delete(supplier_names).where(supplier_names.c.supplier_key == sku_key(name)))
    if not is_same:
        connection.execute(insert(supplier_names).values(supplier_key=sku_key(spelled), supplier=name))


def _is_taken(connection: Connection, name: str) -> bool:
    is_name = supplier_table.c.supplier_key == sku_key(name)
    return connection.execute(supplier_table.select().where(is_name)).first() is not None
