"""What her own number came to beside the advised one, in words and money."""

import math

from app.ordering.own_numbers import Judged, OwnNumber
from app.words.formats import days_text, money_text, units_text
from app.words.language import _


def own_number_text(number: OwnNumber, currency: str) -> str:
    """`In 14 days, yours: 6 missed (12.00 of margin); advised: 22 left over (1.10 to keep them).`"""
    told = _("In {days}, yours: {hers}; advised: {advised}.")
    return told.format(
        days=days_text(number.days), hers=_came_to(number.hers, currency), advised=_came_to(number.advised, currency)
    )


def _came_to(judged: Judged, currency: str) -> str:
    units = units_text(judged.missed or judged.left)
    if not judged.missed and not judged.left:
        return _("sold out exactly")
    if math.isnan(judged.money):
        sentence = _("sold out, about {units} missed") if judged.missed else _("{units} left over")
        return sentence.format(units=units)
    if judged.missed:
        sentence = _("sold out, about {units} missed ({money} of margin)")
    else:
        sentence = _("{units} left over ({money} to keep them)")
    return sentence.format(units=units, money=money_text(judged.money, currency))
