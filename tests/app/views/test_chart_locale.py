"""Charts write numbers and days as the owner's language does."""

import pytest

from app.views.chart_locale import chart_locale
from app.words.language import use_language


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("language", "decimal", "thousands", "sunday", "december"),
    [
        ("en", ".", ",", "Sunday", "December"),
        ("de", ",", ".", "Sonntag", "Dezember"),
        ("fr", ",", "\u202f", "dimanche", "décembre"),
        ("es", ",", ".", "domingo", "diciembre"),
    ],
)
def test_charts_follow_the_language(language, decimal, thousands, sunday, december):
    use_language(language)
    written = chart_locale()["locales"][language]["format"]
    assert (written["decimal"], written["thousands"]) == (decimal, thousands)
    assert (written["days"][0], written["months"][11]) == (sunday, december)
