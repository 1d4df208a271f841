"""Codes that a spreadsheet took for numbers: 8.01E+12 for 8012345678901."""

import re
from collections.abc import Mapping

import numpy as np

from data.columns import SKU
from data.reading.row_fate import RowFate
from data.report import Note
from data.tables.column import Column

DAMAGED = re.compile(r"\s*\d([.,]\d+)?E\+\d{1,3}\s*", re.IGNORECASE)


def damaged_codes(columns: Mapping[str, Column], fate: RowFate) -> tuple[Note, ...]:
    """A note where codes of rows that are used have lost their digits.

    >>> column = Column("SKU", np.array(["8.01E+12", "00123"], dtype=object), np.array([0, 1]))
    >>> damaged_codes({"sku": column}, RowFate(2))[0].values["found"]
    '8.01E+12'
    """
    if SKU not in columns:
        return ()
    column = columns[SKU]
    used = np.flatnonzero(np.bincount(column.codes, weights=fate.used, minlength=len(column.texts)))
    found = [str(text) for text in column.texts[used] if "+" in text and DAMAGED.fullmatch(text)]
    if not found:
        return ()
    return (Note("damaged_codes", {"column": column.header, "codes": len(found), "found": found[0].strip()}),)
