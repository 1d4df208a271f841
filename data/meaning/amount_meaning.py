"""Whether an amount is that of a whole line or of one unit of it, where a till's file does not say."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.choices import ReadingChoices
from data.report import Question
from data.tables.column import Column

LINE, UNIT = "line", "unit"

Amounts = NDArray[np.float64]


@dataclass(frozen=True)
class LineAmounts:
    """revenue: of each line, (n_rows,). questions: what it hangs on, where nobody has said it yet."""

    revenue: Amounts
    questions: tuple[Question, ...]


def line_amounts(amounts: Amounts, units: Amounts, column: Column, choices: ReadingChoices) -> LineAmounts:
    """The money of each line; it is the amount as it stands, until the owner says that it is the price of one unit.

    Where every line is of one unit both are the same, and nothing is asked.
    """
    open_rows = np.flatnonzero((np.abs(units) != 1) & (units != 0) & (np.nan_to_num(amounts) != 0))
    if not len(open_rows):
        return LineAmounts(amounts, ())
    answer = choices.answer("amount_meaning", (LINE, UNIT))
    if answer:
        return LineAmounts(amounts * units if answer == UNIT else amounts, ())
    row = open_rows[0]
    found = str(column.texts[column.codes[row]])
    values = {"column": column.header, "found": found, "units": float(units[row])}
    return LineAmounts(amounts, (Question("amount_meaning", values, (LINE, UNIT), LINE),))
