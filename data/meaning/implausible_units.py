"""Quantities that no shop sells in one row: a bar code scanned into the field, a slip of the finger."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import UNITS
from data.report import Note
from data.tables.column import Column

NEVER = 10_000_000.0  # a bar code has eight digits at least
LARGE = 100_000.0
TIMES_USUAL = 1_000.0

Amounts = NDArray[np.float64]
Rows = NDArray[np.bool_]


def implausible(units: Amounts) -> Rows:
    """Which quantities (n,) are hardly any: from ten million on, or from 100,000 on where a thousandth is usual.

    >>> implausible(np.array([2.0, 3.0, 1.0, 250_000.0, 80_000.0])).tolist()
    [False, False, False, True, False]
    """
    size = np.abs(units)
    if not (size >= LARGE).any():
        return np.zeros(len(units), dtype=np.bool_)
    usual = float(np.median(size[size > 0]))
    return np.asarray((size >= NEVER) | ((size >= LARGE) & (size >= TIMES_USUAL * usual)))


def implausible_units(
    columns: Mapping[str, Column], units: Amounts, *, used: Rows, lines: NDArray[np.int64]
) -> tuple[Note, ...]:
    """A note of the used rows with such quantities, the first by its line in the file."""
    if UNITS not in columns:
        return ()
    rows = np.flatnonzero(used)
    odd = rows[implausible(units[rows])]
    if not len(odd):
        return ()
    column = columns[UNITS]
    found = str(column.texts[column.codes[odd[0]]])
    told = {"rows": len(odd), "row": int(lines[odd[0]]), "column": column.header, "found": found}
    return (Note("implausible_units", told),)
