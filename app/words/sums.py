"""Sums as they are printed: labels, signs and exact units, so that the owner can check them with a pencil."""

from collections.abc import Sequence
from decimal import Decimal

from app.words.formats import decimals_text
from app.words.language import N_, _, locale
from inventory.trace import TracePart

LABELS = {
    "expected_sales": N_("expected sales"),
    "safety_stock": N_("safety stock"),
    "threshold": N_("1.5 days of average sales"),
    "lot": N_("economical order size"),
    "on_hand": N_("on hand"),
    "on_order": N_("on the way"),
    "rounding": N_("rounded to packs"),
    "enough_stock": N_("enough for now"),
    "inactive": N_("not ordered any more"),
    "shelf_life": N_("would spoil"),
    "no_order_day": N_("no orders taken"),
    "decided": N_("decided today"),
    "minimum_top_up": N_("up to the supplier's minimum"),
    "minimum_wait": N_("waits for the supplier's minimum"),
    "budget_cut": N_("put off for the budget"),
    "override": N_("your own number"),
}
LEAST_GROUPED = 1000


def sum_text(parts: Sequence[TracePart]) -> str:
    """The parts and their total: `expected sales 28 + safety stock 9 - on hand 30 = 7`; empty ones are left out."""
    shown = [part for part in parts if part.amount != 0 or part.code == "on_hand"]
    return f"{''.join(map(term_text, shown)).removeprefix(' + ')} = {plain(total_of(parts))}"


def term_text(part: TracePart) -> str:
    """One part with its sign: ` - on hand 30`."""
    return f" {'-' if takes_away(part) else '+'} {_(LABELS[part.code])} {plain(abs(part.amount))}"


def signed_text(part: TracePart) -> str:
    """The units of a part with their sign, as they stand in a column of a sum."""
    return f"{'−' if takes_away(part) else '+'} {plain(abs(part.amount))}"


def total_of(parts: Sequence[TracePart]) -> Decimal:
    """The exact sum of the parts, in units."""
    return sum((part.amount for part in parts), Decimal(0))


def takes_away(part: TracePart) -> bool:
    """Whether a part is shown as one that takes away: stock does, even if there is none."""
    return part.amount < 0 or (part.amount == 0 and part.code in ("on_hand", "on_order"))


def number(units: float) -> str:
    """Units without idle zeros, to the gram where the unit is the kilogram.

    >>> number(2285.0), number(0.25), number(1234567.0)
    ('2,285', '0.25', '1,234,567')
    """
    return plain(Decimal(f"{units:.3f}"))


def plain(amount: Decimal) -> str:
    """A decimal number without idle zeros.

    >>> plain(Decimal("28.0")), plain(Decimal("9.5")), plain(Decimal("1200"))
    ('28', '9.5', '1,200')
    """
    if abs(amount) >= LEAST_GROUPED:
        return decimals_text(float(amount))
    text = str(amount)  # most numbers are small, and a list of thousands of products has ten thousands of them
    if "." not in text:
        return text
    return text.rstrip("0").rstrip(".").replace(".", locale().number_symbols["latn"]["decimal"])
