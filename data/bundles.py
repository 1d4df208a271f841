"""Bundles and recipes: products that are put together from others, so that selling one sells its parts."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from data.problems import Problem
from data.product_state import note_product_edit, noted_state
from data.product_writing import products_by_key
from data.schema import bundle_parts as parts_table
from data.schema import products
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
from data.value_rules import BadValue, NumberRule, Value, checked

UNITS = NumberRule(0, above=True, may_be_empty=False)


def bundle_parts(shop: Shop) -> pd.DataFrame:
    """The parts of all bundles by SKU: bundle, part, units of the part in one bundle. A part is never a bundle."""
    bundle, part = products.alias("bundle"), products.alias("part")
    query = (
        select(bundle.c.sku, part.c.sku, parts_table.c.units)
        .join(bundle, bundle.c.product_id == parts_table.c.bundle)
        .join(part, part.c.product_id == parts_table.c.part)
        .order_by(bundle.c.sku, part.c.sku)
    )
    with reading(shop) as connection:
        rows = [tuple(row) for row in connection.execute(query)]
    types = {"bundle": "str", "part": "str", "units": "float64"}
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def set_bundle(shop: Shop, bundle: str, parts: Mapping[str, object]) -> None:
    """Say of what one of a product consists: units by SKU; without parts it is no bundle.

    Raises BadValue with all that is wrong: units not above 0, products that the shop does not have, a part that is the
    product itself or a bundle (part_is_bundle), a bundle that is a part of another one (bundle_is_part).
    """
    with writing(shop) as connection:
        known = products_by_key(connection, {sku_key(sku) for sku in (bundle, *parts)})
        units = _checked(connection, bundle, parts, ids={key: row["product_id"] for key, row in known.items()})
        whole = known[sku_key(bundle)]["product_id"]
        before = noted_state(connection, whole)
        connection.execute(delete(parts_table).where(parts_table.c.bundle == whole))
        if units:
            rows = [{"bundle": whole, "part": part, "units": value} for part, value in units.items()]
            connection.execute(insert(parts_table), rows)
        note_product_edit(connection, whole, before=before)
        mark_changed(connection)


def _checked(
    connection: Connection, bundle: str, parts: Mapping[str, object], *, ids: Mapping[str, int]
) -> dict[int, Value]:
    """Units by the product_id of the part."""
    missing = [sku for sku in (bundle, *parts) if sku_key(sku) not in ids]
    problems = [Problem("unknown_product", {"field": "sku", "rule": "in the shop", "found": sku}) for sku in missing]
    units: dict[int, Value] = {}
    for sku, found in parts.items():
        if sku in missing:
            continue
        try:
            units[ids[sku_key(sku)]] = checked({"units": found}, {"units": UNITS}, of={"sku": sku})["units"]
        except BadValue as bad:
            problems += bad.problems
    if not missing:
        problems += _nested(connection, bundle, parts, ids=ids)
    if problems:
        raise BadValue(*problems)
    return units


def _nested(
    connection: Connection, bundle: str, parts: Mapping[str, object], *, ids: Mapping[str, int]
) -> list[Problem]:
    """Parts that are bundles, and a bundle that is a part: they would have to be taken apart again and again."""
    rows = connection.execute(select(parts_table.c.bundle, parts_table.c.part)).all()
    bundles, used = {row.bundle for row in rows}, {row.part for row in rows}
    whole = ids[sku_key(bundle)]
    problems = [
        Problem(
            "part_is_bundle", {"field": "parts", "rule": "products that are no bundles", "found": sku, "sku": bundle}
        )
        for sku in parts
        if ids[sku_key(sku)] == whole or ids[sku_key(sku)] in bundles - {whole}
    ]
    if parts and whole in used:
        values = {"field": "parts", "rule": "empty, since it is a part of another bundle", "found": bundle}
        problems.append(Problem("bundle_is_part", {**values, "sku": bundle}))
    return problems
