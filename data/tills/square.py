"""Square's exports.

Headers: exports of 2024 to 2026 quoted in public code, from 14 to 35 columns. Money is "Net Sales": after discounts,
without tax and tips. Refunds are lines of their own, negative or of the kind Refund. Gift cards are lines named so. A
tip is never a line.
"""

from data.columns import (
    CATEGORY,
    DAY,
    FEE,
    INVOICE,
    KIND,
    LOCATION,
    NAME,
    ON_HAND,
    PRICE,
    REVENUE,
    SKU,
    SUPPLIER,
    TIME,
    UNIT_COST,
    UNITS,
    VARIANT,
)
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import NO_DATES, NO_ITEMS, RowRule, Till, WrongFile

NO_VARIANT = frozenset({"regular"})

ITEM_SALES = Till(
    name="Square item sales",
    signatures=(signature_of("Date", "Item", "Qty", "Price Point Name", "Modifiers Applied", "Net Sales"),),
    headers=headers_of(
        {
            DAY: "Date",
            TIME: "Time",
            INVOICE: "Transaction ID",
            SKU: "SKU",
            NAME: "Item",
            VARIANT: "Price Point Name",
            CATEGORY: "Category",
            UNITS: "Qty",
            REVENUE: "Net Sales",
            KIND: "Event Type",
            FEE: "Itemization Type",
            LOCATION: "Location",
        }
    ),
    rules=(RowRule(FEE, frozenset({"gift card", "gift_card", "egift card"}), "not_a_product"),),
    refund_kinds=frozenset({"refund"}),
    placeholder_variants=NO_VARIANT,
)

LIBRARY = ProductList(
    name="Square item library",
    signatures=(
        signature_of("Token", "Item Name", "Variation Name", "SKU", "Price"),
        signature_of("Item Name", "Variation Name", "SKU", "Default Unit Cost", "Default Vendor Name"),
    ),
    headers=headers_of(
        {
            SKU: "SKU",
            NAME: "Item Name",
            VARIANT: "Variation Name",
            CATEGORY: "Category | Categories | Reporting Category",
            SUPPLIER: "Default Vendor Name",
            UNIT_COST: "Default Unit Cost",
            PRICE: "Price",
            ON_HAND: "Current Quantity",
        }
    ),
    stock_prefix="Current Quantity",
    placeholder_variants=NO_VARIANT,
)

_INSTEAD = "the Items Detail CSV (in Square Dashboard: Transactions, Export)"

WRONG_FILES = (
    WrongFile(
        "Square item sales summary",
        (signature_of("Item Name", "Item Variation", "Items Sold", "Product Sales"),),
        NO_DATES,
        _INSTEAD,
    ),
    WrongFile(
        "list of Square transactions",
        (signature_of("Date", "Gross Sales", "Net Sales", "Tip", "Total Collected", "Transaction ID"),),
        NO_ITEMS,
        _INSTEAD,
    ),
)
