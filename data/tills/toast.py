"""Toast's exports.

Headers: https://doc.toasttab.com/doc/platformguide/adminDataExportFieldReference.html and files quoted in public code.
The item selection details have a row per item of an order. Money is "Net Price": after discounts, without tax. Voids do
not count, nor deferred items, which are gift cards
(https://doc.toasttab.com/doc/devguide/apiOrdersNetSalesCalculation.html). Dates are American.
"""

from data.columns import CATEGORY, DAY, DEFERRED, INVOICE, LOCATION, NAME, REVENUE, SKU, UNITS, VOIDED
from data.tills.headers import headers_of, signature_of
from data.tills.till import NO_DATES, NO_ITEMS, RowRule, Till, WrongFile

_YES = frozenset({"true", "yes"})

ITEM_SELECTIONS = Till(
    name="Toast item selection details",
    signatures=(signature_of("Order Id", "Sent Date", "Menu Item", "Net Price", "Qty", "Void?"),),
    headers=headers_of(
        {
            DAY: "Order Date | Sent Date",
            INVOICE: "Order Id",
            SKU: "SKU",
            NAME: "Menu Item",
            CATEGORY: "Menu Group | Sales Category",
            UNITS: "Qty",
            REVENUE: "Net Price",
            VOIDED: "Void?",
            DEFERRED: "Deferred",
            LOCATION: "Location",
        }
    ),
    rules=(RowRule(VOIDED, _YES, "cancelled"), RowRule(DEFERRED, _YES, "not_a_product")),
    date_order="month",
)

_INSTEAD = "Item Selection Details (in Toast Web: Reports, Sales)"

WRONG_FILES = (
    WrongFile(
        "Toast report of all items",
        (signature_of("Menu Item", "Avg Price", "Item Qty", "Gross Amount", "Void Qty", "Net Amount"),),
        NO_DATES,
        _INSTEAD,
    ),
    WrongFile(
        "list of Toast checks",
        (signature_of("Opened Date", "Opened Time", "Item Description", "Tender", "Check Id"),),
        NO_ITEMS,
        _INSTEAD,
    ),
)
