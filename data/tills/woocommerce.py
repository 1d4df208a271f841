"""WooCommerce's exports, and those of the plugin Advanced Order Export that many shops have for it.

Headers: get_export_columns in WooCommerce's Admin/API/Reports/Orders/Controller.php and Products/Controller.php; labels
of Advanced Order Export from exports quoted in public code.

The orders report has a row per order, with all its items in one cell as "2× Tea, 1× Mug": units by item are known,
money by item is not. Orders that are pending, failed, cancelled or refunded do not count. Of Advanced Order Export the
quantity after refunds is taken where the file has it.
"""

from data.columns import CATEGORY, DAY, INVOICE, ITEMS, KIND, NAME, ON_HAND, PRICE, REVENUE, SKU, STATUS, UNITS
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import NO_DATES, RowRule, Till, WrongFile

_UNDONE = frozenset({"cancelled", "failed", "pending", "pending payment", "draft", "checkout-draft", "trash"})
_RULES = (RowRule(STATUS, _UNDONE, "cancelled"), RowRule(STATUS, frozenset({"refunded"}), "refunded"))

ORDERS_REPORT = Till(
    name="WooCommerce orders report",
    signatures=(signature_of("Date", "Order #", "N. Revenue (formatted)", "Product(s)", "Items sold"),),
    headers=headers_of({DAY: "Date", INVOICE: "Order #", STATUS: "Status", ITEMS: "Product(s)"}),
    rules=_RULES,
    items_cell=ITEMS,
)

ADVANCED_ORDER_EXPORT = Till(
    name="WooCommerce Advanced Order Export",
    signatures=(
        signature_of("Order Date", "Quantity (- Refund)", "Item Cost", "Item Name"),
        signature_of("Order Date", "Quantity (- Refund)", "Item Cost", "Product Name"),
        signature_of("Order Date", "Quantity (- Refund)", "Item Cost", "Name"),
    ),
    headers=headers_of(
        {
            DAY: "Order Date",
            INVOICE: "Order Number",
            SKU: "SKU",
            NAME: "Item Name | Product Name | Name",
            UNITS: "Quantity (- Refund)",
            REVENUE: "Order Line Total (- Refund)",
            PRICE: "Item Cost",
            STATUS: "Order Status",
        }
    ),
    rules=_RULES,
)

TILLS = (ORDERS_REPORT, ADVANCED_ORDER_EXPORT)

PRODUCTS = ProductList(
    name="WooCommerce products",
    signatures=(signature_of("ID", "Type", "SKU", "Name", "Published", "Regular price"),),
    headers=headers_of(
        {
            KIND: "Type",
            SKU: "SKU",
            NAME: "Name",
            CATEGORY: "Categories",
            PRICE: "Regular price",
            ON_HAND: "Stock",
        }
    ),
    rules=(RowRule(KIND, frozenset({"variable", "grouped", "external"}), "variant_parent"),),
)

WRONG_FILES = (
    WrongFile(
        "WooCommerce products report",
        (
            signature_of("Product Title", "Items Sold", "Net Sales", "Orders"),
            signature_of("Product title", "Items sold", "N. Revenue", "Orders"),
        ),
        NO_DATES,
        "the orders report (Analytics, Orders, Download)",
    ),
)
