"""The parts of bundles, checked and written in the caller's transaction."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from data.membership import is_among
from data.problems import Problem
from data.schema import bundle_parts as parts_table
from data.schema import products
from data.sku_key import sku_key
from data.value_rules import BadValue, NumberRule, checked

UNITS = NumberRule(0, above=True, may_be_empty=False)


def write_parts(connection: Connection, said: Mapping[str, Mapping[str, object]]) -> set[str]:
    """Set the parts, units by SKU, of each bundle in `said`, by SKU; the keys of those that this changes.

    Raises BadValue with all that is wrong: units not above 0, products that the shop does not have, a part that is the
    product itself or a bundle (part_is_bundle), a bundle that is a part of another one (bundle_is_part).
    """
    ids = _ids(connection, {sku for bundle, parts in said.items() for sku in (bundle, *parts)})
    problems: list[Problem] = []
    changed = set()
    for bundle, parts in said.items():
        wrong, units = _checked(connection, bundle, parts, ids=ids)
        problems += wrong
        if not wrong and _replaced(connection, ids[sku_key(bundle)], units):
            changed.add(sku_key(bundle))
    if problems:
        raise BadValue(*problems)
    return changed


def _replaced(connection: Connection, bundle: int, units: Mapping[int, float]) -> bool:
    """Whether the parts of a bundle were others before."""
    is_its = parts_table.c.bundle == bundle
    before = {row.part: row.units for row in connection.execute(select(parts_table).where(is_its))}
    if before == units:
        return False
    connection.execute(delete(parts_table).where(is_its))
    if units:
        rows = [{"bundle": bundle, "part": part, "units": value} for part, value in units.items()]
        connection.execute(insert(parts_table), rows)
    return True


def _checked(
    connection: Connection, bundle: str, parts: Mapping[str, object], *, ids: Mapping[str, int]
) -> tuple[list[Problem], dict[int, float]]:
    """What is wrong, and the units by the product_id of the part."""
    missing = [sku for sku in (bundle, *parts) if sku_key(sku) not in ids]
    of = {"sku": bundle}
    problems = [
        Problem("unknown_product", {"field": "parts", "rule": "in the shop", "found": sku, **of}) for sku in missing
    ]
    units: dict[int, float] = {}
    for sku in parts:
        if sku in missing:
            continue
        try:
            kept = checked({"units": parts[sku]}, {"units": UNITS}, of={"sku": sku})["units"]
        except BadValue as bad:
            problems += bad.problems
        else:
            units[ids[sku_key(sku)]] = float(kept or 0)
    return problems + ([] if missing else _nested(connection, bundle, parts, ids=ids)), units


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
        if ids[sku_key(sku)] in {*bundles, whole}
    ]
    if parts and whole in used:
        values = {"field": "parts", "rule": "empty, since it is a part of another bundle", "found": bundle}
        problems.append(Problem("bundle_is_part", {**values, "sku": bundle}))
    return problems


def _ids(connection: Connection, skus: Iterable[str]) -> dict[str, int]:
    query = select(products.c.sku_key, products.c.product_id).where(is_among(products.c.sku_key, map(sku_key, skus)))
    return {row.sku_key: row.product_id for row in connection.execute(query)}
