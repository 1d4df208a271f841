"""Which day it is for orders: the day of the plan, and the calendar's where the sales are recent."""

import datetime as dt

from data.importing.sales_end import sales_end
from data.shop import Shop

RECENT_DAYS = 14


def plan_day(shop: Shop) -> dt.date | None:
    """The day a plan is made for, the one after the last whole day of sales; None while there are no sales."""
    end = sales_end(shop)
    return None if end is None else end.complete_until + dt.timedelta(days=1)


def working_day(plan_day: dt.date, *, calendar_day: dt.date) -> dt.date:
    """The day on which something happens now: the calendar's, if the sales end shortly before it.

    A shop of old sales, as the sample is, lives on its plan's day.

    >>> working_day(dt.date(2026, 11, 18), calendar_day=dt.date(2026, 11, 21))
    datetime.date(2026, 11, 21)
    >>> working_day(dt.date(2011, 12, 10), calendar_day=dt.date(2026, 11, 21))
    datetime.date(2011, 12, 10)
    """
    is_recent = 0 <= (calendar_day - plan_day).days <= RECENT_DAYS
    return calendar_day if is_recent else plan_day
