"""Loyverse's exports, in the language of the account.

Headers: exports in English and Spanish quoted in public code; in other languages they are not documented, so such a
file is read by what its headers mean. Money is "Net sales": after discounts; tax that is added
to prices is not in it, tax within prices is (https://help.loyverse.com/help/sales-summary-report-back-office). Only
closed receipts count; refunds subtract.
"""

from data.columns import (
    CATEGORY,
    DAY,
    HANDLE,
    INVOICE,
    KIND,
    LOCATION,
    NAME,
    ON_HAND,
    PRICE,
    REVENUE,
    SKU,
    STATUS,
    UNIT_COST,
    UNITS,
    VARIANT,
)
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import NO_DATES, NO_ITEMS, RowRule, Till, WrongFile

RECEIPTS = Till(
    name="Loyverse receipts by item",
    signatures=(
        signature_of("Receipt number", "Receipt type", "Item", "Quantity", "Net sales"),
        signature_of("Receipt number", "Receipt type", "Item name", "Quantity", "Net sales"),
        signature_of("Número de recibo", "Tipo de recibo", "Artículo", "Cantidad", "Ventas netas"),
    ),
    headers=headers_of(
        {
            DAY: "Date | Fecha",
            INVOICE: "Receipt number | Número de recibo",
            SKU: "SKU | REF",
            NAME: "Item | Item name | Artículo",
            VARIANT: "Variant | Variante",
            CATEGORY: "Category | Categoría",
            UNITS: "Quantity | Cantidad",
            REVENUE: "Net sales | Ventas netas",
            STATUS: "Status | Estado",
            KIND: "Receipt type | Tipo de recibo",
            LOCATION: "Store | Tienda",
        }
    ),
    rules=(RowRule(STATUS, frozenset({"closed", "cerrado"}), "cancelled", others=True),),
    refund_kinds=frozenset({"refund", "reembolso"}),
)

ITEMS = ProductList(
    name="Loyverse items",
    signatures=(signature_of("Handle", "SKU", "Name", "Option 1 name", "Option 1 value", "Cost"),),
    headers=headers_of(
        {
            HANDLE: "Handle",
            SKU: "SKU",
            NAME: "Name",
            CATEGORY: "Category",
            UNIT_COST: "Cost",
            PRICE: "Price | Default price",
            ON_HAND: "In stock",
        }
    ),
    options=("Option 1 value", "Option 2 value", "Option 3 value"),
    stock_prefix="In stock",
    fills_down=(NAME, CATEGORY),
)

_INSTEAD = "Receipts by item (in the Back Office: Reports, Receipts, Export)"

WRONG_FILES = (
    WrongFile(
        "Loyverse list of receipts",
        (
            signature_of("Receipt number", "Receipt type", "Total collected", "Payment type"),
            signature_of("Receipt number", "Receipt type", "Gross sales", "Description"),
        ),
        NO_ITEMS,
        _INSTEAD,
    ),
    WrongFile(
        "Loyverse report of sales by item",
        (signature_of("Item name", "Items sold", "Items refunded", "Net sales"),),
        NO_DATES,
        _INSTEAD,
    ),
    WrongFile(
        "Loyverse sales summary",
        (signature_of("Date", "Gross sales", "Refunds", "Discounts", "Net sales", "Cost of goods", "Margin"),),
        NO_ITEMS,
        _INSTEAD,
    ),
)
