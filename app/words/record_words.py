"""Why the record of a stock looks wrong, in words."""

from app.words.formats import units_text
from app.words.language import _


def wrong_record_text(units: float, *, negative: bool, sold_though_empty: bool) -> str:
    """What speaks against a record of so many units.

    >>> wrong_record_text(0.0, negative=False, sold_though_empty=True)
    'Sold though the record said that none was left: count it.'
    """
    if negative:
        return _("{units} on record, which cannot be: count it.").format(units=units_text(units))
    if sold_though_empty:
        return _("Sold though the record said that none was left: count it.")
    return _("{units} on record, but unusually long without a sale: is it really there?").format(
        units=units_text(units)
    )
