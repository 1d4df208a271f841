"""Clover's exports.

Headers: the dashboard's exports quoted in public code together with the fields of Clover's API that they show. The Line
Items export has a row per unit; only what is sold by weight or length has a "Per Unit Quantity". Money is "Item Total":
with modifiers, after discounts, without tax. Lines that were refunded or exchanged later do not count, nor service
charges, nor orders still open.
"""

from data.columns import (
    CATEGORY,
    DAY,
    EXCHANGED,
    FEE,
    INVOICE,
    NAME,
    ON_HAND,
    PRICE,
    REVENUE,
    SKU,
    STATUS,
    TAKEN_BACK,
    UNIT_COST,
    UNITS,
)
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import NO_ITEMS, RowRule, Till, WrongFile

_YES = frozenset({"true", "yes"})

LINE_ITEMS = Till(
    name="Clover line items",
    signatures=(signature_of("Line Item Date", "Item Name", "Per Unit Quantity", "Item Total", "Refunded"),),
    headers=headers_of(
        {
            DAY: "Line Item Date",
            INVOICE: "Order ID",
            SKU: "Item SKU",
            NAME: "Item Name",
            UNITS: "Per Unit Quantity",
            REVENUE: "Item Total",
            STATUS: "Order Payment State",
            TAKEN_BACK: "Refunded",
            EXCHANGED: "Exchanged",
            FEE: "Service Charge",
        }
    ),
    rules=(
        RowRule(FEE, _YES, "not_a_product"),
        RowRule(TAKEN_BACK, _YES, "refunded"),
        RowRule(EXCHANGED, _YES, "refunded"),
        RowRule(STATUS, frozenset({"open"}), "not_paid"),
    ),
    blank_units=1.0,
)

INVENTORY = ProductList(
    name="Clover inventory",
    signatures=(signature_of("Clover ID", "Name", "Price", "SKU", "Quantity"),),
    headers=headers_of(
        {
            SKU: "SKU",
            NAME: "Name",
            CATEGORY: "Categories | Category",
            UNIT_COST: "Cost",
            PRICE: "Price",
            ON_HAND: "Quantity",
            FEE: "Non-revenue item?",
        }
    ),
    rules=(RowRule(FEE, _YES, "not_a_product"),),
)

_INSTEAD = "the Line Items export (in the Clover dashboard: Orders, Line Items, Export)"

WRONG_FILES = (
    WrongFile(
        "list of Clover orders",
        (signature_of("Order Date", "Order Total", "Payments Total", "Tender"),),
        NO_ITEMS,
        _INSTEAD,
    ),
    WrongFile(
        "list of Clover payments",
        (signature_of("Payment Date", "Payment ID", "Tender", "Amount", "Tip Amount"),),
        NO_ITEMS,
        _INSTEAD,
    ),
)
