"""What is known of one export of one till: how it is recognised, where its columns are, which rows do not count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.columns import KIND, STATUS, VOIDED
from data.headers.find_columns import find_columns
from data.headers.sales_headers import SALES_HEADERS
from data.meaning.non_products import is_no_product
from data.tills.headers import HeaderKeys, Signature
from data.tills.row_words import (
    CANCELLED_WORDS,
    REFUND_WORDS,
    REFUNDED_WORDS,
    SALE_KINDS,
    STOCK_KINDS,
    UNFINISHED_WORDS,
    VOID_KINDS,
    YES_WORDS,
)


@dataclass(frozen=True)
class RowRule:
    """Rows that do not count, by what one of their cells says.

    column: canonical name. texts: in small letters; rows with one of them are left out for the reason. Where `others`
    is set these are the texts that do count, and the rows with any other text are left out.
    begins: a text that begins with one of them is one of them. spares_negative: rows of negative units stay, since they
    take back what other rows sold.
    """

    column: str
    texts: frozenset[str]
    reason: str
    others: bool = False
    begins: bool = False
    spares_negative: bool = False

    def leaves_out(self, text: str) -> bool:
        """Whether a row with this text is left out.

        >>> RowRule("status", frozenset({"closed"}), "cancelled", others=True).leaves_out(" Cancelled ")
        True
        """
        plain = text.strip().casefold()
        is_one = plain in self.texts or (self.begins and any(plain.startswith(f"{word} ") for word in self.texts))
        return is_one != self.others


@dataclass(frozen=True)
class Till:
    """An export of sales that is recognised by name.

    signatures: headers that only this export has together; one for each language or version.
    headers: where each canonical column is, the best first.
    rules: rows that do not count.
    refund_kinds: kinds of row that are taken back, whatever their sign.
    stock_kinds: kinds of row that are no sale, in a file where other rows are of sale_kinds.
    refund_flags: what the column TAKEN_BACK says on a row that is taken back.
    fills_down: columns that only the first line of an invoice holds.
    date_order: what comes first in its dates, "day" or "month", where it is always the same.
    amounts_are_open: whether the money is that of a line or of a unit is not known.
    blank_units: units of a row that names none, None where such a row cannot be read.
    items_cell: column that holds several items in one cell, such as "2x Tea, 1x Mug".
    joint: what stands between item and variant.
    bookkeeping_prefix: invoices that start so are no sales.
    has_stock_adjustments: rows without money may be corrections of stock, but not those of invoices that start with
    cancellation_prefix.
    is_no_product: judges codes where judges_codes is set, else names.
    units_are_money: the column of units is money, units = money / price.
    placeholder_variants: variants that only say that there is none.
    """

    name: str
    signatures: tuple[Signature, ...]
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: SALES_HEADERS)
    rules: tuple[RowRule, ...] = ()
    refund_kinds: frozenset[str] = frozenset()
    sale_kinds: frozenset[str] = frozenset()
    stock_kinds: frozenset[str] = frozenset()
    refund_flags: frozenset[str] = frozenset()
    fills_down: tuple[str, ...] = ()
    date_order: str = ""
    amounts_are_open: bool = False
    blank_units: float | None = None
    items_cell: str = ""
    joint: str = " / "
    bookkeeping_prefix: str = ""
    cancellation_prefix: str = ""
    has_stock_adjustments: bool = False
    is_no_product: Callable[[str], bool] = is_no_product
    judges_codes: bool = False
    units_are_money: bool = False
    placeholder_variants: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WrongFile:
    """A till's file from which nothing can be forecast. problem: why, as a code; instead: what to export."""

    name: str
    signatures: tuple[Signature, ...]
    problem: str
    instead: str


PLAIN = Till(
    "",
    (),
    rules=(
        RowRule(STATUS, CANCELLED_WORDS, "cancelled", begins=True),
        RowRule(STATUS, UNFINISHED_WORDS, "not_paid"),
        RowRule(STATUS, REFUNDED_WORDS, "refunded", spares_negative=True),
        RowRule(VOIDED, YES_WORDS | CANCELLED_WORDS, "cancelled"),
        RowRule(KIND, VOID_KINDS, "cancelled", spares_negative=True),
    ),
    refund_kinds=REFUND_WORDS,
    sale_kinds=SALE_KINDS,
    stock_kinds=STOCK_KINDS,
    refund_flags=YES_WORDS,
)
NO_DATES, NO_ITEMS, NO_SALES = "no_dates_in_report", "no_items_in_report", "no_sales_in_report"


def till_columns(till: Till, headers: Sequence[str]) -> dict[str, int]:
    """Position of each canonical column of a till's export; of an unknown one by what headers usually mean.

    >>> till_columns(PLAIN, ["Datum", "Artikel", "Menge"])
    {'day': 0, 'name': 1, 'units': 2}
    """
    if till.headers is SALES_HEADERS:
        return find_columns(headers, SALES_HEADERS)
    return HeaderKeys.of(headers).places(till.headers)
