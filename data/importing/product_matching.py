"""The products of a sales file, matched with the shop's: the shop's spelling of an SKU wins, letter case is ignored."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, func, select, union, update

from data.bulk_insert import insert_rows
from data.reading.product_keys import name_key
from data.schema import bundle_parts, order_lines, product_changes, products, sales, stock_counts
from data.sku_key import sku_key
from data.value_rules import is_empty

NAMED = ("name", "category", "price")  # what a sales file may say about a product
NEEDED_BY = (stock_counts.c.product_id, order_lines.c.product_id, bundle_parts.c.bundle, bundle_parts.c.part)
CHANGE = ["product_id", "sku", "sku_key", "is_new", *NAMED, *(f"{field}_before" for field in NAMED)]


@dataclass(frozen=True)
class ProductMatch:
    """ids: product_id by sku_key, of every product of the shop and of the file.

    changes: what the file brings, a row per new or renamed product with the columns CHANGE.
    """

    ids: pd.Series
    changes: pd.DataFrame

    @property
    def new_products(self) -> int:
        return int(self.changes["is_new"].sum())


def match_products(connection: Connection, found: pd.DataFrame, *, last_day: int) -> ProductMatch:
    """Which product each SKU of a file is; `found` has sku, name, category, price (empty where the file has none).

    last_day: the epoch day up to which the file tells. Products that the shop does not know yet are new. A known one
    takes name, category and price from the file where it has none yet, and, where the owner did not set them herself,
    from a file that tells up to the last known sale of that product or beyond. Nothing is written yet.
    """
    known = _known_products(connection)
    keyed = found.assign(sku_key=[sku_key(sku) for sku in found["sku"]])
    others = _other_spellings(known, keyed)
    wanted = keyed.assign(sku_key=keyed["sku_key"].replace(others) if others else keyed["sku_key"])
    is_once = wanted["sku_key"].is_unique
    wanted = wanted.set_index("sku_key") if is_once else wanted.groupby("sku_key", sort=False).first()
    is_known = wanted.index.isin(known.index)
    new = wanted[~is_known].assign(is_new=True)
    first_id = connection.execute(select(func.coalesce(func.max(products.c.product_id), 0))).scalar_one() + 1
    new["product_id"] = range(first_id, first_id + len(new))
    renamed = pd.DataFrame(_renamed(known, wanted[is_known], last_day=last_day), columns=CHANGE, dtype=object)
    added = new.reset_index().reindex(columns=CHANGE).astype(object)
    changes = pd.concat([added, renamed], ignore_index=True)
    ids = pd.concat([known["product_id"], new["product_id"]]).astype("int64")
    aliases = pd.Series([ids[key] for key in others.values()], index=list(others), dtype="int64")
    return ProductMatch(ids=pd.concat([ids, aliases]) if others else ids, changes=changes)


def write_products(connection: Connection, match: ProductMatch, *, import_id: int) -> None:
    """Add the new products and rename the known ones, and note how to take it back."""
    is_new = match.changes["is_new"].astype(bool)
    insert_rows(connection, products, match.changes[is_new].assign(active=True, edited=""))
    for change in match.changes[~is_new].to_dict("records"):
        _set(connection, change["product_id"], {field: change[field] for field in NAMED})
    insert_rows(connection, product_changes, match.changes.assign(import_id=import_id))


def take_back_products(connection: Connection, *, import_id: int) -> None:
    """Undo what an import did to products, except where the owner has edited, counted, ordered or bundled since."""
    is_noted = product_changes.c.import_id == import_id
    made = select(product_changes.c.product_id).where(is_noted, product_changes.c.is_new)
    needed = union(*(select(column) for column in NEEDED_BY))
    untouched = products.c.product_id.in_(made), products.c.edited == "", products.c.product_id.not_in(needed)
    connection.execute(delete(products).where(*untouched))
    renamed = select(product_changes, products.c.edited).join(
        products, products.c.product_id == product_changes.c.product_id
    )
    for row in connection.execute(renamed.where(is_noted, ~product_changes.c.is_new)).mappings().all():
        _set(connection, row["product_id"], {field: row[f"{field}_before"] for field in _free_fields(row)})


def product_names(connection: Connection) -> dict[int, str]:
    """What each product is called, by product_id; its SKU where it has no name."""
    rows = connection.execute(select(products.c.product_id, products.c.name, products.c.sku))
    return {row.product_id: row.name or row.sku for row in rows}


def _other_spellings(known: pd.DataFrame, found: pd.DataFrame) -> dict[str, str]:
    """Of products that go by their name, and are known under one that differs in punctuation only, the known key."""
    if found["sku_key"].isin(known.index).all():
        return {}
    old = zip(known.index, known["sku"], known["name"], strict=True)
    named = {name_key(sku): str(key) for key, sku, name in old if _goes_by_name(sku, name)}
    if not named:
        return {}
    new = zip(found["sku_key"], found["sku"], found["name"], strict=True)
    other = {str(key): name_key(sku) for key, sku, name in new if key not in known.index and _goes_by_name(sku, name)}
    return {key: named[spelled] for key, spelled in other.items() if spelled in named}


def _goes_by_name(sku: str, name: object) -> bool:
    """Whether a product has no code: what stands for it is what it is called."""
    return not is_empty(name) and name_key(sku) == name_key(str(name))


def _known_products(connection: Connection) -> pd.DataFrame:
    last = select(sales.c.product_id, func.max(sales.c.epoch_day).label("sold_last")).group_by(sales.c.product_id)
    sold = last.where(sales.c.units > 0, func.coalesce(sales.c.revenue, 1.0) > 0).subquery()
    columns = [*(products.c[name] for name in ("sku_key", "product_id", "sku", "edited", *NAMED)), sold.c.sold_last]
    joined = products.outerjoin(sold, products.c.product_id == sold.c.product_id)
    rows = connection.execute(select(*columns).select_from(joined)).all()
    return pd.DataFrame(rows, columns=[column.name for column in columns], dtype=object).set_index("sku_key")


def _renamed(known: pd.DataFrame, wanted: pd.DataFrame, *, last_day: int) -> list[dict[Hashable, Any]]:
    changes: list[dict[Hashable, Any]] = []
    old = known.loc[wanted.index].reset_index().to_dict("records")
    for before, after in zip(old, wanted.to_dict("records"), strict=True):
        is_newer = is_empty(before["sold_last"]) or last_day >= before["sold_last"]
        open_fields = [field for field in _free_fields(before) if is_newer or is_empty(before[field])]
        news: dict[Hashable, Any] = {field: after[field] for field in open_fields if not is_empty(after[field])}
        if any(news[field] != before[field] for field in news):
            change: dict[Hashable, Any] = before | news | {"is_new": False}
            changes.append(change | {f"{field}_before": before[field] for field in NAMED})
    return changes


def _free_fields(product: Mapping[Any, Any]) -> list[str]:
    """What the owner did not set herself, so that files may."""
    return [field for field in NAMED if field not in product["edited"].split()]


def _set(connection: Connection, product_id: int, values: dict[Hashable, Any]) -> None:
    if values:
        connection.execute(update(products).where(products.c.product_id == product_id).values(values))
