"""Values that the owner gives for products, written to the database: one edit or a whole list, the same way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from data.bundle_text import parts_said
from data.bundle_writing import write_parts
from data.membership import is_among
from data.problems import Problem
from data.product_fields import OWN_FIELDS, PARTS, STOCK_FIELDS
from data.purchasing.orders import units_on_the_way
from data.schema import products
from data.sku_key import sku_key
from data.stock_counts import note_counts
from data.supplier_names import add_suppliers
from data.value_rules import BadValue, Value

Row = dict[str, Any]


@dataclass(frozen=True)
class ProductValues:
    """What the owner says about one product: checked values of the fields that she names."""

    sku: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class ProductsOutcome:
    """How many of the products named are new to the shop, have changed, were like that before."""

    new: int
    changed: int
    unchanged: int


def write_values(connection: Connection, said: Iterable[ProductValues], *, day: date) -> ProductsOutcome:
    """Set what is said, adding the products that are missing; stock is noted as counted on `day`.

    A field that is named is the owner's from then on: no sales file changes it any more. Raises BadValue where a
    product is said to be like one that the shop does not have, or like itself.
    """
    wanted = _by_key(said)
    new = _add_missing(connection, wanted)
    before = products_by_key(connection, wanted)
    after = {key: _after(before[key], product.values) for key, product in wanted.items()}
    _spell_suppliers(connection, after)
    _find_similar(connection, wanted, after)
    _update(connection, [row for key, row in after.items() if row != before[key]])
    here = units_on_the_way(connection)
    counts = {
        after[key]["product_id"]: _elsewhere(_stock(product.values), here.get(after[key]["product_id"], 0.0))
        for key, product in wanted.items()
    }
    counted = note_counts(connection, counts, day=day)
    said_parts = {product.sku: product.values[PARTS] for product in wanted.values() if PARTS in product.values}
    bundled = write_parts(connection, {sku: parts_said(str(text or "")) for sku, text in said_parts.items()})
    changed = bundled | {
        key for key, row in after.items() if row["product_id"] in counted or _differs(row, before[key])
    }
    changed -= new
    return ProductsOutcome(new=len(new), changed=len(changed), unchanged=len(wanted) - len(new) - len(changed))


def products_by_key(connection: Connection, keys: Iterable[str]) -> dict[str, Row]:
    """Those of the products named by their sku_key that the shop has, without their stock."""
    rows = connection.execute(select(products).where(is_among(products.c.sku_key, keys))).mappings()
    return {row["sku_key"]: dict(row) for row in rows}


def _by_key(said: Iterable[ProductValues]) -> dict[str, ProductValues]:
    wanted: dict[str, ProductValues] = {}
    for product in said:
        key = sku_key(product.sku)
        earlier = wanted.get(key, product)
        wanted[key] = ProductValues(earlier.sku, {**earlier.values, **product.values})
    return wanted


def _add_missing(connection: Connection, wanted: Mapping[str, ProductValues]) -> set[str]:
    new = wanted.keys() - products_by_key(connection, wanted).keys()
    rows = [{"sku": p.sku, "sku_key": key, "active": True, "edited": ""} for key, p in wanted.items() if key in new]
    if rows:
        connection.execute(insert(products), rows)
    return set(new)


def _after(before: Row, values: Mapping[str, Value]) -> Row:
    own = {field: values[field] for field in OWN_FIELDS if field in values}
    edited = set(before["edited"].split()) | own.keys()
    return {**before, **own, "edited": " ".join(sorted(edited))}


def _spell_suppliers(connection: Connection, rows: Mapping[str, Row]) -> None:
    spelled = add_suppliers(connection, (row["supplier"] for row in rows.values() if row["supplier"]))
    for row in rows.values():
        row["supplier"] = spelled.get(row["supplier"])


def _find_similar(connection: Connection, wanted: Mapping[str, ProductValues], rows: Mapping[str, Row]) -> None:
    """The products that others are said to be like, by their product_id."""
    named = {key: str(said.values["similar_to"]) for key, said in wanted.items() if said.values.get("similar_to")}
    known = products_by_key(connection, {sku_key(sku) for sku in named.values()})
    problems = []
    for key, sku in named.items():
        found = known.get(sku_key(sku))
        if found is None or sku_key(sku) == key:
            code, rule = ("unknown_product", "in the shop") if found is None else ("bad_value", "another product")
            values = {"field": "similar_to", "rule": rule, "found": sku, "sku": wanted[key].sku}
            problems.append(Problem(code, values))
        else:
            rows[key]["similar_to"] = found["product_id"]
    if problems:
        raise BadValue(*problems)


def _update(connection: Connection, rows: list[Row]) -> None:
    if not rows:
        return
    values: dict[str, Any] = {field: bindparam(f"new_{field}") for field in (*OWN_FIELDS, "edited")}
    statement = update(products).where(products.c.product_id == bindparam("new_product_id")).values(values)
    connection.execute(statement, [{f"new_{name}": value for name, value in row.items()} for row in rows])


def _stock(values: Mapping[str, Value]) -> dict[str, Value]:
    return {field: values[field] for field in STOCK_FIELDS if field in values}


def _elsewhere(stock: dict[str, Value], here: float) -> dict[str, Value]:
    """Of the units said to be on order, those that no order made here accounts for."""
    said = stock.get("on_order")
    return {**stock, "on_order": max(said - here, 0.0)} if isinstance(said, float | int) and here else stock


def _differs(after: Row, before: Row) -> bool:
    return any(after[field] != before[field] for field in OWN_FIELDS)
