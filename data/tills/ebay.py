"""eBay's downloads.

Headers: the orders report of the Seller Hub quoted in public code, in its American and its British wording. An order of
several items has a line for the order, without an item, and a line for each item: only the latter count. Money is "Sold
For", without postage; whether that is of all units or of one is not documented, so it is asked where it matters.
Refunds are not marked: their units count as sold.
"""

from data.columns import DAY, INVOICE, NAME, REVENUE, SKU, UNITS, VARIANT
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_SALES, Till, WrongFile

ORDERS = Till(
    name="eBay orders",
    signatures=(
        signature_of("Sales Record Number", "Order Number", "Item Title", "Quantity", "Sold For", "Sale Date"),
    ),
    headers=headers_of(
        {
            DAY: "Sale Date",
            INVOICE: "Order Number",
            SKU: "Custom Label",
            NAME: "Item Title",
            VARIANT: "Variation Details",
            UNITS: "Quantity",
            REVENUE: "Sold For",
        }
    ),
    amounts_are_open=True,
)

WRONG_FILES = (
    WrongFile(
        "eBay transaction report",
        (signature_of("Transaction creation date", "Type", "Order number", "Net amount"),),
        NO_SALES,
        "the orders report (Seller Hub, Orders, Download report)",
    ),
)
