"""The public holidays that suppliers keep."""

import datetime as dt

from forecasting.public_holidays import public_holidays

YEARS_AHEAD = 2


def holidays_ahead(country: str | None, *, today: dt.date) -> frozenset[dt.date]:
    """The public holidays of a country in this year and the two that follow; none where the country is unknown."""
    if country is None:
        return frozenset()
    return frozenset(public_holidays(country, today.year, today.year + YEARS_AHEAD))
