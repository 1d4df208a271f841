"""The decimal sign of number columns that do not show it themselves: by sums that fit, and by how all are written."""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import PRICE, REVENUE, UNITS
from data.tables.column import Column
from data.values.numbers import parse_numbers

SIGNS = (".", ",")
LEAST_ROWS = 20
FITS, MISFITS = 0.9, 0.5  # shares of the open rows in which units times price must and may be the amount
THREE_DECIMALS = re.compile(r"\s*[-+]?\d{1,3}[.,]\d{3}\s*")


def sign_by_sums(columns: Mapping[str, Column], shown: Mapping[str, str]) -> str:
    """The sign for the open columns by which units times price is the amount; "" where the sums tell nothing.

    `shown` is the sign that each of the columns shows, "" where it is open.
    """
    if not {UNITS, PRICE, REVENUE} <= columns.keys():
        return ""
    fits = {sign: _fit(columns, {name: shown[name] or sign for name in (UNITS, PRICE, REVENUE)}) for sign in SIGNS}
    best = max(fits, key=lambda sign: fits[sign])
    return best if fits[best] >= FITS and min(fits.values()) <= MISFITS else ""


def sign_by_writing(column: Column) -> str:
    """The sign of quantities that all have three digits behind it; "" where some have not, or the rows are few.

    No shop sells in thousands only, and a thousands separator would be missing in all that is smaller.
    """
    filled = ~column.is_blank()
    if filled.sum() < LEAST_ROWS:
        return ""
    texts = [text.strip() for text in column.texts if text.strip()]
    if not all(THREE_DECIMALS.fullmatch(text) for text in texts):
        return ""
    signs = {sign for text in texts for sign in SIGNS if sign in text}
    return signs.pop() if len(signs) == 1 else ""


def _fit(columns: Mapping[str, Column], signs: Mapping[str, str]) -> float:
    units, price, revenue = (_values(columns[name], signs[name]) for name in (UNITS, PRICE, REVENUE))
    known = ~np.isnan(units) & ~np.isnan(price) & ~np.isnan(revenue) & (units != 0) & (price != 0)
    if not known.any():
        return 0.0
    cents = 0.006 * np.maximum(1.0, np.abs(units)) + 0.001 * np.abs(revenue)
    return float((np.abs(units * price - revenue) <= cents)[known].mean())


def _values(column: Column, sign: str) -> NDArray[np.float64]:
    return column.spread(parse_numbers(column.texts, decimal=sign).values)
