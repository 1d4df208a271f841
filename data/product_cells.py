"""The cells of a product list, read one by one: of a row with a bad cell the rest is used."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.column import Column
from data.columns import ACTIVE
from data.number_columns import read_number_columns
from data.product_fields import PRODUCT_RULES, TEXT_FIELDS
from data.report import Note, Question
from data.table import Lines
from data.value_rules import Value

YES = frozenset({"yes", "y", "true", "1", "active", "ja", "oui", "si", "sí", "sim", "x", "aktiv", "actif", "activo"})
NO = frozenset({"no", "n", "false", "0", "inactive", "nein", "non", "não", "nao", "nee", "draft", "archived"})
NOTHING = frozenset(
    {"not stocked", "variable", "n/a", "-", "--"}
)  # as Shopify and Square write that there is no number
MAY_SAY_NOTHING = ("on_hand", "on_order", "price", "unit_cost")


@dataclass(frozen=True)
class ProductCells:
    """values: by field, one value per row, None where the cell is empty or left out."""

    values: Mapping[str, list[Value]]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]


def read_product_cells(
    columns: Mapping[str, Column], lines: Lines, *, delimiter: str, decimal: str = ""
) -> ProductCells:
    """The values of all fields that have a rule, in the columns that the list has.

    A column `on_hand:Berlin` is judged by the rule of on_hand.
    """
    fields = [field for field in columns if _ruled(field) in PRODUCT_RULES]
    numeric = [field for field in fields if field not in (*TEXT_FIELDS, ACTIVE)]
    numbers = read_number_columns(columns, numeric, delimiter=delimiter, answer=decimal)
    values: dict[str, list[Value]] = {}
    notes = list(numbers.notes)
    for field in fields:
        cells = _cells(field, columns[field], numbers.values.get(field))
        values[field] = [cell.value for cell in cells]
        notes += [
            Note(
                "bad_cell", {"row": int(line), "column": columns[field].header, "found": cell.text, "rule": cell.broken}
            )
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


def _cells(field: str, column: Column, numbers: NDArray[np.float64] | None) -> list[_Cell]:
    texts = [str(text).strip() for text in column.texts[column.codes]]
    if numbers is None:
        return [_cell(field, text, text) for text in texts]
    return [_cell(field, text, number) for text, number in zip(texts, numbers.tolist(), strict=True)]


def _cell(field: str, text: str, said: object) -> _Cell:
    rule = PRODUCT_RULES[_ruled(field)]
    if not text or (text.casefold() in NOTHING and _ruled(field) in MAY_SAY_NOTHING):
        return _Cell(text)
    try:
        return _Cell(text, rule.kept(_meant(field, said)))
    except ValueError:
        return _Cell(text, broken=rule.wanted)


def _ruled(field: str) -> str:
    """The field whose rule holds, without the place behind it."""
    return field.partition(":")[0]


def _meant(field: str, said: object) -> object:
    """What a cell says, before its rule is asked. Raises ValueError where it says nothing of the kind."""
    if field == ACTIVE:
        word = str(said).casefold()
        if word not in YES | NO:
            raise ValueError
        return word in YES
    if said != said:
        raise ValueError
    return said
