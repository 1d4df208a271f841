"""The daily takings of a French bakery, with money where other files have units."""

from data.columns import DAY, PRICE, SKU, UNITS
from data.tills.headers import headers_of, signature_of
from data.tills.till import Till

DAILY_REVENUE = Till(
    name="French bakery, daily revenue",
    signatures=(signature_of("unique_id", "ds", "y", "unit_price"),),
    headers=headers_of({DAY: "ds", SKU: "unique_id", UNITS: "y", PRICE: "unit_price"}),
    units_are_money=True,
)
