"""How long stock lasts, in words; beyond a year nobody could say."""

import math

from app.words.formats import days_text
from app.words.language import _

LONGEST_COVER_DAYS = 365


def cover_text(days: float) -> str:
    """How long the stock lasts.

    >>> cover_text(3.0), cover_text(77_189_989.0), cover_text(float("nan"))
    ('3 days', 'more than a year', '–')
    """
    if math.isnan(days):
        return "–"
    return days_text(days) if days <= LONGEST_COVER_DAYS else _("more than a year")
