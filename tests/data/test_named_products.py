import datetime as dt
from pathlib import Path

from data.importing.imports import import_sales
from data.lists.products_file import read_products
from data.products import import_products, read_shop_products
from data.reading.sales_file import read_sales
from data.shop import Shop
from tests.data.text_files import FIXTURES, text_file

NOW = dt.datetime(2026, 3, 6, 9, 0, tzinfo=dt.UTC)


def sold_by_name(shop: Shop) -> None:
    """Sales of "Tea, green" and "Mug - Blue", without codes."""
    import_sales(shop, read_sales(FIXTURES / "woocommerce_orders_report.csv"), imported_at=NOW)


def test_a_product_sold_by_name_takes_the_cost_of_the_list_that_has_its_code(shop: Shop) -> None:
    sold_by_name(shop)
    outcome = import_products(shop, read_products(FIXTURES / "woocommerce_products_variations.csv"), day=NOW.date())
    assert (outcome.new, outcome.changed) == (0, 2)
    products = read_shop_products(shop)
    assert set(products.index) == {"Tea, green", "Mug - Blue"}
    assert products["price"].to_dict() == {"Tea, green": 9, "Mug - Blue": 12}


def test_a_code_that_the_shop_knows_comes_before_the_name(shop: Shop, tmp_path: Path) -> None:
    path = text_file(tmp_path, "date,sku,item,units", "2026-03-04,A,Tea,1", "2026-03-04,Tea,Old tea,1")
    import_sales(shop, read_sales(path), imported_at=NOW)
    import_products(shop, read_products(text_file(tmp_path, "sku,name,cost", "A,Tea,1.50")), day=NOW.date())
    assert read_shop_products(shop)["unit_cost"].dropna().to_dict() == {"A": 1.5}


def test_a_name_that_several_of_the_list_have_is_no_evidence(shop: Shop, tmp_path: Path) -> None:
    sold_by_name(shop)
    listed = text_file(tmp_path, "sku,name,cost", 'M1,"Mug - Blue",4.00', 'M2,"Mug - Blue",5.00')
    assert import_products(shop, read_products(listed), day=NOW.date()).new == 2
