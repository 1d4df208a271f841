"""Public holidays: which days are holidays in a country, or lie a few days from one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays
import numpy as np
import pandas as pd
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from holidays.registry import COUNTRIES

from forecasting.arrays import IntArray

WORD_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])")
OFFSETS = (0, -1, 1, -2, 2, -3)  # days from the holiday; of two that fit, the first holds
OBSERVED = " (observed)"  # a holiday moved to a working day is the same holiday
REGIONS = {"GB": "ENG"}  # whose holidays stand for the country where they differ by region
MILLIONS = {  # of people, 2024 (UN World Population Prospects), of the countries tried where none is named
    "AE": 11, "AR": 46, "AT": 9, "AU": 27, "BE": 12, "BG": 7, "BR": 212, "CA": 40, "CH": 9, "CL": 20, "CN": 1419,
    "CO": 53, "CR": 5, "CY": 1, "CZ": 11, "DE": 85, "DK": 6, "EC": 18, "EE": 1, "EG": 117, "ES": 48, "FI": 6,
    "FR": 67, "GB": 69, "GR": 10, "HK": 7, "HR": 4, "HU": 10, "ID": 283, "IE": 5, "IL": 9, "IN": 1451, "IS": 0.4,
    "IT": 59, "JP": 124, "KR": 52, "LT": 3, "LU": 0.7, "LV": 2, "MA": 38, "MX": 131, "MY": 36, "NL": 18, "NO": 6,
    "NZ": 5, "PE": 34, "PH": 116, "PL": 39, "PT": 10, "RO": 19, "RS": 7, "SE": 11, "SG": 6, "SI": 2, "SK": 6,
    "TH": 72, "TN": 12, "TR": 87, "TW": 23, "UA": 38, "US": 345, "UY": 3, "VN": 101, "ZA": 64,
}  # fmt: skip


@dataclass(frozen=True)
class Occasions:
    """Per day (n_days,) the place of its offset in OFFSETS, -1 on ordinary days, and the number of its holiday."""

    offset: IntArray
    holiday: IntArray
    n_holidays: int


def is_country(code: str) -> bool:
    """Whether holidays of a country are known.

    >>> is_country("FR"), is_country("Atlantis")
    (True, False)
    """
    return code in MILLIONS or code in holidays.list_supported_countries(include_aliases=False)


def country_names() -> dict[str, str]:
    """English names of all countries whose holidays are known, by their two letters, in the order of the names.

    >>> country_names()["GB"]
    'United Kingdom'
    """
    named = {code: WORD_BREAK.sub(" ", name) for name, code, *_ in COUNTRIES.values()}
    return dict(sorted(named.items(), key=lambda each: each[1]))


@lru_cache(maxsize=512)
def public_holidays(country: str, first_year: int, last_year: int) -> Mapping[date, str]:
    """Names of a country's public holidays by day, some years long; of a country that `is_country`.

    >>> public_holidays("FR", 2022, 2022)[date(2022, 7, 14)]
    'National Day'
    """
    told = holidays.country_holidays(
        country, subdiv=REGIONS.get(country), years=range(first_year, last_year + 1), language="en_US"
    )
    named = {day: name.removesuffix(OBSERVED) for day, name in told.items()}
    return dict(sorted((named | _feast_sundays(named, first_year, last_year)).items()))


def _feast_sundays(named: Mapping[date, str], first_year: int, last_year: int) -> dict[date, str]:
    """Easter and Pentecost Sunday where the Mondays after them are holidays: laws need not free a Sunday."""
    sundays = {}
    for year in range(first_year, last_year + 1):
        for method in (EASTER_WESTERN, EASTER_ORTHODOX):
            feast = easter(year, method)
            if feast + timedelta(days=1) in named:
                sundays[feast] = "Easter Sunday"
            if feast + timedelta(days=50) in named:
                sundays[feast + timedelta(days=49)] = "Pentecost Sunday"
    return sundays


def occasions(days: pd.DatetimeIndex, country: str | None) -> Occasions:
    """Which of some days in a row are holidays of the country or a few days from one; none where there is none."""
    if country is None:
        return Occasions(np.full(len(days), -1, dtype=np.int64), np.zeros(len(days), dtype=np.int64), 0)
    first, last = days[0], days[-1]
    calendar = _calendar(country, first.year, last.year + 1)
    from_first = calendar.ordinal - first.toordinal()
    offset, holiday = np.full(len(days), -1, dtype=np.int64), np.zeros(len(days), dtype=np.int64)
    for place in reversed(range(len(OFFSETS))):
        rows = from_first + OFFSETS[place]
        inside = (rows >= 0) & (rows < len(days))
        offset[rows[inside]], holiday[rows[inside]] = place, calendar.holiday[inside]
    return Occasions(offset, holiday, calendar.n_holidays)


@dataclass(frozen=True)
class _Calendar:
    """Per public holiday its day, as `date.toordinal` counts them, and the number of its name."""

    ordinal: IntArray
    holiday: IntArray
    n_holidays: int


@lru_cache(maxsize=512)
def _calendar(country: str, first_year: int, last_year: int) -> _Calendar:
    by_day = public_holidays(country, first_year, last_year)
    names = {name: number for number, name in enumerate(dict.fromkeys(by_day.values()))}
    ordinal = np.array([day.toordinal() for day in by_day], dtype=np.int64)
    return _Calendar(ordinal, np.array([names[name] for name in by_day.values()], dtype=np.int64), len(names))
