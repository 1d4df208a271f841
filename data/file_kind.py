"""Whether a file holds sales or a list of products."""

from pathlib import Path
from typing import Literal

from data.columns import DAY, NAME, ON_HAND, PRODUCT_HEADERS, REVENUE, SALES_HEADERS, SKU, UNITS, find_columns
from data.raw_file import read_raw_file
from data.table_head import read_head
from data.tills import recognised_list, recognised_till, till_columns, wrong_file


def file_kind(path: Path) -> Literal["sales", "products"]:
    """The kind of a file by its header: a product list names items and has no dates.

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
    told_of_products = found.keys() - {SKU, NAME} - ({ON_HAND} if found.get(ON_HAND) == sold.get(UNITS) else set())
    if UNITS in sold and (REVENUE in sold or not told_of_products):
        return "sales"  # a bare quantity, or takings, without a date: what was sold, not what is in stock
    is_list = (SKU in found or NAME in found) and len(found.keys() - {SKU, NAME}) > 0
    return "products" if is_list or UNITS not in found else "sales"
