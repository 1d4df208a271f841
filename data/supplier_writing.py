"""Conditions of suppliers from a list, written to the shop in one transaction."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from data.closure_text import ClosuresRule, closures_said
from data.columns import CLOSED
from data.importing.taken_lists import noted_list
from data.lists.suppliers_file import SupplierFile
from data.problems import FileRejected, Problem
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, writing
from data.sku_key import sku_key
from data.supplier_days import checked_closures, closures_of, write_closures
from data.supplier_fields import SUPPLIER_RULES
from data.supplier_names import add_suppliers
from data.value_rules import BadValue, Rule, checked, is_empty

LIST_RULES: dict[str, Rule] = {**SUPPLIER_RULES, CLOSED: ClosuresRule()}


@dataclass(frozen=True)
class SuppliersOutcome:
    """How many of the suppliers named are new to the shop, have changed, were like that before."""

    new: int
    changed: int
    unchanged: int


def import_suppliers(shop: Shop, supplier_file: SupplierFile) -> SuppliersOutcome:
    """Take over a list of suppliers; columns it does not have and empty cells leave the shop as it is.

    Suppliers that no product names yet are kept too. Raises FileRejected with all values that break a rule, and
    changes nothing then. undo_last_list takes it back.
    """
    said = _checked(supplier_file)
    closed = {name: closures_said(str(values.pop(CLOSED))) for name, values in said.items() if CLOSED in values}
    with writing(shop) as connection, noted_list(connection, supplier_file.report.file_name):
        known = {row["supplier_key"]: dict(row) for row in connection.execute(select(supplier_table)).mappings()}
        spelled = add_suppliers(connection, said)
        before = {name: known.get(sku_key(spelled[name]), {}) for name in said}
        changed = {name for name, values in said.items() if _differs(values, before[name])}
        for name in changed:
            statement = update(supplier_table).where(supplier_table.c.supplier == spelled[name])
            connection.execute(statement.values(said[name]))
        for name, periods in closed.items():
            if closures_of(connection, spelled[name]) != checked_closures(name, periods):
                write_closures(connection, spelled[name], checked_closures(name, periods))
                changed.add(name)
        new = {name for name in said if not before[name]}
        if new or changed:
            mark_changed(connection)
    return SuppliersOutcome(new=len(new), changed=len(changed - new), unchanged=len(said) - len(new | changed))


def _checked(supplier_file: SupplierFile) -> dict[str, dict[str, Any]]:
    """The values that each supplier has, by its name."""
    said: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for row in supplier_file.suppliers.to_dict("records"):
        name = str(row["supplier"])
        values = {field: row[field] for field in LIST_RULES if not is_empty(row.get(field))}
        try:
            said[name] = checked(values, LIST_RULES, of={"supplier": name})
        except BadValue as bad:
            problems += bad.problems
    if problems:
        raise FileRejected(*problems)
    return said


def _differs(values: dict[str, Any], before: dict[str, Any]) -> bool:
    return any(before.get(field) != value for field, value in values.items())
