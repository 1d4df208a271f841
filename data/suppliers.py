"""From whom the shop orders: each supplier's own conditions, and what holds where nobody says anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select, update

from data.problems import Problem
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, reading, writing
from data.shop_settings import ShopSettings
from data.supplier_days import Closure, checked_closures, write_closures
from data.supplier_fields import FLAGS, NUMBERS, SUPPLIER_RULES, TEXTS
from data.supplier_names import check_name_is_free, known_supplier, rename
from data.supplier_state import note_supplier_edit, supplier_state, use_for_all_products
from data.value_rules import BadValue, TextRule, Value, checked, gathered

OF_SHOP = ("lead_time_days", "review_period_days", "order_cost")
NEUTRAL = {"lead_time_sd_days": 0.0, "pack_size": 1.0, "moq": 0.0, "on_order": 0.0}  # changes no order quantity


def suppliers(shop: Shop) -> pd.DataFrame:
    """All suppliers that a product ever named, by name, with the fields of SUPPLIER_RULES.

    NaN where the supplier has no number of its own and the shop's holds, "" where it has no text. order_days is as
    supplier_days.order_days_said reads it.
    """
    columns = [supplier_table.c[name] for name in ("supplier", *SUPPLIER_RULES)]
    with reading(shop) as connection:
        rows = connection.execute(select(*columns).order_by(supplier_table.c.supplier)).all()
    table = pd.DataFrame(rows, columns=[column.name for column in columns])
    table[list(TEXTS)] = table[list(TEXTS)].astype("object").fillna("")
    types = dict.fromkeys(NUMBERS, "float64") | dict.fromkeys(("supplier", *TEXTS), "str")
    return table.astype(types | dict.fromkeys(FLAGS, "bool")).set_index("supplier")


def edit_supplier(shop: Shop, supplier: str, field: str, value: object) -> None:
    """Set one field of a supplier; an empty value means that the shop's own holds, or that nothing is said.

    The rules are those of SUPPLIER_RULES. Raises BadValue for a value that breaks its rule, an unknown field or
    supplier.
    """
    save_supplier(shop, supplier, values={field: value})


def rename_supplier(shop: Shop, old: str, new: str) -> None:
    """Give a supplier another name; its products and orders stay, and lists that still have the old one find it.

    Raises BadValue for a supplier that the shop does not have (unknown_supplier), an empty name, and the name of
    another supplier (supplier_name_taken).
    """
    save_supplier(shop, old, name=new)


def set_closures(shop: Shop, supplier: str, periods: Iterable[Closure]) -> None:
    """Set all periods in which a supplier is closed; of two that begin on the same day the longer one is kept.

    Raises BadValue for a period that ends before it begins, and for a supplier that the shop does not have.
    """
    save_supplier(shop, supplier, closed=periods)


def save_supplier(
    shop: Shop,
    supplier: str,
    *,
    values: Mapping[str, object] | None = None,
    name: str | None = None,
    closed: Iterable[Closure] | None = None,
    lead_time_for_all: bool = False,
) -> None:
    """Set what is given of a supplier, in one transaction: fields, another name, all its closed periods.

    lead_time_for_all: its lead time holds for its products that have one of their own too.

    Raises BadValue with everything that is wrong, and changes nothing then.
    """
    with writing(shop) as connection:
        spelled = known_supplier(connection, supplier)
        said = _checked(connection, spelled, values=values, name=name, closed=closed)
        before = supplier_state(connection, spelled)
        if said.values:
            connection.execute(update(supplier_table).where(supplier_table.c.supplier == spelled).values(said.values))
        if said.closed is not None:
            write_closures(connection, spelled, said.closed)
        if said.name is not None:
            rename(connection, spelled, said.name)
        if lead_time_for_all:
            use_for_all_products(connection, said.name or spelled)
        note_supplier_edit(connection, said.name or spelled, before=before)
        mark_changed(connection)


def check_supplier(
    shop: Shop,
    supplier: str,
    *,
    values: Mapping[str, object] | None = None,
    name: str | None = None,
    closed: Iterable[Closure] | None = None,
) -> None:
    """Raise BadValue with everything for which save_supplier would refuse this; nothing is changed."""
    with reading(shop) as connection:
        _checked(connection, known_supplier(connection, supplier), values=values, name=name, closed=closed)


@dataclass(frozen=True)
class _Said:
    """What is kept of a supplier, None where nothing was said."""

    values: Mapping[str, Value]
    name: str | None
    closed: tuple[Closure, ...] | None


def _checked(
    connection: Connection,
    supplier: str,
    *,
    values: Mapping[str, object] | None,
    name: str | None,
    closed: Iterable[Closure] | None,
) -> _Said:
    problems: list[Problem] = []
    kept = gathered(problems, lambda: checked(values or {}, SUPPLIER_RULES, of={"supplier": supplier}))
    wanted = gathered(problems, lambda: None if name is None else _checked_name(connection, supplier, name))
    periods = gathered(problems, lambda: None if closed is None else checked_closures(supplier, closed))
    if problems:
        raise BadValue(*problems)
    return _Said(kept or {}, wanted, None if periods is None else tuple(periods))


def _checked_name(connection: Connection, supplier: str, name: str) -> str:
    found = checked({"supplier": name}, {"supplier": TextRule(empty="")}, of={})["supplier"]
    if not found:
        raise BadValue(Problem("bad_value", {"field": "supplier", "rule": "a name", "found": name}))
    check_name_is_free(connection, supplier, str(found))
    return str(found)


def with_defaults(products: pd.DataFrame, suppliers: pd.DataFrame, settings: ShopSettings) -> pd.DataFrame:
    """The products with the conditions that hold: their own, else their supplier's, else the shop's.

    Fills lead_time_days, lead_time_sd_days (else 0), pack_size (else 1), moq (else 0), on_order (else 0) and adds
    review_period_days and order_cost, with a column `<field>_assumed` each: true where neither the product nor its
    supplier says it. Stock on hand stays unknown where it is.
    """
    filled = products.copy()
    of_supplier = suppliers.reindex(products["supplier"]).set_axis(products.index)
    of_shop = {field: getattr(settings, field) for field in OF_SHOP}
    for field, fallback in {**of_shop, **NEUTRAL}.items():
        said = products.get(field, pd.Series(np.nan, index=products.index))
        if field in of_supplier:
            said = said.fillna(of_supplier[field])
        filled[field] = said.fillna(float(fallback))
        filled[f"{field}_assumed"] = said.isna()
    return filled
