"""Bundles and recipes: products that are put together from others, so that selling one sells its parts."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import select

from data.bundle_writing import write_parts
from data.problems import Problem
from data.product_state import note_product_edit, noted_state
from data.product_writing import products_by_key
from data.schema import bundle_parts as parts_table
from data.schema import products
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
from data.value_rules import BadValue


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

    Raises BadValue as bundle_writing.write_parts does.
    """
    with writing(shop) as connection:
        known = products_by_key(connection, [sku_key(bundle)])
        if not known:
            raise BadValue(Problem("unknown_product", {"field": "sku", "rule": "in the shop", "found": bundle}))
        product_id = known[sku_key(bundle)]["product_id"]
        before = noted_state(connection, product_id)
        write_parts(connection, {bundle: parts})
        note_product_edit(connection, product_id, before=before)
        mark_changed(connection)
