"""The days on which the owner says that the shop is closed."""

import datetime as dt

from data.closure_text import closures_said, days_in
from data.shop_settings import ShopSettings


def shop_closed_days(settings: ShopSettings) -> frozenset[dt.date]:
    """Every day of the closed periods of the settings, past and to come.

    >>> sorted(day.day for day in shop_closed_days(ShopSettings(closed_days="2026-12-24 to 2026-12-26; 2026-12-31")))
    [24, 25, 26, 31]
    """
    return frozenset(
        period.first_day + dt.timedelta(days=day)
        for period in closures_said(settings.closed_days)
        for day in range(days_in(period))
    )
