"""Rows that hold a whole order in one cell, such as "2× Tea, 1× Mug", taken apart into rows of one item each."""

import re
from dataclasses import dataclass, replace

import numpy as np

from data.columns import NAME, UNITS
from data.report import Note
from data.tables.column import Column, column_of
from data.tables.table import Table

NEXT = re.compile(r",\s+(?=\d+(?:[.,]\d+)?\s*[×x]\s)")
ITEM = re.compile(r"\s*(?P<units>\d+(?:[.,]\d+)?)\s*[×x]\s+(?P<name>.*\S)\s*", re.DOTALL)


@dataclass(frozen=True)
class _Item:
    """An item of an order and its quantity, both as text; no quantity where none can be read."""

    name: str
    units: str


def unpacked(table: Table, items_column: str) -> Table:
    """The table with a row for each item of an order: its name and units instead of the cell with all of them.

    Rows without items stay as they are, without a name. The line of the file is that of the order.
    """
    cells = table.columns[items_column]
    items = [_items(text) for text in cells.texts]
    sizes = np.array([len(some) for some in items])[cells.codes]
    order = np.repeat(np.arange(len(cells.codes)), sizes)
    listed = [item for code in cells.codes for item in items[code]]
    places = np.arange(len(listed))
    columns = {
        **{name: Column(column.header, column.texts, column.codes[order]) for name, column in table.columns.items()},
        NAME: column_of(cells.header, [item.name for item in listed], places),
        UNITS: column_of(cells.header, [item.units for item in listed], places),
    }
    del columns[items_column]
    note = Note("items_in_one_cell", {"column": cells.header, "orders": len(cells.codes), "items": len(listed)})
    return replace(table, columns=columns, lines=table.lines[order], notes=(*table.notes, note))


def _items(text: str) -> list[_Item]:
    """The items of a cell; a name may hold commas.

    >>> [item.name for item in _items("2× Tea, green, 1× Mug")]
    ['Tea, green', 'Mug']
    """
    return [_item(part) for part in NEXT.split(text)]


def _item(text: str) -> _Item:
    match = ITEM.fullmatch(text)
    return _Item(match["name"], match["units"]) if match else _Item(text.strip(), "")
