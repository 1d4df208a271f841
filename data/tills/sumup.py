"""SumUp's sales report, in the language of the account.

Headers: reports in English and French quoted in public code; no German report is documented, so its headers are those
translated, and other languages are read by what their headers mean. Money is "Price (Net)", of all units of the line,
without tax, after the discount. Refunds are lines of their own kind with positive amounts, and subtract. A sale without
an item has no description. The column Account is a person's.
"""

from data.columns import (
    CATEGORY,
    DAY,
    INVOICE,
    KIND,
    NAME,
    ON_HAND,
    PRICE,
    REVENUE,
    SKU,
    TIME,
    UNIT_COST,
    UNITS,
    VARIANT,
)
from data.tills.headers import headers_of, signature_of
from data.tills.product_list import ProductList
from data.tills.till import Till

SALES_REPORT = Till(
    name="SumUp sales report",
    signatures=(
        signature_of("Date", "Type", "Transaction ID", "Quantity", "Description", "Price (Gross)", "Price (Net)"),
        signature_of("Transaktions-ID", "Menge", "Beschreibung", "Preis (Brutto)", "Preis (Netto)"),
        signature_of("Date", "Type", "Réf. transaction", "Quantité", "Description", "Prix (TTC)", "Prix (HT)"),
    ),
    headers=headers_of(
        {
            DAY: "Date | Datum",
            TIME: "Time | Uhrzeit | Zeit",
            INVOICE: "Transaction ID | Réf. transaction | Transaktions-ID",
            SKU: "SKU | Artikelnummer",
            NAME: "Description | Beschreibung",
            CATEGORY: "Category | Catégorie | Kategorie",
            UNITS: "Quantity | Quantité | Menge",
            REVENUE: "Price (Net) | Prix (HT) | Preis (Netto)",
            KIND: "Type | Typ | Art",
        }
    ),
    refund_kinds=frozenset({"refund", "refunds", "remboursement", "erstattung", "rückerstattung", "rückzahlung"}),
)

ITEMS = ProductList(
    name="SumUp items",
    signatures=(
        signature_of("Item name", "Variations", "Option set 1", "Price", "Tax rate (%)", "SKU", "Item id"),
        signature_of("Item name", "Variations", "Option set 1", "Price", "Tax rate (%)", "SKU", "Quantity"),
    ),
    headers=headers_of(
        {
            SKU: "SKU",
            NAME: "Item name",
            VARIANT: "Variations",
            CATEGORY: "Category",
            UNIT_COST: "Cost price",
            PRICE: "Price",
            ON_HAND: "Quantity",
        }
    ),
)
