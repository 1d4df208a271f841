"""SumUp's sales report, in the language of the account.

Headers: reports in English and French quoted in public code. Money is "Price (Net)", of all units of the line, without
tax, after the discount. Refunds are lines of their own kind with positive amounts, and subtract. A sale without an item
has no description. The column Account is a person's.
"""

from data.columns import CATEGORY, DAY, INVOICE, KIND, NAME, REVENUE, SKU, TIME, UNITS
from data.tills.headers import headers_of, signature_of
from data.tills.till import Till

SALES_REPORT = Till(
    name="SumUp sales report",
    signatures=(
        signature_of("Date", "Type", "Transaction ID", "Quantity", "Description", "Price (Gross)", "Price (Net)"),
        signature_of("Date", "Type", "Réf. transaction", "Quantité", "Description", "Prix (TTC)", "Prix (HT)"),
    ),
    headers=headers_of(
        {
            DAY: "Date",
            TIME: "Time",
            INVOICE: "Transaction ID | Réf. transaction",
            SKU: "SKU",
            NAME: "Description",
            CATEGORY: "Category | Catégorie",
            UNITS: "Quantity | Quantité",
            REVENUE: "Price (Net) | Prix (HT)",
            KIND: "Type",
        }
    ),
    refund_kinds=frozenset({"refund", "refunds", "remboursement"}),
)
