"""Lightspeed Retail X-Series, formerly Vend.

Headers: the sales history and product exports as public code reads them; statuses as the API names them. Each sale has
a line of its own, one per item ("Sale Line") and one per payment: only the items count. Money is "Subtotal", without
tax. Of the R-Series no sales export is documented with its headers, so such a file is read by what its headers mean.
"""

from data.columns import (
    ACTIVE,
    CATEGORY,
    DAY,
    INVOICE,
    KIND,
    NAME,
    ON_HAND,
    PRICE,
    REVENUE,
    SKU,
    STATUS,
    SUPPLIER,
    UNIT_COST,
    UNITS,
)
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import RowRule, Till

SALES_HISTORY = Till(
    name="Lightspeed X-Series sales history",
    signatures=(signature_of("Date", "Receipt Number", "Line Type", "Quantity", "Subtotal", "Details", "Sku"),),
    headers=headers_of(
        {
            DAY: "Date",
            INVOICE: "Receipt Number",
            SKU: "Sku",
            NAME: "Details",
            UNITS: "Quantity",
            REVENUE: "Subtotal",
            STATUS: "Status",
            KIND: "Line Type",
        }
    ),
    rules=(
        RowRule(KIND, frozenset({"sale line"}), "no_item_line", others=True),
        RowRule(STATUS, frozenset({"voided", "saved", "parked"}), "cancelled"),
    ),
    fills_down=(STATUS,),
)

X_PRODUCTS = ProductList(
    name="Lightspeed X-Series products",
    signatures=(signature_of("handle", "sku", "name", "variant_option_one_value", "supply_price", "retail_price"),),
    headers=headers_of(
        {
            SKU: "sku",
            NAME: "name",
            CATEGORY: "product_category | type",
            SUPPLIER: "supplier_name",
            UNIT_COST: "supply_price",
            PRICE: "retail_price",
            ACTIVE: "active",
        }
    ),
    options=("variant_option_one_value", "variant_option_two_value", "variant_option_three_value"),
    stock_prefix="inventory_",
)

R_ITEMS = ProductList(
    name="Lightspeed R-Series items",
    signatures=(signature_of("System ID", "UPC", "EAN", "Custom SKU", "Manufact. SKU", "Item"),),
    headers=headers_of(
        {
            SKU: "Custom SKU",
            NAME: "Item",
            CATEGORY: "Category",
            SUPPLIER: "Vendor",
            UNIT_COST: "Default Cost",
            PRICE: "Price",
            ON_HAND: "Qty.",
        }
    ),
)
