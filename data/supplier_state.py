"""What the owner may have set of one supplier, as plain values: noted before and after an edit, and set back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from data.edit_log import SUPPLIER, note_edit
from data.schema import products
from data.schema import suppliers as supplier_table
from data.supplier_days import Closure, closures_of, write_closures
from data.supplier_fields import SUPPLIER_RULES
from data.supplier_names import rename

NAME, CLOSED, OWN_LEAD_TIMES = "supplier", "closed", "own_lead_times"

State = dict[str, Any]


def supplier_state(connection: Connection, supplier: str) -> State | None:
    """The conditions of a supplier, its name, its closed periods, and [lead time, deviation] of the products that have
    their own, by SKU; None where it is gone."""
    columns = [supplier_table.c[field] for field in (NAME, *SUPPLIER_RULES)]
    query = select(*columns).where(supplier_table.c.supplier == supplier)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    periods = closures_of(connection, supplier)
    closed = [[period.first_day.isoformat(), period.last_day.isoformat()] for period in periods]
    return {**row, CLOSED: closed, OWN_LEAD_TIMES: _own_lead_times(connection, supplier)}


def note_supplier_edit(connection: Connection, supplier: str, *, before: State | None) -> None:
    """Note in the log how a supplier, by its name of now, differs from `before`."""
    after = supplier_state(connection, supplier)
    assert before is not None
    assert after is not None
    note_edit(connection, SUPPLIER, supplier, before=before, after=after)


def restore_supplier(connection: Connection, supplier: str, said: Mapping[str, Any]) -> None:
    """Set back those conditions of a supplier that `said` has."""
    own = {field: said[field] for field in SUPPLIER_RULES if field in said}
    if own:
        connection.execute(update(supplier_table).where(supplier_table.c.supplier == supplier).values(own))
    if CLOSED in said:
        periods = [Closure(*map(date.fromisoformat, days)) for days in said[CLOSED]]
        write_closures(connection, supplier, periods)
    for sku, (days, deviation) in said.get(OWN_LEAD_TIMES, {}).items():
        values = {"lead_time_days": days, "lead_time_sd_days": deviation}
        connection.execute(update(products).where(products.c.sku == sku).values(values))
    if NAME in said:
        rename(connection, supplier, said[NAME])


def use_for_all_products(connection: Connection, supplier: str) -> None:
    """Let a supplier's lead time hold for all its products: their own go, and how far these are out."""
    nothing = {"lead_time_days": None, "lead_time_sd_days": None}
    connection.execute(update(products).where(_has_own(supplier)).values(nothing))


def _own_lead_times(connection: Connection, supplier: str) -> dict[str, list[float | None]]:
    columns = (products.c.sku, products.c.lead_time_days, products.c.lead_time_sd_days)
    return {row[0]: [row[1], row[2]] for row in connection.execute(select(*columns).where(_has_own(supplier)))}


def _has_own(supplier: str) -> ColumnElement[bool]:
    return (products.c.supplier == supplier) & products.c.lead_time_days.is_not(None)
