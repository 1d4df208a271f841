"""Loyverse's exports."""

from data.columns import CATEGORY, DAY, INVOICE, KIND, NAME, REVENUE, SKU, STATUS, UNITS, VARIANT
from data.tills.till import Till, headers_of, signature

RECEIPTS = Till(
    name="Loyverse receipts by item",
    signature=signature("Receipt number", "Receipt type", "Item", "Variant", "Quantity", "Status"),
    headers=headers_of(
        {
            DAY: "Date",
            INVOICE: "Receipt number",
            SKU: "SKU",
            NAME: "Item",
            VARIANT: "Variant",
            CATEGORY: "Category",
            UNITS: "Quantity",
            REVENUE: "Net sales",
            STATUS: "Status",
            KIND: "Receipt type",
        }
    ),
    closed_status="closed",
    refund_kinds=frozenset({"refund"}),
)
