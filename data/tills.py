"""The rules of each till's export: how it is recognised, which columns count, which rows do not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.columns import (
    CANCELLED_AT,
    CATEGORY,
    DAY,
    INVOICE,
    KIND,
    NAME,
    PRICE,
    REFUNDED,
    REVENUE,
    SALES_HEADERS,
    SKU,
    STATUS,
    TIME,
    UNITS,
    VARIANT,
    find_columns,
    header_key,
)
from data.non_products import is_no_product, is_uci_non_product


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


def _headers(**places: str) -> dict[str, tuple[str, ...]]:
    return {name: (header_key(header),) for name, header in places.items()}


def _signature(*headers: str) -> frozenset[str]:
    return frozenset(map(header_key, headers))


PLAIN = Till("", frozenset())

_UCI = Till(
    name="UCI Online Retail",
    signature=_signature("StockCode", "Description", "Quantity", "InvoiceDate", "Country"),
    bookkeeping_prefix="A",
    cancellation_prefix="C",
    has_stock_adjustments=True,
    is_no_product=is_uci_non_product,
    judges_codes=True,
)

TILLS = (
    _UCI,
    Till(
        name="Square item sales",
        signature=_signature("Item", "Qty", "Price Point Name", "Gross Sales", "Net Sales", "Event Type"),
        headers=_headers(
            **{DAY: "Date", TIME: "Time", INVOICE: "Transaction ID", SKU: "SKU", NAME: "Item"},
            **{
                VARIANT: "Price Point Name",
                CATEGORY: "Category",
                UNITS: "Qty",
                REVENUE: "Net Sales",
                KIND: "Event Type",
            },
        ),
        refund_kinds=frozenset({"refund"}),
        placeholder_variants=frozenset({"regular"}),
    ),
    Till(
        name="Shopify orders",
        signature=_signature("Name", "Created at", "Lineitem quantity", "Lineitem name", "Cancelled at"),
        headers=_headers(
            **{DAY: "Created at", INVOICE: "Name", SKU: "Lineitem sku", NAME: "Lineitem name"},
            **{UNITS: "Lineitem quantity", PRICE: "Lineitem price"},
            **{CANCELLED_AT: "Cancelled at", REFUNDED: "Refunded Amount"},
        ),
        fills_down=(DAY, CANCELLED_AT),
    ),
    Till(
        name="Shopify sales by day",
        signature=_signature("Day", "Product title", "Product variant SKU", "Net items sold"),
        headers={
            **_headers(
                **{DAY: "Day", SKU: "Product variant SKU", NAME: "Product title", VARIANT: "Product variant title"}
            ),
            **_headers(**{UNITS: "Net items sold", CATEGORY: "Product type"}),
            REVENUE: ("netsales", "totalsales", "grosssales"),
        },
        placeholder_variants=frozenset({"default title"}),
    ),
    Till(
        name="Loyverse receipts by item",
        signature=_signature("Receipt number", "Receipt type", "Item", "Variant", "Quantity", "Status"),
        headers=_headers(
            **{DAY: "Date", INVOICE: "Receipt number", SKU: "SKU", NAME: "Item", VARIANT: "Variant"},
            **{CATEGORY: "Category", UNITS: "Quantity", REVENUE: "Net sales", STATUS: "Status", KIND: "Receipt type"},
        ),
        closed_status="closed",
        refund_kinds=frozenset({"refund"}),
    ),
    Till(
        name="French bakery, daily revenue",
        signature=_signature("unique_id", "ds", "y", "unit_price"),
        headers=_headers(**{DAY: "ds", SKU: "unique_id", UNITS: "y", PRICE: "unit_price"}),
        units_are_money=True,
    ),
)

UNDATED_REPORTS = (
    UndatedReport(
        "Square item sales summary",
        _signature("Item Name", "Item Variation", "Items Sold", "Product Sales"),
        "the Item Sales export with details, one row per item sold",
    ),
    UndatedReport(
        "WooCommerce products report",
        _signature("Product Title", "Items Sold", "Net Sales", "Orders"),
        "an export of the orders with a row per item and the order date",
    ),
)


def recognised_till(headers: Sequence[str]) -> Till:
    """The till that writes these headers; PLAIN where none is known.

    >>> recognised_till(["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Country"]).name
    'UCI Online Retail'
    """
    keys = set(map(header_key, headers))
    return next((till for till in TILLS if till.signature <= keys), PLAIN)


def undated_report(headers: Sequence[str]) -> UndatedReport | None:
    """The report without dates that has these headers, if it is a known one."""
    keys = set(map(header_key, headers))
    return next((report for report in UNDATED_REPORTS if report.signature <= keys), None)


def till_columns(till: Till, headers: Sequence[str]) -> dict[str, int]:
    """Position of each canonical column of a till's export."""
    return find_columns(headers, till.headers)
