"""Lightspeed Retail X-Series, formerly Vend.

Headers: the sales history and product exports as public code reads them; statuses as the API names them. Each sale has
a line of its own, one per item ("Sale Line") and one per payment: only the items count. Money is "Subtotal", without
tax. Of the R-Series no sales export is documented with its headers, so such a file is read by what its headers mean.
"""

from data.columns import DAY, INVOICE, KIND, NAME, REVENUE, SKU, STATUS, UNITS
from data.tills.headers import headers_of, signature_of
from data.tills.till import RowRule, Till

SALES_HISTORY = Till(
    name="Lightspeed X-Series sales history",
    signatures=(signature_of("Date", "Receipt Number", "Line Type", "Quantity", "Subtotal", "Details", "Sku"),),
    headers=headers_of(
        {
            DAY: "Date",
            INVOICE: "Receipt Number",
            SKU: "Sku",
            NAME: "Details",
            UNITS: "Quantity",
            REVENUE: "Subtotal",
            STATUS: "Status",
            KIND: "Line Type",
        }
    ),
    rules=(
        RowRule(KIND, frozenset({"sale line"}), "no_item_line", others=True),
        RowRule(STATUS, frozenset({"voided", "saved", "parked"}), "cancelled"),
    ),
    fills_down=(STATUS,),
)
