"""The fields of closed periods in a form, of a supplier or of the shop, and what the owner says by them."""

from collections.abc import Iterable, Mapping

from app.said import day_said
from app.words.language import _
from data.closure_text import days_in
from data.supplier_days import Closure

SPARE_PERIODS = 1


def closed_fields(number: int) -> tuple[str, str]:
    """The names of the two fields of a closed period."""
    return f"closed_first_{number}", f"closed_last_{number}"


def closed_shown(periods: Iterable[Closure]) -> dict[str, str]:
    """What stands in the fields of closed periods before anybody touches them."""
    fields: dict[str, str] = {}
    for number, period in enumerate(periods):
        first, last = closed_fields(number)
        fields |= {first: period.first_day.isoformat(), last: period.last_day.isoformat()}
    return fields


def periods_shown(typed: Mapping[str, str]) -> int:
    """How many closed periods the form has fields for: all that are filled, and one more."""
    filled = [number for number in range(200) if any(typed.get(name) for name in closed_fields(number))]
    return (filled[-1] + 1 if filled else 0) + SPARE_PERIODS


def closed_said(
    typed: Mapping[str, str], refusals: dict[str, str], *, longest_days: int | None = None
) -> tuple[Closure, ...]:
    """The closed periods that the fields say, one without a last day being a single day; refusals are added to."""
    periods = []
    for number in range(periods_shown(typed)):
        names = closed_fields(number)
        first, last = (day_said(typed.get(name, "")) for name in names)
        if first is None:
            if last is not None:
                refusals[names[0]] = _("Choose the first day too.")
        elif last is not None and last < first:
            refusals[names[1]] = _("The last day is before the first. Choose a later one.")
        else:
            periods.append(Closure(first, last or first))
            if longest_days and days_in(periods[-1]) > longest_days:
                refusals[names[1]] = _("A closed period has a year at most. Choose an earlier day.")
    return tuple(periods)
