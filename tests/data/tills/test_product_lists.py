"""The product lists of tills: files made by hand with the tills' own headers."""

import pandas as pd
import pytest

from data.choices import ReadingChoices
from data.lists.products_file import ProductFile, read_products
from data.reading.file_kind import file_kind
from tests.data.text_files import FIXTURES
from tests.data.tills.exports import export


def listed(name: str, *, location: str = "all") -> ProductFile:
    assert file_kind(FIXTURES / name) == "products"
    return read_products(FIXTURES / name, choices=ReadingChoices({"location": location}))


def field(found: ProductFile, name: str) -> dict[str, object]:
    """The values of a field that are known, by product."""
    known = found.products.set_index("sku")[name].dropna()
    return {str(sku): value for sku, value in known.items()}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clover_inventory.csv", "Clover inventory"),
        ("lightspeed_items.csv", "Lightspeed R-Series items"),
        ("lightspeed_products.csv", "Lightspeed X-Series products"),
        ("loyverse_items.csv", "Loyverse items"),
        ("shopify_inventory.csv", "Shopify inventory"),
        ("shopify_inventory_wide.csv", "Shopify inventory"),
        ("shopify_products.csv", "Shopify products"),
        ("square_library.csv", "Square item library"),
        ("sumup_items.csv", "SumUp items"),
        ("woocommerce_products.csv", "WooCommerce products"),
    ],
)
def test_the_lists_of_tills_are_known_by_name(name: str, kind: str) -> None:
    assert listed(name).report.format == kind


@pytest.mark.parametrize("name", ["square_items_24.csv", "square_items_33.csv"])
def test_square_names_products_alike_in_its_sales_and_its_library(name: str) -> None:
    sold = set(export(name).products["sku"])
    assert sold == set(listed("square_library_two_shops.csv").products["sku"])


def test_stock_of_several_shops_is_added_up_or_that_of_the_chosen_one() -> None:
    found = listed("square_library_two_shops.csv")
    assert field(found, "on_hand") == {"Latte / Large": 17, "Latte / Small": 7, "HAMP": 2}
    assert [note.values for note in found.report.notes if note.code == "locations_summed"] == [
        {"places": ["My Shop", "Market"]}
    ]
    chosen = listed("square_library_two_shops.csv", location="Market")
    assert field(chosen, "on_hand") == {"Latte / Large": 5, "HAMP": 2}
    assert [note.values for note in chosen.report.notes if note.code == "location_chosen"] == [
        {"place": "Market", "others": ["My Shop"]}
    ]


def test_a_price_that_is_variable_is_not_known_and_no_mistake() -> None:
    found = listed("square_library_two_shops.csv")
    assert field(found, "price") == {"Latte / Large": 4.5, "Latte / Small": 4, "00123": 3}
    assert not [note for note in found.report.notes if note.code == "bad_cell"]


def test_shopify_variants_are_filled_down_and_rows_for_pictures_left_out() -> None:
    found = listed("shopify_products_variants.csv")
    assert field(found, "name") == {"CAN-L": "Candle - Large", "Candle - Small": "Candle - Small", "Soap": "Soap"}
    assert field(found, "category") == {"CAN-L": "Home", "Candle - Small": "Home", "Soap": "Bath"}
    assert field(found, "on_hand") == {"CAN-L": 10, "Candle - Small": 3, "Soap": 5}
    assert field(found, "unit_cost") == {"CAN-L": 4, "Candle - Small": 2.5}
    assert field(found, "active") == {"CAN-L": True, "Candle - Small": True, "Soap": False}
    assert {part.reason: part.rows for part in found.report.left_out} == {"picture_row": (4,)}


def test_shopify_names_products_without_sku_alike_in_orders_days_and_products() -> None:
    ordered = set(export("shopify_orders_refunds.csv").products["sku"])
    assert ordered == {"Candle - Large", "Soap"}
    assert "Soap" in set(export("shopify_analytics.csv").products["sku"])
    wide = set(listed("shopify_inventory_wide.csv").products["sku"])
    assert wide == {"Candle - Large / Red", "SOAP"}, "options with a stroke, product and variant with a dash"


def test_shopify_inventory_has_a_row_per_location() -> None:
    found = listed("shopify_inventory_locations.csv")
    assert field(found, "on_hand") == {"CAN-L": 50, "Soap": 5}
    assert field(found, "on_order") == {"CAN-L": 6}
    assert (found.report.rows_used, found.report.products) == (4, 2)
    shop = listed("shopify_inventory_locations.csv", location="Warehouse")
    assert field(shop, "on_hand") == {"CAN-L": 40}
    assert {part.reason: part.rows for part in shop.report.left_out} == {"other_location": (2, 4)}


def test_older_shopify_inventory_has_a_column_per_location() -> None:
    found = listed("shopify_inventory_wide.csv")
    assert field(found, "on_hand") == {"Candle - Large / Red": 50, "SOAP": 5}
    assert found.report.columns["on_hand"] == "Main Warehouse, Front Shop"
    assert field(listed("shopify_inventory_wide.csv", location="Front Shop"), "on_hand") == {
        "Candle - Large / Red": 10,
        "SOAP": 5,
    }


def test_loyverse_variants_take_the_name_of_their_handle() -> None:
    found = listed("loyverse_items_two_shops.csv")
    assert field(found, "name") == {"10001": "Flat white / Oat", "10002": "Flat white / Cow", "Scone": "Scone"}
    assert field(found, "on_hand") == {"10001": 11, "10002": 9, "Scone": 20}
    assert field(found, "price") == {"10001": 3.5, "10002": 3.2, "Scone": 2.5}, "that of the shop that has one"
    sold = set(export("loyverse_receipts.csv").products["sku"])
    assert sold <= set(found.products["sku"])


def test_woocommerce_variations_count_and_their_headings_do_not() -> None:
    found = listed("woocommerce_products_variations.csv")
    assert field(found, "price") == {"Mug - Blue": 12, "TEA-G": 9}
    assert field(found, "on_hand") == {"Mug - Blue": 14}
    assert {part.reason: part.rows for part in found.report.left_out} == {"variant_parent": (2, 5)}
    assert set(export("woocommerce_advanced_orders.csv").products["sku"]) == set(found.products["sku"])


def test_lightspeed_x_series_has_cost_supplier_and_a_column_of_stock_per_outlet() -> None:
    found = listed("lightspeed_products.csv")
    assert field(found, "on_hand") == {"TEA": 17, "10021": 4}
    assert field(found, "unit_cost") == {"TEA": 2.1, "10021": 7}
    assert field(found, "supplier") == {"TEA": "Leaf Ltd"}
    assert field(listed("lightspeed_products.csv", location="Market Square"), "on_hand") == {"TEA": 5}
    assert set(export("lightspeed_sales.csv").products["sku"]) == set(found.products["sku"])


def test_clover_names_products_by_their_sku_else_by_their_name() -> None:
    found = listed("clover_inventory.csv")
    assert field(found, "on_hand") == {"MUG-B": 14, "Loose tea": 20.5}
    assert field(found, "unit_cost") == {"MUG-B": 4.5}


def test_sumup_items_have_cost_and_stock() -> None:
    found = listed("sumup_items.csv")
    assert field(found, "unit_cost") == {"Gipfeli": 0.6}
    assert field(found, "on_hand") == {"Gipfeli": 24}
    assert "Gipfeli" in set(export("sumup_sales.csv").products["sku"])


def test_rows_read_are_rows_used_and_left_out() -> None:
    for path in sorted(FIXTURES.glob("*")):
        if file_kind(path) == "products":
            report = read_products(path).report
            assert report.rows_read == report.rows_used + sum(len(part.rows) for part in report.left_out), path.name
            assert isinstance(read_products(path).products, pd.DataFrame)
