"""Suppliers in words: when one can order from them, how long they take, what they ask for."""

import pandas as pd
from babel.dates import get_day_names

from app.words.formats import about_text, day_text, days_text, decimals_text, list_text, money_text
from app.words.language import _, locale, ngettext
from data.supplier_days import OrderDaysSaid, order_days_said
from inventory.lead_time_learning import PRIOR_DELIVERIES


def weekday_name(weekday: int, *, short: bool = False) -> str:
    """The name of a weekday, Monday being 0.

    >>> weekday_name(0), weekday_name(3, short=True)
    ('Monday', 'Thu')
    """
    names = get_day_names("abbreviated" if short else "wide", context="stand-alone", locale=locale())
    return str(names[weekday])


def order_days_text_said(text: str) -> str:
    """Order days as they are kept, in the owner's words.

    >>> order_days_text_said("Mon, Thu"), order_days_text_said("every 14 days from 2026-01-05")
    ('Monday and Thursday', 'every 14 days, such as 5 January 2026')
    """
    return order_days_words(order_days_said(text))


def order_days_words(said: OrderDaysSaid) -> str:
    """On which days one can order."""
    if said.kind == "weekdays":
        return list_text(weekday_name(day) for day in said.weekdays)
    if said.kind == "every" and said.start is not None and said.every is not None:
        rhythm = ngettext("every day, such as {day}", "every {count} days, such as {day}", said.every)
        return rhythm.format(count=said.every, day=day_text(said.start))
    return {"any": _("any day"), "never": _("takes no orders")}.get(said.kind, _("not said"))


def lead_time_text(learned: pd.Series) -> str:
    """What a supplier says of its lead time, what it took, and what is planned with; a row of learned_lead_times.

    >>> row = {"said_days": 5.0, "assumed_days": 7.0, "deliveries": 4, "shortest_days": 5.0, "longest_days": 11.0}
    >>> lead_time_text(pd.Series({**row, "planned_days": 6.2}))
    'Says 5 days, took 5 to 11 days (4 deliveries). Planned with 6.2 days.'
    """
    said = learned["said_days"]
    assumed = decimals_text(learned["assumed_days"])
    count = int(learned["deliveries"])
    if not count:
        if pd.isna(said):
            return _("Says nothing: planned with {days} days, as in Settings.").format(days=assumed)
        return _("Says {said}. No delivery noted yet.").format(said=days_text(said))
    took = days_text(learned["longest_days"])
    if learned["shortest_days"] < learned["longest_days"]:
        took = _("{shortest} to {longest}").format(shortest=about_text(learned["shortest_days"]), longest=took)
    planned = days_text(learned["planned_days"])
    if pd.isna(said):
        sentence = ngettext(
            "Says nothing, took {took} ({count} delivery). Planned with {planned}.",
            "Says nothing, took {took} ({count} deliveries). Planned with {planned}.",
            count,
        )
        return sentence.format(took=took, count=count, planned=planned)
    sentence = ngettext(
        "Says {said}, took {took} ({count} delivery). Planned with {planned}.",
        "Says {said}, took {took} ({count} deliveries). Planned with {planned}.",
        count,
    )
    return sentence.format(said=days_text(said), took=took, count=count, planned=planned)


def prior_text(learned: pd.Series) -> str:
    """How much what is said counts beside what deliveries took; "" while none is noted.

    >>> prior_text(pd.Series({"said_days": 5.0, "assumed_days": 7.0, "deliveries": 4}))
    'What it says counts as much as 3 deliveries: a late one does not decide alone.'
    """
    if not learned["deliveries"]:
        return ""
    prior = decimals_text(PRIOR_DELIVERIES)
    if pd.isna(learned["said_days"]):
        told = _("The {days} of Settings count as much as {prior} deliveries: a late one does not decide alone.")
        return told.format(days=days_text(learned["assumed_days"]), prior=prior)
    told = _("What it says counts as much as {prior} deliveries: a late one does not decide alone.")
    return told.format(prior=prior)


def minimum_text(supplier: pd.Series, currency: str) -> str:
    """The least order that a supplier takes, and what a smaller one costs; "" where nothing is said.

    >>> minimum_text(pd.Series({"minimum_order_value": 150.0, "fee_below_minimum": 12.0}), "£")
    'Orders from £150.00; smaller ones cost £12.00 more'
    """
    least, fee = supplier["minimum_order_value"], supplier["fee_below_minimum"]
    if not least > 0:
        return ""
    if fee > 0:
        sentence = _("Orders from {least}; smaller ones cost {fee} more")
        return sentence.format(least=money_text(least, currency), fee=money_text(fee, currency))
    return _("Orders from {least}").format(least=money_text(least, currency))
