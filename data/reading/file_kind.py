"""Whether a file holds sales, a list of products or a list of suppliers."""

from collections.abc import Sequence, Set
from pathlib import Path
from typing import Literal

from data.columns import (
    DAY,
    FEE_BELOW_MINIMUM,
    MINIMUM_ORDER_VALUE,
    NAME,
    ON_HAND,
    ORDER_COST,
    ORDER_DAYS,
    PACK_SIZE,
    PRICE,
    REVENUE,
    REVIEW_PERIOD_DAYS,
    SKU,
    SUPPLIER,
    UNIT_COST,
    UNITS,
)
from data.headers.find_columns import find_columns
from data.headers.product_headers import PRODUCT_HEADERS
from data.headers.sales_headers import SALES_HEADERS
from data.headers.supplier_headers import SUPPLIER_HEADERS
from data.tables.raw_file import read_raw_file
from data.tables.table_head import read_head
from data.tills import recognised_list, recognised_till, till_columns, wrong_file


def file_kind(path: Path) -> Literal["sales", "products", "suppliers"]:
    """The kind of a file by its header: a product list names items and has no dates, a list of suppliers neither.

    A till's file without sales by day and item is "sales", so that read_sales says what to export instead. Raises
    FileRejected where the file is no table.
    """
    headers = read_head(read_raw_file(path)).headers
    if recognised_list(headers).name:
        return "products"
    if DAY in till_columns(recognised_till(headers), headers) or wrong_file(headers) is not None:
        return "sales"
    sold = find_columns(headers, SALES_HEADERS)
    found = find_columns(headers, PRODUCT_HEADERS)
    if _lists_suppliers(headers, found.keys()):
        return "suppliers"
    told_of_products = found.keys() - {SKU, NAME} - ({ON_HAND} if found.get(ON_HAND) == sold.get(UNITS) else set())
    if UNITS in sold and (REVENUE in sold or not told_of_products):
        return "sales"  # a bare quantity, or takings, without a date: what was sold, not what is in stock
    is_list = (SKU in found or NAME in found) and len(found.keys() - {SKU, NAME}) > 0
    return "products" if is_list or UNITS not in found else "sales"


def _lists_suppliers(headers: Sequence[str], of_products: Set[str]) -> bool:
    """Whether a header names suppliers and their conditions, and nothing that only products have."""
    conditions = find_columns(headers, SUPPLIER_HEADERS).keys()
    own = {REVIEW_PERIOD_DAYS, MINIMUM_ORDER_VALUE, ORDER_COST, ORDER_DAYS, FEE_BELOW_MINIMUM}
    if SUPPLIER not in conditions or of_products & {SKU, UNIT_COST, PRICE, ON_HAND, PACK_SIZE}:
        return False
    if SUPPLIER in of_products and NAME not in of_products:
        return True
    return SUPPLIER not in of_products and len(conditions & own) > 0
