"""Items that stand on the first row of each group only, as in the outline of a pivot table."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from data.columns import DAY, NAME, SKU
from data.meaning.totals import is_called_total
from data.report import Note
from data.tables.column import Column
from data.tables.filled_down import carried_down
from data.values.dates import parse_days

LEAST_WITHOUT, FEWEST_WITHOUT = 0.4, 5  # sales that name no item


def with_merged_items(columns: Mapping[str, Column]) -> tuple[dict[str, Column], tuple[Note, ...]]:
    """The columns with the item carried down to the sales below it, and a note, where each is named once.

    Below an item the days must go up: elsewhere a sale without an item is one that nobody named.
    """
    named = [name for name in (SKU, NAME) if name in columns]
    if not named:
        return dict(columns), ()
    item = columns[named[0]]
    has_day = ~columns[DAY].is_blank() & ~item.texts_are(is_called_total)
    without = has_day & item.is_blank()
    heads = has_day & ~item.is_blank()
    if without.sum() < max(FEWEST_WITHOUT, LEAST_WITHOUT * has_day.sum()) or not heads.any():
        return dict(columns), ()
    once = len(np.unique(item.codes[heads])) == heads.sum()
    if not once or not heads[has_day.argmax()] or not _goes_up(columns[DAY], has_day, heads):
        return dict(columns), ()
    note = Note("items_carried", {"column": item.header, "rows": int(without.sum())})
    return {**columns, **{name: carried_down(columns[name], has_day) for name in named}}, (note,)


def _goes_up(day: Column, rows: NDArray[np.bool_], heads: NDArray[np.bool_]) -> bool:
    days = day.spread(parse_days(day.texts).days)[rows]
    known = ~np.isnat(days)
    group = np.cumsum(heads[rows])
    step = np.diff(days[known].astype(np.int64))
    inside = np.diff(group[known]) == 0
    return bool(known.all() and inside.any() and (step[inside] > 0).all() and (step[~inside] < 0).any())
