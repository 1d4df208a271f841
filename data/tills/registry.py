"""All known exports of tills, and which of them wrote a header row."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from data.tills import (
    amazon,
    clover,
    ebay,
    etsy,
    french_bakery,
    lightspeed,
    loyverse,
    shopify,
    square,
    sumup,
    toast,
    uci,
    woocommerce,
    zettle,
)
from data.tills.headers import HeaderKeys, Signature
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


class Recognisable(Protocol):
    """Something with a name and the headers by which it is known."""

    @property
    def signatures(self) -> tuple[Signature, ...]: ...


Known = TypeVar("Known", bound=Recognisable)


def recognised_till(headers: Sequence[str]) -> Till:
    """The till that writes these headers; PLAIN where none is known, or where they are those of a wrong file.

    >>> recognised_till(["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Country"]).name
    'UCI Online Retail'
    """
    found = _recognised(headers, (*TILLS, *WRONG_FILES))
    return found if isinstance(found, Till) else PLAIN


def wrong_file(headers: Sequence[str]) -> WrongFile | None:
    """The file without sales by day and item that has these headers, if it is a known one."""
    found = _recognised(headers, (*TILLS, *WRONG_FILES))
    return found if isinstance(found, WrongFile) else None


def _recognised(headers: Sequence[str], known: Iterable[Known]) -> Known | None:
    """Of several whose headers are all there, the one with the longest signature."""
    keys = HeaderKeys.of(headers)
    found = [(len(some), candidate) for candidate in known for some in candidate.signatures if keys.has(some)]
    return max(found, key=lambda pair: pair[0])[1] if found else None
