"""What a column of units counts, where it may be something else than what was sold: a running stock, or movements."""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.columns import MEASURE, MONEY_UNIT, NAME, SKU, UNITS, VARIANT
from data.headers.header_key import header_key
from data.report import Note, Question
from data.tables.column import Column

NEGATIVE_UNITS, UNITS_MEANING, RUNNING_TOTAL = "negative_units", "units_meaning", "running_total"
SOLD, RETURNED, STOCK, SUM = "sold", "returned", "stock", "sum"
FEWEST_ROWS = 3
LEAST_NEGATIVE = 0.6
FEWEST_STEPS, LEAST_FALLING, LEAST_LEVEL = 12, 0.8, 4.0  # of a stock: it falls, and by little of what is there
FEWEST_RISES, LEAST_RISING, FEWEST_PRODUCTS = 20, 0.9, 2  # of a running total

SAYS_SOLD = re.compile("sold|sale|verkauf|vend|verkocht|absatz")

Amounts = NDArray[np.float64]


def negative_units(
    units: Amounts, column: Column, choices: ReadingChoices, *, are_sales: bool = False
) -> tuple[str, tuple[Question, ...]]:
    """SOLD where units are written as what leaves the stock, RETURNED where they are what came back, "" elsewhere.

    Asked where most are negative, unless the file itself calls these rows sales.
    """
    told = units[units != 0]
    if len(told) < FEWEST_ROWS or (told < 0).mean() < LEAST_NEGATIVE:
        return "", ()
    answer = choices.answer(NEGATIVE_UNITS, (SOLD, RETURNED))
    if answer or are_sales:
        return answer or SOLD, ()
    found = str(column.texts[column.codes[np.flatnonzero(units < 0)[0]]]).strip()
    values = {"column": column.header, "found": found}
    return SOLD, (Question(NEGATIVE_UNITS, values, (SOLD, RETURNED), SOLD),)


def stock_question(
    columns: Mapping[str, Column], days: NDArray[np.datetime64], units: Amounts, choices: ReadingChoices
) -> tuple[Question, ...]:
    """Whether units are a stock that falls from day to day; asked where they look so and no header says sold."""
    if UNITS not in columns or SAYS_SOLD.search(header_key(columns[UNITS].header)):
        return ()
    if choices.answer(UNITS_MEANING, (SOLD, STOCK)):
        return ()
    steps, levels = _steps(columns, days, units)
    if len(steps) < FEWEST_STEPS or (steps <= 0).mean() < LEAST_FALLING or not (steps < 0).any():
        return ()
    if np.median(levels) < LEAST_LEVEL * np.median(np.abs(steps[steps < 0])):
        return ()
    return (Question(UNITS_MEANING, {"column": columns[UNITS].header}, (SOLD, STOCK), SOLD),)


def running_total_question(
    columns: Mapping[str, Column], days: NDArray[np.datetime64], units: Amounts, choices: ReadingChoices
) -> tuple[Question, ...]:
    """Whether units are sums up to each day; asked where those of nearly all products grow from row to row."""
    if UNITS not in columns or choices.answer(RUNNING_TOTAL, (SOLD, SUM)):
        return ()
    steps, levels = _steps(columns, days, units)
    if len(steps) < FEWEST_RISES or (steps > 0).mean() < LEAST_RISING:
        return ()
    item = columns.get(SKU, columns.get(NAME))
    if item is None or len(np.unique(item.codes)) < FEWEST_PRODUCTS:
        return ()
    if np.median(levels) < LEAST_LEVEL * np.median(steps[steps > 0]):
        return ()
    return (Question(RUNNING_TOTAL, {"column": columns[UNITS].header}, (SOLD, SUM), SOLD),)


def _steps(columns: Mapping[str, Column], days: NDArray[np.datetime64], units: Amounts) -> tuple[Amounts, Amounts]:
    """From each day to the next of the same product: the change, and what it was before; none where days repeat."""
    product = np.zeros(len(days), dtype=np.int64)
    for name in (SKU, NAME, VARIANT):
        if name in columns:
            product = np.unique(product * len(columns[name].texts) + columns[name].codes, return_inverse=True)[1]
    order = np.lexsort((days, product))
    product, days, units = product[order], days[order], units[order]
    same = (product[1:] == product[:-1]) & ~np.isnat(days[1:])
    if (days[1:] == days[:-1])[same].any():
        return np.empty(0), np.empty(0)
    return np.diff(units)[same], units[:-1][same]


def several_currencies(columns: Mapping[str, Column]) -> tuple[Note, ...]:
    """That the money of a file is of several currencies, which nobody may add up."""
    if MONEY_UNIT not in columns:
        return ()
    found = sorted({text.strip().upper() for text in columns[MONEY_UNIT].texts} - {""})
    return (Note("several_currencies", {"column": columns[MONEY_UNIT].header, "found": found}),) if found[1:] else ()


def measure_notes(columns: Mapping[str, Column]) -> tuple[Note, ...]:
    """That some products are counted in several measures, such as bottles and cases."""
    if MEASURE not in columns:
        return ()
    column, item = columns[MEASURE].mapped(lambda text: text.strip().casefold()), columns.get(SKU, columns.get(NAME))
    if item is None:
        return ()
    told = ~column.is_blank()
    pairs = np.unique(item.codes[told] * len(column.texts) + column.codes[told])
    products, first = np.unique(pairs // len(column.texts), return_index=True)
    if len(products) == len(pairs):
        return ()
    several = next(place for place, product in enumerate(pairs // len(column.texts)) if place not in first)
    found = [str(column.texts[pair % len(column.texts)]) for pair in (pairs[several - 1], pairs[several])]
    return (Note("several_measures", {"column": column.header, "found": found}),)
