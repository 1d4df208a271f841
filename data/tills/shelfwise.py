"""Shelfwise's own daily sales, as it writes them: what was exported is what is read."""

from data.tills.headers import signature_of
from data.tills.till import Till

DAILY_SALES = Till(
    name="Shelfwise daily sales",
    signatures=(signature_of("day", "sku", "units", "revenue"),),
)
