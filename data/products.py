"""The shop's products as the owner keeps them: read, edited, filled from a product list."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import delete, select

from data.importing.taken_lists import forget_all_lists, noted_list
from data.lists.products_file import ProductFile
from data.named_products import known_by_name
from data.problems import FileRejected, Problem
from data.product_fields import LIST_RULES, NEVER_UNKNOWN, PRODUCT_RULES, STOCK_FIELDS, TEXT_FIELDS
from data.product_state import note_product_edit, noted_state
from data.product_writing import ProductsOutcome, ProductValues, products_by_key, write_values
from data.schema import deletions, order_lines, products, sales, stock_counts
from data.schema import suppliers as supplier_table
from data.shop import Shop, mark_changed, reading, writing
from data.sku_key import sku_key
from data.stock_counts import latest_counts
from data.stock_now import StockNow, stocks_now
from data.value_rules import BadValue, Value, checked, is_empty

MOVES = ("counted", "received_since", "sold_since")
COLUMNS = [
    *(field for field in PRODUCT_RULES if field not in STOCK_FIELDS),
    *STOCK_FIELDS,
    "counted_on",
    *MOVES,
    "deleted_on",
]


def read_shop_products(shop: Shop) -> pd.DataFrame:
    """All products by SKU with the fields of PRODUCT_RULES, counted_on (the day of the count, datetime64), and what
    on_hand is made of: counted then, received_since and sold_since. on_order counts units on the way in orders here.

    deleted_on (datetime64): those that are deleted are here too, since their sales count; none of them is active.
    similar_to is a SKU. NaN or NaT where a thing is not known, "" of article_code and similar_to.
    """
    with reading(shop) as connection:
        query = select(products, deletions.c.day.label("deleted_on")).outerjoin(deletions)
        known = connection.execute(query).mappings().all()
        stocks = stocks_now(connection, latest_counts(connection, (row["product_id"] for row in known)))
    skus = {row["product_id"]: row["sku"] for row in known}
    rows = [{**_said(dict(row), skus), **_stock(stocks.get(row["product_id"]))} for row in known]
    table = pd.DataFrame(rows, columns=["sku", *COLUMNS]).astype(_types()).set_index("sku")
    return table.sort_index()


def edit_product(shop: Shop, sku: str, field: str, value: object, *, day: date) -> None:
    """Set one field of a product; an empty value means "not known". Units on hand are a count of `day`.

    The rules are those of LIST_RULES; similar_to is the SKU of another product, parts those of a bundle. Raises
    BadValue for a value that breaks its rule, an unknown field or product.
    """
    edit_product_fields(shop, sku, {field: value}, day=day)


def edit_product_fields(shop: Shop, sku: str, said: Mapping[str, object], *, day: date) -> None:
    """The same for several fields at once, all or none of them."""
    values = checked_fields(sku, said)
    with writing(shop) as connection:
        known = products_by_key(connection, [sku_key(sku)])
        if not known:
            raise BadValue(Problem("unknown_product", {"field": "sku", "rule": "in the shop", "found": sku}))
        product_id = known[sku_key(sku)]["product_id"]
        before = noted_state(connection, product_id)
        write_values(connection, [ProductValues(sku, values)], day=day)
        note_product_edit(connection, product_id, before=before)
        mark_changed(connection)


def checked_fields(sku: str, said: Mapping[str, object]) -> dict[str, Value]:
    """The fields of a product as they are kept. Raises BadValue, naming all that break their rule."""
    return checked(said, LIST_RULES, of={"sku": sku})


def import_products(shop: Shop, product_file: ProductFile, *, day: date) -> ProductsOutcome:
    """Take over a product list, in one transaction; units on hand in it are a count of `day`.

    A product whose code the shop does not know is the one it sells by that name, if there is one. Columns that the list
    does not have and cells that are empty leave the shop as it is. Raises FileRejected with all
    values that break a rule, as edit_product has them, and changes nothing then. undo_last_list takes it back.
    """
    said = _checked_list(product_file.products)
    with writing(shop) as connection, noted_list(connection, product_file.report.file_name):
        try:
            outcome = write_values(connection, known_by_name(connection, said), day=day)
        except BadValue as bad:
            raise FileRejected(*bad.problems) from bad
        if outcome.new or outcome.changed:
            mark_changed(connection)
    return outcome


def remove_products(shop: Shop) -> None:
    """Take out the products without sales or orders, their counts, and the suppliers that no product names then.

    Lists that were taken over before cannot be undone any more.
    """
    needed = select(sales.c.product_id).union(select(order_lines.c.product_id))
    unsold = select(products.c.product_id).where(products.c.product_id.not_in(needed))
    named = select(products.c.supplier).where(products.c.supplier.is_not(None))
    with writing(shop) as connection:
        connection.execute(delete(stock_counts).where(stock_counts.c.product_id.in_(unsold)))
        connection.execute(delete(products).where(products.c.product_id.in_(unsold)))
        connection.execute(delete(supplier_table).where(supplier_table.c.supplier.not_in(named)))
        forget_all_lists(connection)
        mark_changed(connection)


def _checked_list(listed: pd.DataFrame) -> list[ProductValues]:
    said: list[ProductValues] = []
    problems: list[Problem] = []
    for row in listed.to_dict("records"):
        sku = str(row.pop("sku"))
        try:
            said.append(ProductValues(sku, checked(_filled(row), LIST_RULES, of={"sku": sku})))
        except BadValue as bad:
            problems += bad.problems
    if problems:
        raise FileRejected(*problems)
    return said


def _filled(row: dict[Any, Any]) -> dict[str, object]:
    return {field: value for field, value in row.items() if not is_empty(value)}


def _said(row: dict[str, Any], skus: Mapping[int, str]) -> dict[str, Any]:
    """The row of a product with the SKU of the one it is like, and texts that are never unknown."""
    is_active = row["active"] and row["deleted_on"] is None
    said = {**row, "similar_to": skus.get(row["similar_to"]), "active": is_active}
    return said | {field: said[field] or "" for field in NEVER_UNKNOWN}


def _stock(stock: StockNow | None) -> dict[str, Any]:
    if stock is None:
        return {}
    moved = {"on_hand": stock.on_hand, "on_order": stock.on_order, "counted_on": stock.counted_on}
    if stock.counted is None:
        return moved
    return {**moved, "counted": stock.counted, "received_since": stock.received_since, "sold_since": stock.sold_since}


def _types() -> dict[str, str]:
    numbers = {field: "float64" for field in (*PRODUCT_RULES, *MOVES) if field not in (*TEXT_FIELDS, "active")}
    return {
        **numbers,
        **dict.fromkeys(("sku", *TEXT_FIELDS), "str"),
        "active": "bool",
        "counted_on": "datetime64[us]",
        "deleted_on": "datetime64[us]",
    }
