"""The conditions under which the shop orders: each supplier's own, and what holds where nobody says anything."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert, select, update

from data.problems import Problem
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, reading, writing
from data.shop_settings import ShopSettings
from data.sku_key import sku_key
from data.value_rules import BadValue, NumberRule, Rule, checked

SUPPLIER_RULES: dict[str, Rule] = {
    "lead_time_days": NumberRule(0, 365),
    "review_period_days": NumberRule(1, 365),
    "order_cost": NumberRule(0),
}

NEUTRAL = {"lead_time_sd_days": 0.0, "pack_size": 1.0, "moq": 0.0, "on_order": 0.0}  # changes no order quantity


def suppliers(shop: Shop) -> pd.DataFrame:
    """All suppliers that a product ever named, by name: lead_time_days, review_period_days, order_cost.

    NaN where the supplier has none of its own and the shop's holds.
    """
    columns = [supplier_table.c[name] for name in ("supplier", *SUPPLIER_RULES)]
    with reading(shop) as connection:
        rows = connection.execute(select(*columns).order_by(supplier_table.c.supplier)).all()
    table = pd.DataFrame(rows, columns=[column.name for column in columns])
    return table.astype({"supplier": "str"} | dict.fromkeys(SUPPLIER_RULES, "float64")).set_index("supplier")


def edit_supplier(shop: Shop, supplier: str, field: str, value: object) -> None:
    """Set one field of a supplier; an empty value means that the shop's own holds.

    lead_time_days 0 to 365, review_period_days 1 to 365, order_cost 0 or more, in the shop's money. Raises BadValue
    for any other value and for an unknown field or supplier.
    """
    kept = checked({field: value}, SUPPLIER_RULES, of={"supplier": supplier})
    is_supplier = supplier_table.c.supplier_key == sku_key(supplier)
    with writing(shop) as connection:
        if connection.execute(update(supplier_table).where(is_supplier).values(kept)).rowcount == 0:
            raise BadValue(Problem("unknown_supplier", {"field": "supplier", "rule": "in the shop", "found": supplier}))
        mark_changed(connection)


def with_defaults(products: pd.DataFrame, suppliers: pd.DataFrame, settings: ShopSettings) -> pd.DataFrame:
    """The products with the conditions that hold: their own, else their supplier's, else the shop's.

    Fills lead_time_days, lead_time_sd_days (else 0), pack_size (else 1), moq (else 0), on_order (else 0) and adds
    review_period_days and order_cost, with a column `<field>_assumed` each: true where neither the product nor its
    supplier says it. Stock on hand stays unknown where it is.
    """
    filled = products.copy()
    of_supplier = suppliers.reindex(products["supplier"]).set_axis(products.index)
    of_shop = {field: getattr(settings, field) for field in SUPPLIER_RULES}
    for field, fallback in {**of_shop, **NEUTRAL}.items():
        said = products.get(field, pd.Series(np.nan, index=products.index))
        if field in of_supplier:
            said = said.fillna(of_supplier[field])
        filled[field] = said.fillna(float(fallback))
        filled[f"{field}_assumed"] = said.isna()
    return filled


def add_suppliers(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """Add the suppliers that the shop does not know; for each name the spelling that the shop keeps."""
    query = select(supplier_table.c.supplier_key, supplier_table.c.supplier)
    kept = {row.supplier_key: row.supplier for row in connection.execute(query)}
    spelled = {name: sku_key(name) for name in names}
    new = {key: name for name, key in reversed(spelled.items()) if key not in kept}
    if new:
        rows = [{"supplier_key": key, "supplier": name} for key, name in new.items()]
        connection.execute(insert(supplier_table), rows)
    return {name: (kept | new)[key] for name, key in spelled.items()}
