"""Numbers and days on charts, as the owner's language writes them."""

from typing import Any

from babel.dates import get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from app.words.language import locale

SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
DAY_MONTH = {"de": "%-d. %b"}


def chart_locale() -> dict[str, Any]:
    """The part of a chart's configuration that says how numbers and days are written (plotly.js, locales)."""
    spoken = locale()
    day_month = DAY_MONTH.get(spoken.language, "%-d %b")
    written = {
        "days": [get_day_names("wide", locale=spoken)[day] for day in SUNDAY_FIRST],
        "shortDays": [get_day_names("abbreviated", locale=spoken)[day] for day in SUNDAY_FIRST],
        "months": list(get_month_names("wide", locale=spoken).values()),
        "shortMonths": list(get_month_names("abbreviated", locale=spoken).values()),
        "date": "%d.%m.%Y" if spoken.language == "de" else "%d/%m/%Y",
        "year": "%Y",
        "month": "%b %Y",
        "dayMonth": day_month,
        "dayMonthYear": f"{day_month} %Y",
        "decimal": get_decimal_symbol(spoken),
        "thousands": get_group_symbol(spoken),
    }
    return {"locale": spoken.language, "locales": {spoken.language: {"dictionary": {}, "format": written}}}
