"""Shopify's exports.

Headers: exports of orders, reports, customers and payouts quoted in public code.

Orders: the columns of the order stand in its first line only. Money is the line's price times its quantity less the
line's discount; it holds tax where the shop's prices do, and no shipping. Discounts of the whole order cannot be given
to its items and are told. Cancelled and voided orders do not count, nor those wholly refunded. Of other orders only the
amount that was refunded is known, not the items: their units count as sold and the amount is told. Sales by day are
net: returns are taken off by Shopify. Between product and variant Shopify writes " - ".
"""

from data.columns import (
    CANCELLED_AT,
    CATEGORY,
    DAY,
    DISCOUNT,
    INVOICE,
    LOCATION,
    NAME,
    ORDER_DISCOUNT,
    PRICE,
    REFUNDED,
    REVENUE,
    SKU,
    STATUS,
    UNITS,
    VARIANT,
)
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_DATES, NO_SALES, RowRule, Till, WrongFile

JOINT = " - "
NO_VARIANT = frozenset({"default title"})

ORDERS = Till(
    name="Shopify orders",
    signatures=(signature_of("Name", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price"),),
    headers=headers_of(
        {
            DAY: "Created at",
            INVOICE: "Name",
            SKU: "Lineitem sku",
            NAME: "Lineitem name",
            UNITS: "Lineitem quantity",
            PRICE: "Lineitem price",
            DISCOUNT: "Lineitem discount",
            ORDER_DISCOUNT: "Discount Amount",
            CANCELLED_AT: "Cancelled at",
            STATUS: "Financial Status",
            REFUNDED: "Refunded Amount",
            LOCATION: "Location",
        }
    ),
    rules=(
        RowRule(STATUS, frozenset({"voided", "expired"}), "cancelled"),
        RowRule(STATUS, frozenset({"refunded"}), "refunded"),
    ),
    fills_down=(DAY, CANCELLED_AT, STATUS, LOCATION),
    joint=JOINT,
)

SALES_BY_DAY = Till(
    name="Shopify sales by day",
    signatures=(signature_of("Day", "Product title", "Net items sold"),),
    headers=headers_of(
        {
            DAY: "Day",
            SKU: "Product variant SKU",
            NAME: "Product title",
            VARIANT: "Product variant title",
            UNITS: "Net items sold",
            CATEGORY: "Product type",
            REVENUE: "Net sales | Total sales | Gross sales",
        }
    ),
    joint=JOINT,
    placeholder_variants=NO_VARIANT,
)

TILLS = (ORDERS, SALES_BY_DAY)

_INSTEAD = (
    "the report Total sales by product variant with the dimension Day added (Analytics, Reports), or all orders "
    "(Orders, Export)"
)

WRONG_FILES = (
    WrongFile("Shopify sales report", (signature_of("Product title", "Net items sold"),), NO_DATES, _INSTEAD),
    WrongFile(
        "list of Shopify customers",
        (signature_of("First Name", "Last Name", "Email", "Accepts Email Marketing", "Total Spent"),),
        NO_SALES,
        _INSTEAD,
    ),
    WrongFile(
        "list of Shopify payouts",
        (
            signature_of("Transaction Date", "Type", "Order", "Payout Status", "Payout Date", "Fee", "Net"),
            signature_of("Payout Date", "Charges", "Refunds", "Fees", "Total"),
        ),
        NO_SALES,
        _INSTEAD,
    ),
)
