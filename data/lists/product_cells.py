"""The cells of a list of products or suppliers, read one by one: of a row with a bad cell the rest is used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.columns import LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS, SERVICE_LEVEL, SHELF_LIFE_DAYS, SIMILAR_SHARE
from data.product_fields import LIST_RULES
from data.report import Note, Question
from data.tables.column import Column
from data.tables.table import Lines
from data.value_rules import NumberRule, Rule, Value, YesNoRule
from data.values.number_columns import read_number_columns

YES = frozenset({"yes", "y", "true", "1", "active", "ja", "oui", "si", "sí", "sim", "x", "aktiv", "actif", "activo"})
NO = frozenset(
    {
        "no",
        "n",
        "false",
        "0",
        "inactive",
        "nein",
        "non",
        "discontinued",
        "delisted",
        "inaktiv",
        "inactif",
        "não",
        "nao",
        "nee",
        "draft",
        "archived",
    }
)
NOTHING = frozenset(
    {"not stocked", "variable", "n/a", "-", "--"}
)  # as Shopify and Square write that there is no number
WEEKS = re.compile(r"weeks?\b|wks\b|wochen|semaines|semanas|settimane|weken", re.IGNORECASE)
TIME = re.compile(
    r"\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?:(?P<days>(?:working |business )?days?|d|(?:werk)?tagen?|(?:werk)?tage?|"
    r"jours?|d[ií]as?|giorn[oi]|dagen|dag)|(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)))\.?\s*",
    re.IGNORECASE,
)
TIMES = (LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS, SHELF_LIFE_DAYS)
MAY_SAY_NOTHING = ("on_hand", "on_order", "price", "unit_cost")


@dataclass(frozen=True)
class ProductCells:
    """values: by field, one value per row, None where the cell is empty or left out."""

    values: Mapping[str, list[Value]]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]


def read_product_cells(
    columns: Mapping[str, Column],
    lines: Lines,
    *,
    delimiter: str,
    decimal: str = "",
    rules: Mapping[str, Rule] = LIST_RULES,
) -> ProductCells:
    """The values of all fields that have a rule, in the columns that the list has.

    A column `on_hand:Berlin` is judged by the rule of on_hand.
    """
    ruled = {field: rules[_ruled(field)] for field in columns if _ruled(field) in rules}
    columns = {field: _in_days(column) if _ruled(field) in TIMES else column for field, column in columns.items()}
    numeric = [field for field, rule in ruled.items() if isinstance(rule, NumberRule)]
    numbers = read_number_columns(columns, numeric, delimiter=delimiter, answer=decimal)
    said = {field: _in_our_units(field, columns[field], found) for field, found in numbers.values.items()}
    values: dict[str, list[Value]] = {}
    notes = list(numbers.notes)
    for field, rule in ruled.items():
        column = columns[field]
        cells = _cells(rule, column, said.get(field), may_say_nothing=_ruled(field) in MAY_SAY_NOTHING)
        values[field] = [cell.value for cell in cells]
        notes += [
            Note("bad_cell", {"row": int(line), "column": column.header, "found": cell.text, "rule": cell.broken})
            for cell, line in zip(cells, lines, strict=True)
            if cell.broken
        ]
    return ProductCells(values, tuple(notes), numbers.questions)


@dataclass(frozen=True)
class _Cell:
    """text: as found. broken: what the rule of the field wants, where the text breaks it."""

    text: str
    value: Value = None
    broken: str = ""


def _cells(rule: Rule, column: Column, numbers: NDArray[np.float64] | None, *, may_say_nothing: bool) -> list[_Cell]:
    texts = [str(text).strip() for text in column.texts[column.codes]]
    said = texts if numbers is None else numbers.tolist()
    nothing = NOTHING if may_say_nothing else frozenset()
    return [
        _Cell(text) if not text or text.casefold() in nothing else _cell(rule, text, value)
        for text, value in zip(texts, said, strict=True)
    ]


def _cell(rule: Rule, text: str, said: object) -> _Cell:
    try:
        return _Cell(text, rule.kept(_meant(rule, said)))
    except ValueError:
        return _Cell(text, broken=rule.wanted)


def _meant(rule: Rule, said: object) -> object:
    """What a cell says, before its rule is asked. Raises ValueError where it says nothing of the kind."""
    if isinstance(rule, YesNoRule):
        word = str(said).casefold()
        if word not in YES | NO:
            raise ValueError
        return word in YES
    if said != said:
        raise ValueError
    return said


def _in_days(column: Column) -> Column:
    """Times with their unit, such as "2 weeks", as the number of the unit that the column is in."""
    return column.mapped(lambda text: _of_unit(text, 7 if WEEKS.search(column.header) else 1))


def _of_unit(text: str, days: int) -> str:
    """
    >>> _of_unit("5 days", 1), _of_unit("2 Wochen", 1), _of_unit("2 weeks", 7), _of_unit("3-5 days", 1)
    ('5', '14', '2', '3-5 days')
    """
    found = TIME.fullmatch(text)
    if found is None:
        return text
    in_days = float(found["number"].replace(",", ".")) * (1 if found["days"] else 7)
    return f"{in_days / days:g}"


def _days_of(field: str, header: str) -> int:
    """What one of a column is: a week of a lead time is seven days."""
    return 7 if field in (LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS, SHELF_LIFE_DAYS) and WEEKS.search(header) else 1


def _in_our_units(field: str, column: Column, found: NDArray[np.float64]) -> NDArray[np.float64]:
    """Numbers as the shop keeps them: weeks as days, percent as shares."""
    if field not in (SERVICE_LEVEL, SIMILAR_SHARE):
        return found * _days_of(field, column.header)
    signed = np.array(["%" in str(text) for text in column.texts], dtype=np.bool_)[column.codes]
    is_percent = signed | ("%" in column.header) | (found > (1 if field == SERVICE_LEVEL else np.inf))
    return np.where(is_percent, found / 100, found)


def _ruled(field: str) -> str:
    """The field whose rule holds, without the place behind it."""
    return field.partition(":")[0]
