"""Which of a date's numbers is the day: decided by all that a column and its neighbours show, else left open."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.tables.column import Column, Texts
from data.values.date_parts import CENTURY_TURN, DateParts, date_parts
from data.values.date_words import month_of, plain_words, weekday_of

FIRST_YEAR, LAST_YEAR = 1990, 2100
DAY_OR_MONTH = ("day", "month")
ORDERS = ("day", "month", "year")
DOTTED = re.compile(r"\D*\d+\.\s?\d+\.")  # where dates are written with points, the day comes first
AGREES, DISAGREES = 0.9, 0.7  # shares of rows in which a neighbour must and may agree
LEAST_DAYS = 4
DENSE, SPARSER = 0.5, 1 / 3  # share of its range that the right order fills at least; the wrong one's share of that
MOST_WEEKDAY_TEXTS = 100  # a column of weekdays or months has no more different texts
EARLIEST_SHORT_YEAR, LATEST_SHORT_YEAR = 10, 49
FEW_YEARS, LONG_AGO_YEARS = 2, 5  # in few days that may have the year first
SORTED, UNSORTED, LEAST_SORTED = 0.98, 0.8, 6
LEAST_DAYS_RUN, DAYS_PER_YEAR = 10, 3  # how far days run at least, also for each year, where years hardly move

Days = NDArray[np.datetime64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Witness:
    """Another column that tells something of the same days.

    places: of the text of the date, one per different pair of texts. values: what the neighbour says of it, a weekday
    (Monday 0), a month (1 to 12) or a day since 1970. weights: rows that have the pair.
    """

    kind: str
    places: Whole
    values: Whole
    weights: Whole


@dataclass(frozen=True)
class ChosenOrder:
    """order, evidence: as in DayTexts. place: of the text that shows it, -1 where no text has an order to choose."""

    order: str
    evidence: str
    place: int


def choose_order(
    parts: DateParts, texts: Texts, *, answer: str, witnesses: Callable[[], Sequence[Witness]]
) -> ChosenOrder:
    """The order of a column's dates; evidence "assumed" where nothing shows it."""
    places = np.flatnonzero(parts.is_open)
    if not len(places):
        return ChosenOrder("year", "shape", -1)
    days = {order: days_of(parts, order) for order in ORDERS}
    valid = {order: ~np.isnat(some[places]) for order, some in days.items()}
    if (parts.third[places] < 100).all() and valid["year"].all():
        chosen = _short_year(days, parts, places, texts, answer=answer)
        if chosen is not None:
            return chosen
    counts = {order: int(valid[order].sum()) for order in DAY_OR_MONTH}
    if counts["day"] != counts["month"]:
        order, other = ("day", "month") if counts["day"] > counts["month"] else ("month", "day")
        return ChosenOrder(order, "above_12", int(places[np.argmax(valid[order] & ~valid[other])]))
    first = int(places[0])
    seen = _seen_by(days, [_own_weekdays(parts), *witnesses()])
    if seen:
        return ChosenOrder(seen, "neighbour", first)
    if DOTTED.match(texts[first]):
        return ChosenOrder("day", "shape", -1)
    if answer:
        return ChosenOrder(answer, "answered", first)
    return _by_calendar({order: days[order][places] for order in DAY_OR_MONTH}, first)


def days_of(parts: DateParts, order: str) -> Days:
    """The day of each text in an order, NaT where there is no such day between 1990 and 2100."""
    year_first = parts.is_year_first | (order == "year")
    year = np.where(year_first, parts.first, parts.third)
    year = np.where((year < 100) & (parts.first > 0), year + np.where(year < CENTURY_TURN, 2000, 1900), year)
    month = np.where(year_first, parts.second, parts.second if order == "day" else parts.first)
    day = np.where(year_first, parts.third, parts.first if order == "day" else parts.second)
    is_possible = (year >= FIRST_YEAR) & (year <= LAST_YEAR) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    months = ((year - 1970) * 12 + month - 1).clip(-12_000, 12_000).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")
    is_possible &= days.astype("datetime64[M]") == months
    return np.where(is_possible, days, np.datetime64("NaT", "D"))


def witness_of(column: Column, other: Column, *, kinds: Sequence[str]) -> Witness | None:
    """What another column says of the days of this one: `weekday`, `month` or `day` where that is written plainly."""
    readings = ((kind, _SAID[kind](other.texts)) for kind in kinds)
    filled = max(1, sum(bool(text.strip()) for text in other.texts))
    kind, values = next(((kind, some) for kind, some in readings if (some >= 0).sum() >= AGREES * filled), ("", None))
    if values is None:
        return None
    pairs, weights = np.unique(column.codes * len(other.texts) + other.codes, return_counts=True)
    places, said = np.divmod(pairs, len(other.texts))
    known = values[said] >= 0
    return Witness(kind, places[known], values[said][known], weights[known])


def _weekdays_said(texts: Texts) -> Whole:
    if len(texts) > MOST_WEEKDAY_TEXTS:
        return np.full(len(texts), -1, dtype=np.int64)
    return np.array([weekday_of(plain_words(text)) for text in texts], dtype=np.int64)


def _months_said(texts: Texts) -> Whole:
    months = [month_of(plain_words(text)) or _small_number(text) for text in texts[:MOST_WEEKDAY_TEXTS]]
    found = np.full(len(texts), -1, dtype=np.int64)
    found[: len(months)] = [month if 1 <= month <= 12 else -1 for month in months]
    return found


def _days_said(texts: Texts) -> Whole:
    parts = date_parts(texts)
    days = days_of(parts, "year")
    return np.where(parts.is_year_first & ~np.isnat(days), days.astype(np.int64), -1)


def _small_number(text: str) -> int:
    return int(text) if text.strip().isdecimal() and len(text.strip()) <= 2 else 0


_SAID = {"weekday": _weekdays_said, "month": _months_said, "day": _days_said}


def _own_weekdays(parts: DateParts) -> Witness:
    places = np.flatnonzero(parts.is_open & (parts.weekday >= 0))
    return Witness("weekday", places, parts.weekday[places], np.ones(len(places), dtype=np.int64))


def _seen_by(days: Mapping[str, Days], witnesses: Sequence[Witness]) -> str:
    """The order in which a neighbour agrees with nearly all rows and in the other one not; "" where none tells."""
    for witness in witnesses:
        shares = {order: _agreement(days[order], witness) for order in DAY_OR_MONTH}
        best, worst = max(shares, key=lambda order: shares[order]), min(shares.values())
        if shares[best] >= AGREES and worst <= DISAGREES:
            return best
    return ""


def _agreement(days: Days, witness: Witness) -> float:
    found = days[witness.places]
    known = ~np.isnat(found)
    if not known.any():
        return 0.0
    number = found.astype(np.int64)
    if witness.kind == "weekday":
        number = (number + 3) % 7  # 1 January 1970 was a Thursday
    elif witness.kind == "month":
        number = found.astype("datetime64[M]").astype(np.int64) % 12 + 1
    agrees = (number == witness.values) & known
    return float(witness.weights[agrees].sum() / witness.weights.sum())


def _by_calendar(days: Mapping[str, Days], first: int) -> ChosenOrder:
    """By how densely the days fill their range, then by whether the file is sorted; both need more than a few days."""
    density = {order: _density(some) for order, some in days.items()}
    best = max(density, key=lambda order: density[order])
    other = "month" if best == "day" else "day"
    enough = len(np.unique(days[best])) >= LEAST_DAYS
    if enough and density[best] >= DENSE and density[other] <= SPARSER * density[best] and not _is_monthly(days[other]):
        return ChosenOrder(best, "continuity", first)
    order_of_rows = {order: _sortedness(some) for order, some in days.items()}
    best = max(order_of_rows, key=lambda order: order_of_rows[order])
    if order_of_rows[best] >= SORTED and min(order_of_rows.values()) <= UNSORTED:
        return ChosenOrder(best, "continuity", first)
    return ChosenOrder("day" if density["day"] >= density["month"] else "month", "assumed", first)


def _density(days: Days) -> float:
    known = np.unique(days[~np.isnat(days)])
    if len(known) < 2:
        return 0.0
    return len(known) / (int((known[-1] - known[0]).astype(np.int64)) + 1)


def _is_monthly(days: Days) -> bool:
    """Whether all days are the first of a month: a row per month is as likely as twelve days of a year's start."""
    return bool((days.astype("datetime64[M]").astype("datetime64[D]") == days).all())


def _sortedness(days: Days) -> float:
    """Share of the steps from one different day to the next that go the more frequent way; 0 with too few steps."""
    known = days[~np.isnat(days)].astype(np.int64)
    steps = np.diff(known)
    steps = steps[steps != 0]
    if len(steps) < LEAST_SORTED:
        return 0.0
    up = float((steps > 0).mean())
    return max(up, 1 - up)


def _short_year(
    days: Mapping[str, Days], parts: DateParts, places: Whole, texts: Texts, *, answer: str
) -> ChosenOrder | None:
    """The order of dates that may be written like 24-03-01; None where the year plainly stands last."""
    first = int(places[0])
    density = {order: _density(some[places]) for order, some in days.items()}
    last = max(density[order] for order in DAY_OR_MONTH)
    is_valid_last = any(not np.isnat(days[order][places]).any() for order in DAY_OR_MONTH)
    enough = len(np.unique(days["year"][places])) >= LEAST_DAYS
    if enough and (not is_valid_last or (density["year"] >= DENSE and last <= SPARSER * density["year"])):
        return ChosenOrder("year", "continuity", first)
    starts = parts.first[places]
    if enough and _has_years_before_days(starts, parts.third[places], days, places):
        return ChosenOrder("year", "continuity", first)
    if "-" not in texts[first] and not _would_be_long_ago(starts, parts.third[places]):
        return None
    if starts.min() < EARLIEST_SHORT_YEAR or starts.max() > LATEST_SHORT_YEAR:
        return None
    if last >= DENSE and density["year"] <= SPARSER * last:
        return None
    return ChosenOrder(answer or "year", "answered" if answer else "assumed", first)


def _would_be_long_ago(starts: Whole, ends: Whole) -> bool:
    """Whether few days such as 24/01/02 would be years older with the year last than with the year first."""
    return len(np.unique(starts)) <= FEW_YEARS and int(ends.max()) + LONG_AGO_YEARS <= int(starts.min())


def _has_years_before_days(starts: Whole, ends: Whole, days: Mapping[str, Days], places: Whole) -> bool:
    """Whether the first numbers hardly move and the last ones run as days do; also where there are few days.

    The same day of every month for many years looks alike, but is in order only with the years last.
    """
    if starts.min() < EARLIEST_SHORT_YEAR or starts.max() > LATEST_SHORT_YEAR or len(np.unique(ends)) < LEAST_DAYS:
        return False
    years, run = int(np.ptp(starts)) + 1, int(np.ptp(ends)) + 1
    in_order = {order: _sortedness(some[places]) for order, some in days.items()}
    return run >= max(LEAST_DAYS_RUN, DAYS_PER_YEAR * years) and in_order["year"] >= max(in_order.values())
