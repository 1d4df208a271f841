"""All known exports of tills, and which of them wrote a header row."""

from collections.abc import Sequence

from data.tills import (
    amazon,
    clover,
    ebay,
    etsy,
    french_bakery,
    lightspeed,
    loyverse,
    shelfwise,
    shopify,
    shopify_lists,
    square,
    sumup,
    toast,
    uci,
    woocommerce,
    zettle,
)
from data.tills.headers import HeaderKeys
from data.tills.product_list import PLAIN_LIST, ProductList
from data.tills.till import PLAIN, Till, WrongFile

TILLS = (
    uci.ONLINE_RETAIL,
    square.ITEM_SALES,
    *shopify.TILLS,
    loyverse.RECEIPTS,
    *woocommerce.TILLS,
    lightspeed.SALES_HISTORY,
    clover.LINE_ITEMS,
    toast.ITEM_SELECTIONS,
    etsy.ORDER_ITEMS,
    ebay.ORDERS,
    amazon.ALL_ORDERS,
    sumup.SALES_REPORT,
    zettle.RAW_DATA,
    french_bakery.DAILY_REVENUE,
    shelfwise.DAILY_SALES,
)
PRODUCT_LISTS = (
    square.LIBRARY,
    *shopify_lists.LISTS,
    loyverse.ITEMS,
    woocommerce.PRODUCTS,
    lightspeed.X_PRODUCTS,
    lightspeed.R_ITEMS,
    clover.INVENTORY,
    sumup.ITEMS,
)
WRONG_FILES = (
    *square.WRONG_FILES,
    *shopify.WRONG_FILES,
    *loyverse.WRONG_FILES,
    *woocommerce.WRONG_FILES,
    *clover.WRONG_FILES,
    *toast.WRONG_FILES,
    *etsy.WRONG_FILES,
    *ebay.WRONG_FILES,
    *amazon.WRONG_FILES,
    *zettle.WRONG_FILES,
)


Known = Till | ProductList | WrongFile
KNOWN: tuple[Known, ...] = (*TILLS, *PRODUCT_LISTS, *WRONG_FILES)


def recognised_till(headers: Sequence[str]) -> Till:
    """The till that writes these headers of a sales file; PLAIN where none is known.

    >>> recognised_till(["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Country"]).name
    'UCI Online Retail'
    """
    found = recognised(headers)
    return found if isinstance(found, Till) else PLAIN


def recognised_list(headers: Sequence[str]) -> ProductList:
    """The list of products that has these headers; PLAIN_LIST where none is known."""
    found = recognised(headers)
    return found if isinstance(found, ProductList) else PLAIN_LIST


def wrong_file(headers: Sequence[str]) -> WrongFile | None:
    """The file without sales by day and item that has these headers, if it is a known one."""
    found = recognised(headers)
    return found if isinstance(found, WrongFile) else None


def recognised(headers: Sequence[str]) -> Known | None:
    """Of several whose headers are all there, the one with the longest signature."""
    keys = HeaderKeys.of(headers)
    found = [(len(some), candidate) for candidate in KNOWN for some in candidate.signatures if keys.has(some)]
    return max(found, key=lambda pair: pair[0])[1] if found else None
