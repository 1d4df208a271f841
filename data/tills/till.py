"""What is known of one export of one till: how it is recognised, where its columns are, which rows do not count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.columns import SALES_HEADERS, find_columns, header_key
from data.non_products import is_no_product


@dataclass(frozen=True)
class Till:
    """A format that is recognised by name.

    signature: headers that only this export has together, as header_key writes them.
    headers: where each canonical column is.
    closed_status: only rows of this status count.
    refund_kinds: kinds of row that are taken back, whatever their sign.
    fills_down: columns that only the first line of an invoice holds.
    bookkeeping_prefix: invoices that start so are no sales.
    has_stock_adjustments: rows without money may be corrections of stock, but not those of invoices that start with
    cancellation_prefix.
    is_no_product: judges codes where judges_codes is set, else names.
    units_are_money: the column of units is money, units = money / price.
    placeholder_variants: variants that only say that there is none.
    """

    name: str
    signature: frozenset[str]
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: SALES_HEADERS)
    closed_status: str = ""
    refund_kinds: frozenset[str] = frozenset()
    fills_down: tuple[str, ...] = ()
    bookkeeping_prefix: str = ""
    cancellation_prefix: str = ""
    has_stock_adjustments: bool = False
    is_no_product: Callable[[str], bool] = is_no_product
    judges_codes: bool = False
    units_are_money: bool = False
    placeholder_variants: frozenset[str] = frozenset()


@dataclass(frozen=True)
class UndatedReport:
    """A till's report that adds up a whole period: it has no dates, so nothing can be forecast from it."""

    name: str
    signature: frozenset[str]
    instead: str


PLAIN = Till("", frozenset())


def till_columns(till: Till, headers: Sequence[str]) -> dict[str, int]:
    """Position of each canonical column of a till's export."""
    return find_columns(headers, till.headers)


def headers_of(places: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Headers by canonical column, each a list of headers with a bar between them, the best first.

    >>> headers_of({"units": "Qty", "revenue": "Net sales | Gross sales"})
    {'units': ('qty',), 'revenue': ('netsales', 'grosssales')}
    """
    return {name: tuple(map(header_key, headers.split("|"))) for name, headers in places.items()}


def signature(*headers: str) -> frozenset[str]:
    """Headers as a signature holds them."""
    return frozenset(map(header_key, headers))
