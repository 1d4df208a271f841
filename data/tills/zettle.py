"""Zettle's reports, in the language of the account.

Headers: the raw data report read by public code in English, French, Danish and Swedish, and the report of sales by
product in Swedish. What identifies the raw data is the final price with its currency; of the English, French and
Swedish ones only some headers are documented, of a German one none, so the other columns are found by what their
headers mean. Money is the final price: after discounts, with tax. Returns are negative lines.
"""

from data.columns import CATEGORY, DAY, INVOICE, NAME, REVENUE, SKU, TIME, UNITS, VARIANT
from data.headers.sales_headers import SALES_HEADERS
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_DATES, Till, WrongFile

_CURRENCIES = ("GBP", "EUR", "SEK", "NOK", "DKK", "USD", "MXN", "BRL")
_FINAL_PRICES = {"Date": ("Final price", "Prix final"), "Dato": ("Endelig pris",), "Tid": ("Slutpris",)}

RAW_DATA = Till(
    name="Zettle raw data report",
    signatures=tuple(
        signature_of(day, f"{price} ({currency})")
        for day, prices in _FINAL_PRICES.items()
        for price in prices
        for currency in _CURRENCIES
    ),
    headers={
        **{name: SALES_HEADERS[name] for name in (SKU, CATEGORY)},
        **headers_of(
            {
                DAY: "Date | Dato | Tid",
                TIME: "Time",
                INVOICE: "Receipt number | Reçu n° | Kvitteringsnummer",
                NAME: "Name | Nom | Navn | Namn",
                VARIANT: "Variant | Variante",
                UNITS: "Quantity | Quantité | Antal",
                REVENUE: "Final price | Prix final | Endelig pris | Slutpris",
            }
        ),
    },
)

WRONG_FILES = (
    WrongFile(
        "Zettle report of sales by product",
        (signature_of("Namn", "Antal sålda", "Sålt belopp"),),
        NO_DATES,
        "the raw data report (Reports, Sales, Export)",
    ),
)
