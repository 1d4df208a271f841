"""How numbers, money and days are written for the owner."""

import datetime as dt
import math


def units_text(units: float) -> str:
    """A quantity with at most one decimal and thousands set apart.

    >>> units_text(1234.0), units_text(41.74), units_text(-0.04)
    ('1,234', '41.7', '0')
    """
    if math.isnan(units):
        return "unknown"
    rounded = round(units, 1) + 0.0  # adding zero turns -0.0 into 0.0
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def about_text(units: float) -> str:
    """An estimated quantity without decimals that nobody could vouch for.

    >>> about_text(377.08), about_text(8.92), about_text(0.3)
    ('377', '8.9', '0.3')
    """
    return units_text(round(units)) if abs(units) >= 10 else units_text(units)


def money_text(amount: float, currency: str) -> str:
    """An amount with two decimals and the shop's currency before it, if one is set.

    >>> money_text(1412.5, "£"), money_text(-3.0, ""), money_text(12.0, "EUR")
    ('£1,412.50', '-3.00', 'EUR 12.00')
    """
    if math.isnan(amount):
        return "unknown"
    sign = "-" if round(amount, 2) < 0 else ""
    gap = " " if currency[-1:].isalpha() else ""
    return f"{sign}{currency}{gap}{abs(amount):,.2f}"


def day_text(day: dt.date) -> str:
    """A day as it is spoken.

    >>> day_text(dt.date(2011, 12, 9))
    '9 December 2011'
    """
    return f"{day.day} {day:%B %Y}"


def period_text(first: dt.date, last: dt.date) -> str:
    """The days from `first` to `last`, no part said twice.

    >>> period_text(dt.date(2011, 5, 3), dt.date(2011, 5, 9)), period_text(dt.date(2011, 5, 3), dt.date(2011, 5, 3))
    ('3 to 9 May 2011', '3 May 2011')
    >>> period_text(dt.date(2011, 5, 28), dt.date(2011, 6, 2))
    '28 May to 2 June 2011'
    """
    if first == last:
        return day_text(first)
    if first.year != last.year:
        return f"{day_text(first)} to {day_text(last)}"
    begin = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{begin} to {day_text(last)}"


def clock_text(minute: int) -> str:
    """A time of day from minutes after midnight.

    >>> clock_text(700), clock_text(545)
    ('11:40', '9:05')
    """
    return f"{minute // 60}:{minute % 60:02d}"


def days_text(days: float) -> str:
    """A number of days in words.

    >>> days_text(1.0), days_text(14.2), days_text(2.46)
    ('1 day', '14 days', '2.5 days')
    """
    return f"{about_text(days)} {'day' if about_text(days) == '1' else 'days'}"


def count_text(count: int, noun: str) -> str:
    """A count with its noun in the right number.

    >>> count_text(1, "product"), count_text(1200, "product")
    ('1 product', '1,200 products')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def share_text(share: float) -> str:
    """A share as percent, with a decimal only where it says something.

    >>> share_text(0.95), share_text(0.975)
    ('95 %', '97.5 %')
    """
    return f"{100 * share:.1f}".removesuffix(".0") + " %"
