"""Shopify's exports."""

from data.columns import CANCELLED_AT, CATEGORY, DAY, INVOICE, NAME, PRICE, REFUNDED, REVENUE, SKU, UNITS, VARIANT
from data.tills.till import Till, headers_of, signature

ORDERS = Till(
    name="Shopify orders",
    signature=signature("Name", "Created at", "Lineitem quantity", "Lineitem name", "Cancelled at"),
    headers=headers_of(
        {
            DAY: "Created at",
            INVOICE: "Name",
            SKU: "Lineitem sku",
            NAME: "Lineitem name",
            UNITS: "Lineitem quantity",
            PRICE: "Lineitem price",
            CANCELLED_AT: "Cancelled at",
            REFUNDED: "Refunded Amount",
        }
    ),
    fills_down=(DAY, CANCELLED_AT),
)

SALES_BY_DAY = Till(
    name="Shopify sales by day",
    signature=signature("Day", "Product title", "Product variant SKU", "Net items sold"),
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
    placeholder_variants=frozenset({"default title"}),
)

TILLS = (ORDERS, SALES_BY_DAY)
