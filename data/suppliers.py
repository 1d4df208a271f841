"""From whom the shop orders: each supplier's own conditions, and what holds where nobody says anything."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert, select, update

from data.problems import Problem
from data.schema import supplier_names
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, reading, writing
from data.shop_settings import ShopSettings
from data.sku_key import sku_key
from data.supplier_days import OrderDaysRule
from data.value_rules import BadValue, NumberRule, Rule, TextRule, YesNoRule, checked

SUPPLIER_RULES: dict[str, Rule] = {
    "lead_time_days": NumberRule(0, 365),
    "review_period_days": NumberRule(1, 365),
    "order_cost": NumberRule(0),
    "lead_time_sd_days": NumberRule(0, 365),
    "order_days": OrderDaysRule(),
    "minimum_order_value": NumberRule(0),
    "fee_below_minimum": NumberRule(0),
    "closed_on_holidays": YesNoRule(),
    "email": TextRule(),
    "note": TextRule(longest=1000),
}
TEXTS = ("order_days", "email", "note")
FLAGS = ("closed_on_holidays",)
NUMBERS = tuple(field for field in SUPPLIER_RULES if field not in (*TEXTS, *FLAGS))

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

    Times are days up to 365, review_period_days from 1; money is the shop's, 0 or more; order_days as
    supplier_days.order_days_said reads them; closed_on_holidays a bool. Raises BadValue for any other value and for an
    unknown field or supplier.
    """
    kept = checked({field: value}, SUPPLIER_RULES, of={"supplier": supplier})
    with writing(shop) as connection:
        spelled = known_supplier(connection, supplier)
        connection.execute(update(supplier_table).where(supplier_table.c.supplier == spelled).values(kept))
        mark_changed(connection)


def known_supplier(connection: Connection, name: str) -> str:
    """The spelling that the shop keeps of a supplier, also by a name it had before. BadValue where it has none."""
    found = _spellings(connection).get(sku_key(name))
    if found is None:
        raise BadValue(Problem("unknown_supplier", {"field": "supplier", "rule": "in the shop", "found": name}))
    return found


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


def add_suppliers(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Add the suppliers that the shop does not know; for each name the spelling that the shop keeps.

    A supplier that was renamed is known by its earlier names too, so that lists with them find it.
    """
    kept = _spellings(connection)
    spelled = {name: sku_key(name) for name in names}
    new = {key: name for name, key in reversed(spelled.items()) if key not in kept}
    if new:
        rows = [{"supplier_key": key, "supplier": name} for key, name in new.items()]
        connection.execute(insert(supplier_table), rows)
    return {name: (kept | new)[key] for name, key in spelled.items()}


def _spellings(connection: Connection) -> dict[str, str]:
    """The suppliers by the key of their names, those of before too."""
    tables = (supplier_names, supplier_table)  # a name of today comes before one of the past
    found: dict[str, str] = {}
    for table in tables:
        found |= {row[0]: row[1] for row in connection.execute(select(table.c.supplier_key, table.c.supplier))}
    return found
