"""Lists of products and suppliers: what is downloaded is imported as it was."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from app.downloads.lists import product_list, supplier_list
from data.bundles import bundle_parts, set_bundle
from data.lists.products_file import read_products
from data.lists.suppliers_file import read_suppliers
from data.products import edit_product_fields, import_products, read_shop_products
from data.shop import Shop, open_shop, revision
from data.supplier_days import closures, order_days_text
from data.supplier_writing import SuppliersOutcome, import_suppliers
from data.suppliers import save_supplier, suppliers
from tests.app.shops import TODAY
from tests.data.test_products import product_list as listed
from tests.data.test_supplier_days import CLOSURES, SAID

TEXTS = st.sampled_from(["=1+1", "@home", "-5%", "+44", "Brot & Söhne", "a;b", 'say "x"', "1.250", "two, three", "é"])
NUMBERS = st.one_of(st.integers(0, 365).map(float), st.sampled_from([0.1, 1.125, 2.5, 123.456, 1 / 3]))
SHARES = st.sampled_from([0.5, 0.8, 0.95, 0.999, 0.975])


PRODUCTS = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS, "category": TEXTS, "supplier": TEXTS, "article_code": TEXTS, "unit_cost": NUMBERS,
        "price": NUMBERS, "lead_time_days": NUMBERS, "lead_time_sd_days": NUMBERS, "pack_size": st.just(6.0),
        "moq": NUMBERS, "shelf_life_days": st.integers(1, 90), "salvage_value": NUMBERS, "service_level": SHARES,
        "similar_to": st.just("P3"), "similar_share": st.sampled_from([0.25, 1.0, 1.5]), "active": st.booleans(),
    },
)  # fmt: skip
SUPPLIERS = st.fixed_dictionaries(
    {"order_days": SAID.map(order_days_text)},
    optional={
        "lead_time_days": NUMBERS, "lead_time_sd_days": NUMBERS, "review_period_days": st.integers(1, 90),
        "order_cost": NUMBERS, "minimum_order_value": NUMBERS, "fee_below_minimum": NUMBERS,
        "closed_on_holidays": st.booleans(), "email": TEXTS, "note": TEXTS, "service_level": SHARES,
    },
)  # fmt: skip


def shop_with(folder: str, products: list[dict[str, object]]) -> Shop:
    shop = open_shop(Path(folder) / "shop")
    skus = ["P1", "=P2", "P3"]
    import_products(shop, listed(sku=skus), day=TODAY)
    for sku, values in zip(skus, products, strict=False):
        edit_product_fields(shop, sku, values, day=TODAY)
    return shop


def read(folder: str, text: str) -> Path:
    path = Path(folder) / "list.csv"
    path.write_text(text, encoding="utf-8-sig", newline="")
    return path


def content(shop: Shop) -> list[pd.DataFrame]:
    return [read_shop_products(shop), bundle_parts(shop), suppliers(shop), closures(shop)]


def same(one: list[pd.DataFrame], other: list[pd.DataFrame]) -> None:
    for before, after in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(before, after, check_exact=True)


@settings(max_examples=8, deadline=None)
@given(st.lists(PRODUCTS, min_size=2, max_size=2), st.booleans())
def test_a_downloaded_product_list_changes_nothing_here_and_makes_the_same_products_elsewhere(
    products: list[dict[str, object]], is_bundle: bool
) -> None:
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        shop = shop_with(folder, products)
        if is_bundle:
            set_bundle(shop, "P1", {"=P2": 6, "P3": 0.5})
        file = read_products(read(folder, product_list(shop)))
        assert (file.report.questions, file.report.left_out) == ((), ())
        before = revision(shop)
        outcome = import_products(shop, file, day=TODAY)
        assert (outcome.new, outcome.changed, revision(shop)) == (0, 0, before)
        new = open_shop(Path(other) / "new")
        import_products(new, file, day=TODAY)
        same(content(shop)[:2], content(new)[:2])


@settings(max_examples=8, deadline=None)
@given(SUPPLIERS, CLOSURES)
def test_a_downloaded_list_of_suppliers_changes_nothing_here_and_makes_the_same_suppliers_elsewhere(
    values: dict[str, object], closed: Any
) -> None:
    with TemporaryDirectory() as folder, TemporaryDirectory() as other:
        shop = shop_with(folder, [{"supplier": "Brot & Co"}])
        save_supplier(shop, "Brot & Co", values=values, closed=closed)
        file = read_suppliers(read(folder, supplier_list(shop)))
        assert (file.report.questions, file.report.left_out) == ((), ())
        before = revision(shop)
        assert import_suppliers(shop, file) == SuppliersOutcome(new=0, changed=0, unchanged=1)
        assert revision(shop) == before
        new = open_shop(Path(other) / "new")
        import_suppliers(new, file)
        same(content(shop)[2:], content(new)[2:])
