"""How far a forecast can be trusted, in words: its grade, the reason, and what is used instead of a model."""

from typing import Any

from app.words.formats import about_text, day_text, share_text, units_text
from app.words.language import N_, _, ngettext
from app.words.record_words import wrong_record_text
from forecasting.extremes import ExtremeDay
from forecasting.forecast import Forecast
from forecasting.grades import DO_NOT_TRUST, GOOD, WIDE, GradeReason

GRADES = {GOOD: N_("Good"), WIDE: N_("Wide"), DO_NOT_TRUST: N_("Do not trust")}
GRADE_TAGS = {GOOD: "good", WIDE: "", DO_NOT_TRUST: "danger"}
ENOUGH_WEEKS = 8


def grade_text(forecast: Forecast, product: int) -> str:
    """The grade of a product's forecast as it is shown."""
    return _(GRADES[forecast.grade[product]])


def grades_text(forecast: Forecast) -> str:
    """How many forecasts have each grade; empty where all are good: `Forecasts: 50 good, 9 wide, 1 do not trust.`"""
    counts = {grade: forecast.grade.count(grade) for grade in GRADES}
    if counts[GOOD] == len(forecast.grade):
        return ""
    told = {
        GOOD: ngettext("{count} good", "{count} good", counts[GOOD]),
        WIDE: ngettext("{count} wide", "{count} wide", counts[WIDE]),
        DO_NOT_TRUST: ngettext("{count} do not trust", "{count} do not trust", counts[DO_NOT_TRUST]),
    }
    listed = ", ".join(told[grade].format(count=units_text(count)) for grade, count in counts.items() if count)
    return _("Forecasts: {grades}.").format(grades=listed)


def reason_text(forecast: Forecast, product: int) -> str:
    """Why the grade is not better, and what that means for the owner; empty where nothing is to be said."""
    return reason_sentence(forecast.grade_reason[product])


def reason_sentence(reason: GradeReason) -> str:
    """A reason in words; one of a newer engine with its code and values, so that none is ever hidden.

    >>> reason_sentence(GradeReason("wide_band", {"days": 14, "expected": 12.0, "most": 41.0}))
    'About 12 are expected in 14 days, but it may well be 41: be ready for more than expected.'
    """
    if not reason.code:
        return ""
    write = SENTENCES.get(reason.code)
    return write(reason.values) if write else f"{reason.code}: {dict(reason.values)}"


def extreme_text(extreme: ExtremeDay) -> str:
    """What was sold on an extreme day, and what the forecast makes of it.

    >>> import datetime as dt
    >>> extreme_text(ExtremeDay("A1", dt.date(2011, 12, 9), units=80995.0, counted=40.2))
    'On 9 December 2011 80,995 were sold; the forecast counts it as 40.'
    """
    said = _("On {day} {units} were sold; the forecast counts it as {counted}.")
    day, counted = day_text(extreme.day), about_text(extreme.counted)
    return said.format(day=day, units=units_text(extreme.units), counted=counted)


def _no_history(_values: Any) -> str:
    return _("It was never sold, so nothing can be forecast yet: decide yourself how much to try.")


def _not_selling(values: Any) -> str:
    said = _("It has not sold since {day}, too long to be chance. No more sales are expected, and nothing is ordered.")
    return said.format(day=day_text(values["since"]))


def _short_history(values: Any) -> str:
    weeks = int(values["weeks"])
    if weeks >= ENOUGH_WEEKS:
        too_few = _("It has {count} weeks of sales, but your shop's sales are too few to check a model on.")
    elif weeks < 1:
        too_few = _("It has less than a week of sales, and a model needs {enough}.")
    else:
        too_few = ngettext(
            "It has only {count} week of sales, and a model needs {enough}.",
            "It has only {count} weeks of sales, and a model needs {enough}.",
            weeks,
        )
    average = _("Instead, the plain average of its sales is used, with a wide band. Look for yourself.")
    return f"{too_few.format(count=weeks, enough=ENOUGH_WEEKS)} {average}"


def _outlier(values: Any) -> str:
    day, share = day_text(values["day"]), share_text(round(values["share"], 2))
    said = _(
        "On {day} {units} were bought at once, {share} of a year's sales. The forecast leaves that out: will it come "
        "again?"
    )
    return said.format(day=day, units=units_text(values["units"]), share=share)


def _level_shift(values: Any) -> str:
    since, after, before = day_text(values["since"]), about_text(values["after"]), about_text(values["before"])
    if values["after"] == 0:
        silent = _(
            "Nothing sold since about {since}, before it was {before} a day; the forecast has not followed yet. If it "
            "is sold out, count it; if you do not sell it any more, untick it among the products."
        )
        return silent.format(since=since, before=before)
    if values["after"] < values["before"]:
        fallen = _(
            "Since about {since} it sells {after} a day, before it was {before}. No model has followed yet, so the "
            "average since then is used. If you know why, order by that."
        )
        return fallen.format(since=since, after=after, before=before)
    said = _(
        "Since about {since} it sells {after} a day, before it was {before}. The forecast has not followed yet and "
        "says {expected} a day. If you know why, order by what you know."
    )
    return said.format(since=since, after=after, before=before, expected=about_text(values["expected"]))


def _broken_promises(values: Any) -> str:
    tried, missed, days = int(values["tried"]), int(values["missed"]), int(values["days"])
    usual = round(tried * (1.0 - values["level"]))
    said = _(
        "In {missed} of {tried} past periods of {days} days it sold more than was promised, where {usual} is usual. "
        "Instead of a model, the average of the same weekday in the last eight weeks is used. Keep more than advised."
    )
    return said.format(missed=missed, tried=tried, days=days, usual=usual)


def _wide_band(values: Any) -> str:
    expected, most = about_text(values["expected"]), about_text(values["most"])
    said = _(
        "About {expected} are expected in {days} days, but it may well be {most}: be ready for more than expected."
    )
    return said.format(expected=expected, days=int(values["days"]), most=most)


def _weekday_average(_values: Any) -> str:
    return _("No model did better than the average of the same weekday, so that is used.")


def _wrong_record(values: Any) -> str:
    return wrong_record_text(
        values["units"], negative=bool(values["negative"]), sold_though_empty=bool(values["sold_though_empty"])
    )


SENTENCES = {
    "wrong_record": _wrong_record,
    "no_history": _no_history,
    "not_selling": _not_selling,
    "short_history": _short_history,
    "outlier": _outlier,
    "level_shift": _level_shift,
    "broken_promises": _broken_promises,
    "wide_band": _wide_band,
    "weekday_average": _weekday_average,
}
