"""The sample shop: real sales of a British gift shop, with invented products and stock."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def sample_sales_path() -> Path:
    """The sales of the sample shop, a CSV file with date, sku, item, quantity, amount."""
    return _FOLDER / "sample_sales.csv"


def sample_products_path() -> Path:
    """Products and stock of the sample shop, a CSV file with all columns of a product list."""
    return _FOLDER / "sample_products.csv"
