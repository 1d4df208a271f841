"""Days that stand on the first sale of each group only, as where their cells are merged in a workbook."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, NAME, REVENUE, SKU, UNITS
from data.meaning.totals import is_called_total
from data.report import Note
from data.tables.column import Codes, Column
from data.tables.filled_down import carried_down
from data.values.numbers import decimal_evidence, parse_numbers

LEAST_WITHOUT, FEWEST_WITHOUT = 0.2, 5  # sales that have no day of their own
MOST_SUMS = 0.5  # share of the groups whose last row is the sum of the others
CLOSE = 0.011


def with_merged_days(columns: Mapping[str, Column]) -> tuple[dict[str, Column], tuple[Note, ...]]:
    """The columns with the day carried down to the sales below it, and a note, where so many sales have none.

    A name that stands on one row only may be that of a total and gets no day; nor does any row where the last ones of
    the groups are sums.
    """
    named, sold = columns.get(NAME, columns.get(SKU)), columns.get(UNITS, columns.get(REVENUE))
    if named is None or sold is None:
        return dict(columns), ()
    has_day = ~columns[DAY].is_blank()
    often = np.bincount(named.codes, minlength=len(named.texts)) > 1
    is_sale = ~named.is_blank() & ~sold.is_blank() & ~named.texts_are(is_called_total) & often[named.codes]
    without = is_sale & ~has_day
    if without.sum() < max(FEWEST_WITHOUT, LEAST_WITHOUT * is_sale.sum()) or not has_day[is_sale.argmax()]:
        return dict(columns), ()
    if _ends_with_sums(sold, carried_down(columns[DAY], is_sale).codes[is_sale], is_sale):
        return dict(columns), ()
    note = Note("days_carried", {"column": columns[DAY].header, "rows": int(without.sum())})
    return {**columns, DAY: carried_down(columns[DAY], is_sale)}, (note,)


def _ends_with_sums(sold: Column, day: Codes, rows: NDArray[np.bool_]) -> bool:
    """Whether the last of the rows of a day is mostly the sum of the others. day: of each of these rows."""
    group = np.cumsum(np.diff(day, prepend=day[0]) != 0)
    sign = decimal_evidence(sold.texts).sign or "."
    numbers = np.nan_to_num(sold.spread(parse_numbers(sold.texts, decimal=sign).values))[rows]
    last = np.append(np.diff(group) > 0, True)
    several = np.bincount(group)[group[last]] > 1
    others = np.bincount(group, weights=numbers)[group[last]] - numbers[last]
    is_sum = np.abs(others - numbers[last]) < CLOSE
    return bool(several.any() and is_sum[several].mean() >= MOST_SUMS)
