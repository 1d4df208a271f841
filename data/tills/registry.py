"""All known exports of tills, and which of them wrote a header row."""

from collections.abc import Sequence

from data.columns import header_key
from data.tills import french_bakery, loyverse, shopify, square, uci, woocommerce
from data.tills.till import PLAIN, Till, UndatedReport

TILLS = (uci.ONLINE_RETAIL, square.ITEM_SALES, *shopify.TILLS, loyverse.RECEIPTS, french_bakery.DAILY_REVENUE)
UNDATED_REPORTS = (square.SUMMARY, woocommerce.PRODUCTS_REPORT)


def recognised_till(headers: Sequence[str]) -> Till:
    """The till that writes these headers; of several the one with the longest signature. PLAIN where none is known.

    >>> recognised_till(["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Country"]).name
    'UCI Online Retail'
    """
    keys = set(map(header_key, headers))
    found = [till for till in TILLS if till.signature <= keys]
    return max(found, key=lambda till: len(till.signature), default=PLAIN)


def undated_report(headers: Sequence[str]) -> UndatedReport | None:
    """The report without dates that has these headers, if it is a known one."""
    keys = set(map(header_key, headers))
    found = [report for report in UNDATED_REPORTS if report.signature <= keys]
    return max(found, key=lambda report: len(report.signature), default=None)
