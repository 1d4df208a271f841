"""Amazon Seller Central's reports.

Headers: the All Orders reports as libraries for Amazon's API name them, and business reports quoted in public code.
Money is "item-price", of all units of the line, less its promotion discount; outside Europe it is without tax.
Cancelled orders and cancelled lines do not count; pending ones do, and may have no price yet. Days are those of the
file's times, which are in UTC.
"""

from data.columns import DAY, DISCOUNT, INVOICE, ITEM_STATUS, NAME, REVENUE, SKU, STATUS, UNITS
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_DATES, NO_ITEMS, NO_SALES, RowRule, Till, WrongFile

_CANCELLED = frozenset({"cancelled", "canceled"})

ALL_ORDERS = Till(
    name="Amazon all orders",
    signatures=(signature_of("amazon-order-id", "purchase-date", "order-status", "sku", "quantity", "item-price"),),
    headers=headers_of(
        {
            DAY: "purchase-date",
            INVOICE: "amazon-order-id",
            SKU: "sku",
            NAME: "product-name",
            UNITS: "quantity",
            REVENUE: "item-price",
            DISCOUNT: "item-promotion-discount",
            STATUS: "order-status",
            ITEM_STATUS: "item-status",
        }
    ),
    rules=(RowRule(STATUS, _CANCELLED, "cancelled"), RowRule(ITEM_STATUS, _CANCELLED, "cancelled")),
)

_INSTEAD = "the All Orders report (Seller Central, Reports, Fulfillment, All Orders)"

WRONG_FILES = (
    WrongFile(
        "Amazon business report by item",
        (signature_of("(Child) ASIN", "Title", "Units Ordered", "Ordered Product Sales"),),
        NO_DATES,
        _INSTEAD,
    ),
    WrongFile(
        "Amazon business report by date",
        (signature_of("Date", "Ordered Product Sales", "Units Ordered"),),
        NO_ITEMS,
        _INSTEAD,
    ),
    WrongFile(
        "Amazon inventory history",
        (signature_of("snapshot-date", "fnsku", "sku", "quantity", "fulfillment-center-id"),),
        NO_SALES,
        _INSTEAD,
    ),
)
