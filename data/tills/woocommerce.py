"""WooCommerce's exports."""

from data.tills.till import UndatedReport, signature

PRODUCTS_REPORT = UndatedReport(
    "WooCommerce products report",
    signature("Product Title", "Items Sold", "Net Sales", "Orders"),
    "an export of the orders with a row per item and the order date",
)
