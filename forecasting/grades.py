"""Grades: how far the forecast of each product can be trusted, and why not further.

The thresholds are meant to be few and round; README.md says what they single out in real shops.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasting.arrays import BoolArray, FloatArray
from forecasting.history import History, open_ahead
from forecasting.level_shift import find_level_shifts
from forecasting.past_promises import USUAL_SPAN, PastPromises
from forecasting.race import RIVAL

GOOD, WIDE, DO_NOT_TRUST = "good", "wide", "do_not_trust"
OUTLIER_DAYS = 365
OUTLIER_SHARE = 0.5  # of a year's sales on one day that is also extreme: the others say little about the next
BEHIND = 1.5  # a forecast so many times off the new level has not followed the shift
BROKEN_CHANCE = 0.01  # of so many misses, were the promises true
WIDE_LEVEL, WIDE_RATIO = 0.95, 3.0  # to be safe 19 times in 20 one needs three times what is expected


@dataclass(frozen=True)
class GradeReason:
    """Why a product has its grade; the code is empty where nothing is to be said.

    Codes with their values: "no_history"; "not_selling" (since: the last day with a sale, days: open days of silence);
    "short_history" (weeks: of history); "outlier" (day, units, share: of the year's sales); "level_shift" (since,
    before, after, expected: units per open day); "broken_promises" (tried, missed, days, level); "wide_band" (days,
    expected, most); "weekday_average".
    """

    code: str
    values: Mapping[str, float | date]


@dataclass(frozen=True)
class Grades:
    """Per product "good", "wide" or "do_not_trust", and the reason."""

    grade: tuple[str, ...]
    reason: tuple[GradeReason, ...]


@dataclass(frozen=True)
class Outlook:
    """What was forecast: as the fields of Forecast, and the past promises of the same products.

    limit: (n_products,) above which a day is extreme.
    """

    mean: FloatArray
    totals: FloatArray
    levels: FloatArray
    method: tuple[str, ...]
    reason: tuple[str, ...]
    promises: PastPromises
    limit: FloatArray


@dataclass(frozen=True)
class _Finding:
    """One reason: the products it holds for (n_products,), their grade, and its values for a product."""

    code: str
    grade: str
    holds: BoolArray
    values: Callable[[int], Mapping[str, float | date]]


def grade_products(history: History, outlook: Outlook) -> Grades:
    """Grade all products of a history; of several reasons the gravest counts.

    Do not trust: a product never sold, or sold for less than eight weeks; one day with more than half of the year's
    units, above the limit of extremes; a level shift (see `find_level_shifts`) that the forecast is still 1.5 times or
    more away from; promises missed more often than chance allows (binomial, 1 %). Wide: silent for so long that no
    more is expected; a 95 % quantile of the next 14 days above three times their mean; no model did better than the
    average of the same weekday.
    """
    findings = (
        *_from_engine(history, outlook),
        _outliers(history, outlook.limit),
        _level_shifts(history, outlook),
        _broken_promises(outlook.promises),
        _wide_bands(outlook),
        _Finding("weekday_average", WIDE, np.array([name == RIVAL for name in outlook.method], dtype=bool), _nothing),
    )
    n_products = len(history.skus)
    first = np.full(n_products, len(findings))
    for number, finding in reversed(list(enumerate(findings))):
        first[finding.holds] = number
    grades, reasons = [GOOD] * n_products, [GradeReason("", {})] * n_products
    for product in np.flatnonzero(first < len(findings)).tolist():
        finding = findings[first[product]]
        grades[product], reasons[product] = finding.grade, GradeReason(finding.code, finding.values(product))
    return Grades(tuple(grades), tuple(reasons))


def _from_engine(history: History, outlook: Outlook) -> tuple[_Finding, ...]:
    """The simple forecasts, with the reasons that the engine gives for them."""
    observed = ~np.isnan(history.units)
    first = np.where(observed.any(axis=0), observed.argmax(axis=0), len(history.days))
    sold = np.nan_to_num(history.units) > 0

    def silence(product: int) -> Mapping[str, float | date]:
        last = int(np.flatnonzero(sold[:, product])[-1])
        return {"days": int(history.open_days[last + 1 :].sum()), "since": history.days[last].date()}

    def weeks(product: int) -> Mapping[str, float | date]:
        return {"weeks": int(len(history.days) - first[product]) // 7}

    def holds(code: str) -> BoolArray:
        return np.array([reason == code for reason in outlook.reason], dtype=bool)

    return (
        _Finding("no_history", DO_NOT_TRUST, holds("no_history"), _nothing),
        _Finding("not_selling", WIDE, holds("not_selling"), silence),
        _Finding("short_history", DO_NOT_TRUST, holds("short_history"), weeks),
    )


def _outliers(history: History, limit: FloatArray) -> _Finding:
    """Products of whose sales one extreme day holds most."""
    units = np.nan_to_num(history.units[-OUTLIER_DAYS:])
    row, total = units.argmax(axis=0), units.sum(axis=0)
    most = units[row, np.arange(units.shape[1])]

    def values(product: int) -> Mapping[str, float | date]:
        day = history.days[len(history.days) - len(units) + int(row[product])].date()
        return {"day": day, "units": float(most[product]), "share": float(most[product] / total[product])}

    holds = (most > limit) & (most > OUTLIER_SHARE * total)
    return _Finding("outlier", DO_NOT_TRUST, holds, values)


def _level_shifts(history: History, outlook: Outlook) -> _Finding:
    """Products that sell at a new level which the forecast has not reached."""
    shifts = find_level_shifts(np.minimum(history.units, outlook.limit))
    days = min(USUAL_SPAN, outlook.mean.shape[1])
    open_days = int(open_ahead(history, days).sum())
    expected = outlook.mean[:, :days].sum(axis=1) / max(open_days, 1)
    low, high = np.minimum(expected, shifts.since), np.maximum(expected, shifts.since)

    def values(product: int) -> Mapping[str, float | date]:
        day = history.days[int(shifts.first_row[product])].date()
        rates = {"before": shifts.before, "after": shifts.since, "expected": expected}
        return {"since": day, **{name: float(rate[product]) for name, rate in rates.items()}}

    is_behind = (high >= BEHIND * low) & (high > 0) & (open_days > 0)
    return _Finding("level_shift", DO_NOT_TRUST, shifts.found & is_behind, values)


def _broken_promises(promises: PastPromises) -> _Finding:
    def values(product: int) -> Mapping[str, float | date]:
        tried, missed = int(promises.tried[product]), int(promises.missed[product])
        return {"tried": tried, "missed": missed, "days": promises.days, "level": promises.level}

    return _Finding("broken_promises", DO_NOT_TRUST, promises.chance() < BROKEN_CHANCE, values)


def _wide_bands(outlook: Outlook) -> _Finding:
    days = min(USUAL_SPAN, outlook.mean.shape[1])
    expected = outlook.mean[:, :days].sum(axis=1)
    most = outlook.totals[:, days - 1, int(np.abs(outlook.levels - WIDE_LEVEL).argmin())]

    def values(product: int) -> Mapping[str, float | date]:
        return {"days": days, "expected": float(expected[product]), "most": float(most[product])}

    return _Finding("wide_band", WIDE, most > WIDE_RATIO * expected, values)


def _nothing(_product: int) -> Mapping[str, float | date]:
    return {}
