"""What the numbers of a wide table are, where its headers leave that open: products or payments, units or money."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from data.choices import ReadingChoices
from data.columns import REVENUE, UNITS
from data.meaning.row_meaning import TAKINGS
from data.meaning.wide import Wide
from data.report import Question
from data.tables.table import Table
from data.tables.table_head import TableHead

COLUMNS_MEANING, CELLS_MEANING = "columns_meaning", "cells_meaning"
PRODUCTS, NONE = "products", "none"
IN_UNITS, IN_MONEY = "units", "money"
COLUMNS_SHOWN = 8
TWO_DECIMALS = re.compile(r"\D*\d[\d.,'’\s]*[.,](\d\d)(?!\d)\D*")
LEAST_SHARE, LEAST_WITH_CENTS = 0.9, 0.1


@dataclass(frozen=True)
class WideMeaning:
    """meaning: the answer by which the table is read. questions: it, where nobody has given the answer yet."""

    meaning: str
    questions: tuple[Question, ...] = ()


def columns_meaning(wide: Wide, head: TableHead, places: Mapping[str, int], choices: ReadingChoices) -> WideMeaning:
    """Whether columns beside the day's money are products, or what that money is made up of."""
    answer = choices.answer(COLUMNS_MEANING, (PRODUCTS, NONE))
    if answer or not wide.beside_money:
        return WideMeaning(answer or PRODUCTS)
    found = [head.headers[place] for place in wide.places[:COLUMNS_SHOWN]]
    values = {"found": found, "column": head.headers[places[REVENUE]]}
    return WideMeaning(PRODUCTS, (Question(COLUMNS_MEANING, values, (PRODUCTS, NONE), PRODUCTS),))


def cells_meaning(table: Table, choices: ReadingChoices) -> WideMeaning:
    """Whether the cells are units or money: written with two decimals, some of them cents, they may be either."""
    answer = choices.answer(CELLS_MEANING, (IN_UNITS, IN_MONEY))
    if answer:
        return WideMeaning(answer)
    column = table.columns[UNITS]
    decimals = [TWO_DECIMALS.fullmatch(text) for text in column.texts]
    rows = np.bincount(column.codes, minlength=len(column.texts)) * [bool(text.strip()) for text in column.texts]
    two, cents = (
        rows[[bool(match and keeps(match[1])) for match in decimals]].sum()
        for keeps in (bool, lambda found: found != "00")
    )
    if not rows.sum() or two < LEAST_SHARE * rows.sum() or cents < LEAST_WITH_CENTS * rows.sum():
        return WideMeaning(IN_UNITS)
    found = next(str(text).strip() for text, match in zip(column.texts, decimals, strict=True) if match)
    return WideMeaning(IN_MONEY, (Question(CELLS_MEANING, {"found": found}, (IN_UNITS, IN_MONEY), IN_MONEY),))


def as_takings(table: Table) -> Table:
    """The long table with its numbers as money in place of units."""
    names = {UNITS: REVENUE}
    return replace(table, columns={names.get(name, name): column for name, column in table.columns.items()})


def with_takings(choices: ReadingChoices) -> ReadingChoices:
    """The choices by which a row's money is what a product took."""
    return replace(choices, answers={**choices.answers, "row_meaning": TAKINGS})
