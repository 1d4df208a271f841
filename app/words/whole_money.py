"""Estimated money, without pence that nobody could vouch for."""

import math
import re

from app.words.formats import money_text

SMALL = 100.0  # below it pence matter


def whole_money(amount: float, currency: str) -> str:
    """An amount without pence.

    >>> whole_money(1412.51, "£"), whole_money(-3.2, "")
    ('£1,413', '-3')
    """
    if math.isnan(amount):
        return money_text(amount, currency)
    return re.sub(r"[.,]00(?!\d)", "", money_text(round(amount), currency))


def about_money(amount: float, currency: str) -> str:
    """An estimated amount: with pence where it is small.

    >>> about_money(1412.51, "£"), about_money(12.5, "£")
    ('£1,413', '£12.50')
    """
    return money_text(amount, currency) if abs(amount) < SMALL else whole_money(amount, currency)
