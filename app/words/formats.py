"""How numbers, money and days are written for the owner."""

import datetime as dt
import math
from collections.abc import Iterable
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from app.words.language import _, locale, ngettext

BRITISH = Locale("en", "GB")  # writes days as 9 December 2011

FAR = dt.timedelta(days=182)


def units_text(units: float) -> str:
    """A quantity with at most one decimal and thousands set apart.

    >>> units_text(1234.0), units_text(41.74), units_text(-0.04)
    ('1,234', '41.7', '0')
    """
    if math.isnan(units):
        return _("unknown")
    rounded = round(units, 1) + 0.0  # adding zero turns -0.0 into 0.0
    return str(format_decimal(rounded, "#,##0.#", locale=locale()))


def about_text(units: float) -> str:
    """An estimated quantity without decimals that nobody could vouch for.

    >>> about_text(377.08), about_text(8.92), about_text(0.3)
    ('377', '8.9', '0.3')
    """
    return units_text(round(units)) if abs(units) >= 10 else units_text(units)


def decimals_text(number: float) -> str:
    """A number as exactly as it was read.

    >>> decimals_text(1250.0), decimals_text(1.25)
    ('1,250', '1.25')
    """
    return str(format_decimal(number, "#,##0.######", locale=locale()))


def fixed_text(number: float, decimals: int) -> str:
    """A number with just so many decimals, as statisticians write one.

    >>> fixed_text(0.97, 3), fixed_text(-8.123, 2)
    ('0.970', '-8.12')
    """
    return str(format_decimal(number, f"#,##0.{'0' * decimals}", locale=locale()))


def money_text(amount: float, currency: str) -> str:
    """An amount with two decimals and the shop's currency, if one is set.

    >>> money_text(1412.5, "£"), money_text(-3.0, ""), money_text(12.0, "EUR")
    ('£1,412.50', '-3.00', '€12.00')
    """
    if math.isnan(amount):
        return _("unknown")
    rounded = round(amount, 2) + 0.0
    if not currency:
        return str(format_decimal(rounded, "#,##0.00", locale=locale()))
    return str(format_currency(rounded, currency, locale=locale()))


def about_money_text(amount: float, currency: str) -> str:
    """An amount whose cents do not matter.

    >>> about_money_text(36300.96, "GBP"), about_money_text(-0.2, "")
    ('£36,301', '0')
    """
    rounded = round(amount) + 0.0
    if not currency:
        return str(format_decimal(rounded, "#,##0", locale=locale()))
    pattern = locale().currency_formats["standard"].pattern.replace(".00", "")
    return str(format_currency(rounded, currency, pattern, locale=locale(), currency_digits=False))


def day_text(day: dt.date) -> str:
    """A day as it is spoken.

    >>> day_text(dt.date(2011, 12, 9))
    '9 December 2011'
    """
    return str(format_date(day, "long", locale=_day_locale()))


def short_day_text(day: dt.date) -> str:
    """A day as it stands in a table, where there is little room.

    >>> short_day_text(dt.date(2011, 12, 9))
    '9 Dec 2011'
    """
    return str(format_date(day, "medium", locale=_day_locale()))


def weekday_text(day: dt.date, *, today: dt.date | None = None) -> str:
    """A day with its weekday, without its year unless it is half a year or more from `today`.

    >>> weekday_text(dt.date(2011, 12, 9)), weekday_text(dt.date(2011, 12, 9), today=dt.date(2011, 1, 9))
    ('Friday 9 December', 'Friday 9 December 2011')
    """
    pattern = {"de": "EEEE, d. MMMM", "es": "EEEE d 'de' MMMM"}.get(locale().language, "EEEE d MMMM")
    if today is not None and abs(day - today) >= FAR:
        pattern += " 'de' y" if locale().language == "es" else " y"
    return str(format_date(day, pattern, locale=_day_locale()))


def weekday_name(day: int) -> str:
    """A weekday from Monday, 0, in short.

    >>> weekday_name(0), weekday_name(6)
    ('Mon', 'Sun')
    """
    return str(get_day_names("abbreviated", context="stand-alone", locale=_day_locale())[day])


def month_name(month: int) -> str:
    """A month from January, 1, in short.

    >>> month_name(1), month_name(9)
    ('Jan', 'Sept')
    """
    return str(get_month_names("abbreviated", context="stand-alone", locale=_day_locale())[month])


def list_text(items: Iterable[str], *, style: Literal["and", "or"] = "and") -> str:
    """Several things in one sentence.

    >>> list_text(["Tea", "Milk", "Bread"]), list_text(["1 May", "5 January"], style="or")
    ('Tea, Milk and Bread', '1 May or 5 January')
    """
    return str(format_list(list(items), style="standard" if style == "and" else "or", locale=_day_locale()))


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
        return _("{first} to {last}").format(first=day_text(first), last=day_text(last))
    dot = "." if locale().language == "de" else ""
    if first.month == last.month:
        begin = f"{first.day}{dot}"
    else:
        begin = str(format_date(first, f"d{dot} MMMM", locale=_day_locale()))
    return _("{first} to {last}").format(first=begin, last=day_text(last))


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
    told = about_text(days)
    return ngettext("{count} day", "{count} days", 1 if told == "1" else 2).format(count=told)


def share_text(share: float) -> str:
    """A share as percent, with a decimal only where it says something.

    >>> share_text(0.95), share_text(0.975), share_text(-0.0001)
    ('95 %', '97.5 %', '0 %')
    """
    percent = round(100 * share, 1) + 0.0  # no "-0"
    return f"{format_decimal(percent, '0.#', locale=locale())} %"


def _day_locale() -> Locale:
    return BRITISH if locale().language == "en" else locale()
