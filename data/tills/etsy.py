"""Etsy's downloads.

Headers: the files "EtsySoldOrderItems" and "EtsySoldOrders" quoted in public code. The order items have a row per item,
with "Sale Date" as month/day/year. Money is "Item Total", quantity times price: coupons are in a column of their own
that does not say how they share out, which is told. Refunds are not marked: their units count as sold. Tax that Etsy
collects and shipping are not in the money.
"""

from data.columns import DAY, INVOICE, NAME, ORDER_DISCOUNT, PRICE, REVENUE, SKU, UNITS, VARIANT
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_ITEMS, NO_SALES, Till, WrongFile

ORDER_ITEMS = Till(
    name="Etsy order items",
    signatures=(signature_of("Sale Date", "Item Name", "Quantity", "Price", "Transaction ID", "Listing ID"),),
    headers=headers_of(
        {
            DAY: "Sale Date",
            INVOICE: "Order ID",
            SKU: "SKU",
            NAME: "Item Name",
            VARIANT: "Variations",
            UNITS: "Quantity",
            PRICE: "Price",
            REVENUE: "Item Total",
            ORDER_DISCOUNT: "Discount Amount",
        }
    ),
    date_order="month",
)

_INSTEAD = "Order Items (Shop Manager, Settings, Options, Download Data)"

WRONG_FILES = (
    WrongFile(
        "list of Etsy orders",
        (signature_of("Sale Date", "Order ID", "Full Name", "Number of Items", "Order Value"),),
        NO_ITEMS,
        _INSTEAD,
    ),
    WrongFile(
        "Etsy statement", (signature_of("Date", "Type", "Title", "Info", "Fees & Taxes", "Net"),), NO_SALES, _INSTEAD
    ),
)
