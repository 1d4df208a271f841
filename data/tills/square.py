"""Square's exports."""

from data.columns import CATEGORY, DAY, INVOICE, KIND, NAME, REVENUE, SKU, TIME, UNITS, VARIANT
from data.tills.till import Till, UndatedReport, headers_of, signature

ITEM_SALES = Till(
    name="Square item sales",
    signature=signature("Item", "Qty", "Price Point Name", "Gross Sales", "Net Sales", "Event Type"),
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
        }
    ),
    refund_kinds=frozenset({"refund"}),
    placeholder_variants=frozenset({"regular"}),
)

SUMMARY = UndatedReport(
    "Square item sales summary",
    signature("Item Name", "Item Variation", "Items Sold", "Product Sales"),
    "the Item Sales export with details, one row per item sold",
)
