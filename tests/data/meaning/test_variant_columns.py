"""Options of a product in several columns make one variant."""

from pathlib import Path

import pytest

from data.lists.products_file import read_products
from data.reading.sales_file import read_sales
from tests.data.text_files import text_file


@pytest.mark.parametrize("headers", ["Colour,Size", "Farbe,Größe", "Couleur,Taille", "Option1 Value,Option2 Value"])
def test_color_and_size_are_one_variant(tmp_path: Path, headers: str) -> None:
    lines = ["2024-01-01,Shirt,Red,M,1", "2024-01-01,Shirt,Blue,M,2", "2024-01-02,Mug,-,,3"]
    found = read_sales(text_file(tmp_path, f"Date,Product,{headers},Qty", *lines))
    assert set(found.daily["sku"]) == {"Shirt / Red / M", "Shirt / Blue / M", "Mug"}
    assert "variant" in found.report.columns


def test_a_column_of_the_whole_variant_makes_the_options_needless(tmp_path: Path) -> None:
    found = read_sales(text_file(tmp_path, "Date,Product,Variant,Size,Qty", "2024-01-01,Shirt,Red M,M,1"))
    assert list(found.daily["sku"]) == ["Shirt / Red M"]


def test_sales_and_product_list_name_a_variant_alike(tmp_path: Path) -> None:
    sales = read_sales(text_file(tmp_path, "Date,Product,Colour,Size,Qty", "2024-01-01,Shirt,Red,M,1"))
    listed = read_products(text_file(tmp_path, "Product,Colour,Size,Cost,Stock", "Shirt,Red,M,2.00,7"))
    assert list(listed.products["sku"]) == list(sales.products["sku"])
