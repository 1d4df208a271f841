"""The shop's products and suppliers as lists that Import reads back as they are."""

import re

import numpy as np
import pandas as pd
from flask import Blueprint, Response

from app.desk import Desk
from app.downloads.exports import LINE_END, harmless
from data.bundle_text import parts_text
from data.bundles import bundle_parts
from data.closure_text import closures_text
from data.columns import ARTICLE_CODE, CLOSED, EMAIL, PARTS, PRODUCT_FIELDS, SKU
from data.product_fields import STOCK_FIELDS
from data.products import read_shop_products
from data.shop import Shop
from data.supplier_days import Closure, closures
from data.supplier_fields import SUPPLIER_RULES
from data.suppliers import suppliers

HEADERS = {ARTICLE_CODE: "supplier_article_code", EMAIL: "order_email"}  # where our own name is that of another column
LIKE_A_THOUSAND = re.compile(r"-?\d{1,3}\.\d{3}")  # 1.125: with a zero behind it, it is no thousand to anybody


def product_list(shop: Shop) -> str:
    """All products with what the owner says of them, as CSV; no stock, since a list of today is no count."""
    known = read_shop_products(shop)
    products = known[known["deleted_on"].isna()].reset_index()
    parts = bundle_parts(shop)
    of_bundle = {
        bundle: parts_text(dict(zip(rows["part"], rows["units"], strict=True)))
        for bundle, rows in parts.groupby("bundle")
    }
    products[PARTS] = products[SKU].map(of_bundle)
    return _csv(products[[field for field in PRODUCT_FIELDS if field not in STOCK_FIELDS]])


def supplier_list(shop: Shop) -> str:
    """All suppliers with their conditions, as CSV."""
    known = suppliers(shop).reset_index()[["supplier", *SUPPLIER_RULES]]
    table = closures(shop)
    periods: dict[str, list[Closure]] = {}
    for supplier, first, last in table.itertuples(index=False):
        periods.setdefault(supplier, []).append(Closure(first.date(), last.date()))
    known[CLOSED] = known["supplier"].map({name: closures_text(days) for name, days in periods.items()})
    return _csv(known)


def lists_blueprint(desk: Desk) -> Blueprint:
    """The routes of these downloads."""
    routes = Blueprint("lists", __name__)

    @routes.get("/download/products.csv")
    def products_csv() -> Response:
        return _file(product_list(desk.shop), "products.csv")

    @routes.get("/download/suppliers.csv")
    def suppliers_csv() -> Response:
        return _file(supplier_list(desk.shop), "suppliers.csv")

    return routes


def _csv(table: pd.DataFrame) -> str:
    told = table.rename(columns=HEADERS)
    for column in told:
        if told[column].dtype == np.bool_:
            told[column] = told[column].map({True: "yes", False: "no"})
        elif told[column].dtype == np.float64:
            told[column] = told[column].map(_number, na_action="ignore").astype("object")
    return harmless(told).to_csv(index=False, lineterminator=LINE_END)


def _number(value: float) -> str:
    """A number exactly as it is, never to be taken for a thousand.

    >>> _number(6.0), _number(1.125), _number(0.3)
    ('6', '1.1250', '0.3')
    """
    text = np.format_float_positional(value, trim="-")
    return f"{text}0" if LIKE_A_THOUSAND.fullmatch(text) else text


def _file(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(("\ufeff" + text).encode(), mimetype="text/csv; charset=utf-8", headers=headers)
