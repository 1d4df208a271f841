"""Columns of units, weights and money that prove themselves: units times the price are the amount."""

import re
from dataclasses import replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from data.columns import PRICE, REVENUE, UNITS
from data.meaning.sample import Sample
from data.meaning.understood import Understood
from data.report import Note
from data.tables.column import Column
from data.tables.table_head import TableHead
from data.values.numbers import decimal_evidence, parse_numbers

LEAST_SHARE = 0.9
CENT = 0.0051  # what rounding an amount to cents changes
FEWEST_PRODUCTS = 5  # rows of units, price and amount
CENTS = re.compile(r"\d[.,]\d{2}(?!\d)")
RUNNING = re.compile(
    r"\b(to date|mtd|ytd|wtd|year ?to|cumul\w*|kumul\w*|aufgelaufen\w*|acumulad\w*|progressiv\w*|"
    r"cumulati\w*|running)\b",
    re.IGNORECASE,
)
WEIGHT = re.compile(r"\b(weight|gewicht|poids|peso|kg|kilos?)\b", re.IGNORECASE)


def weight_places(head: TableHead) -> list[int]:
    """Columns that are called weights."""
    return [place for place, header in enumerate(head.headers) if WEIGHT.search(header)]


def weighed_beside(found: Understood, seen: Sample, head: TableHead) -> Understood:
    """The columns with the one of weights, where each row has either pieces or a weight: they are added up."""
    pieces = np.nan_to_num(_numbers(seen.priced[UNITS])) != 0
    for place in [place for place in weight_places(head) if place in seen.of_kind("number")]:
        weighed = np.nan_to_num(_numbers(seen.columns[place])) != 0
        if weighed.any() and pieces.any() and (weighed != pieces).mean() >= LEAST_SHARE:
            note = Note("column_by_content", {"name": UNITS, "column": head.headers[place]})
            places = {**found.places, f"{UNITS}+{place}": place}
            return replace(found, places=places, notes=(*found.notes, note))
    return found


def money_by_product(found: Understood, seen: Sample, head: TableHead) -> Understood:
    """The columns with those of price and amount where two unknown ones are such: units times one is the other."""
    units = _numbers(seen.priced[UNITS])
    free = {place: _numbers(seen.columns[place]) for place in seen.of_kind("number")}
    for price, amount in permutations(free, 2):
        told = ~np.isnan(units * free[price] * free[amount]) & (free[amount] != 0)
        fits = np.abs(units * free[price] - free[amount])[told] <= CENT
        is_money = seen.columns[amount].texts_are(lambda text: CENTS.search(text) is not None)[told]
        proves = told.sum() >= FEWEST_PRODUCTS and fits.mean() >= LEAST_SHARE and is_money.mean() >= LEAST_SHARE
        if proves and (np.abs(units[told]) != 1).any():
            note = Note("column_by_content", {"name": REVENUE, "column": head.headers[amount]})
            places = {**found.places, PRICE: price, REVENUE: amount}
            return replace(found, places=places, notes=(*found.notes, note))
    return found


def units_by_product(seen: Sample, candidates: list[int]) -> list[int]:
    """The columns that times the price make the amount, on nearly all rows and not as ones."""
    if {PRICE, REVENUE} - seen.priced.keys():
        return []
    price, amount = (_numbers(seen.priced[name]) for name in (PRICE, REVENUE))
    found = []
    for place in candidates:
        units = _numbers(seen.columns[place])
        told = ~np.isnan(units * price * amount) & (price * amount != 0)
        fits = np.abs(units * price - amount)[told] <= CENT
        if told.sum() >= FEWEST_PRODUCTS and fits.mean() >= LEAST_SHARE and len(np.unique(units[told])) > 1:
            found.append(place)
    return found


def is_running_sum(header: str) -> bool:
    """Whether a header says that numbers are summed up from day to day.

    >>> is_running_sum("Qty month to date"), is_running_sum("Update qty")
    (True, False)
    """
    return RUNNING.search(header) is not None


def _numbers(column: Column) -> NDArray[np.float64]:
    sign = decimal_evidence(column.texts).sign or "."
    return np.asarray(column.spread(parse_numbers(column.texts, decimal=sign).values))
