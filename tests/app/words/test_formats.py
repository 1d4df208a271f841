"""Numbers, money and days as each language writes them."""

import datetime as dt

import pytest

from app.words import formats
from app.words.language import use_language

NARROW, BLANK = "\u202f", "\u00a0"
DAY, LATER = dt.date(2011, 12, 9), dt.date(2011, 12, 14)


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("language", "units", "money", "plain_money", "share"),
    [
        ("en", "1,412.5", "€1,412.50", "1,412.50", "97.5 %"),
        ("de", "1.412,5", f"1.412,50{BLANK}€", "1.412,50", "97,5 %"),
        ("fr", f"1{NARROW}412,5", f"1{NARROW}412,50{BLANK}€", f"1{NARROW}412,50", "97,5 %"),
        ("es", "1.412,5", f"1.412,50{BLANK}€", "1.412,50", "97,5 %"),
    ],
)
def test_numbers_and_money_follow_the_language(language, units, money, plain_money, share):
    use_language(language)
    assert formats.units_text(1412.5) == units
    assert formats.money_text(1412.5, "EUR") == money
    assert formats.money_text(1412.5, "") == plain_money
    assert formats.share_text(0.975) == share


@pytest.mark.parametrize(
    ("language", "day", "weekday", "period", "both"),
    [
        ("en", "9 December 2011", "Friday 9 December", "9 to 14 December 2011", "Tea and Milk"),
        ("de", "9. Dezember 2011", "Freitag, 9. Dezember", "9. bis 14. Dezember 2011", "Tea und Milk"),
        ("fr", "9 décembre 2011", "vendredi 9 décembre", "9 au 14 décembre 2011", "Tea et Milk"),
        ("es", "9 de diciembre de 2011", "viernes 9 de diciembre", "9 al 14 de diciembre de 2011", "Tea y Milk"),
    ],
)
def test_days_and_lists_follow_the_language(language, day, weekday, period, both):
    use_language(language)
    assert formats.day_text(DAY) == day
    assert formats.weekday_text(DAY) == weekday
    assert formats.period_text(DAY, LATER) == period
    assert formats.list_text(["Tea", "Milk"]) == both
