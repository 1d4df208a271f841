"""Sales of several shops in one file: all together, or those of the one that the owner chose."""

from collections.abc import Mapping

from data.choices import ReadingChoices
from data.columns import LOCATION
from data.reading.row_fate import RowFate
from data.report import Note
from data.tables.column import Column

ALL = "all"
MOST_SHOWN = 20


def leave_out_other_places(fate: RowFate, columns: Mapping[str, Column], choices: ReadingChoices) -> tuple[Note, ...]:
    """Leave out the rows of other places than the chosen one; without a choice a note names the places.

    The choice is the answer `location`: "all", or a place as the file writes it.
    """
    if LOCATION not in columns:
        return ()
    column = columns[LOCATION].mapped(str.strip)
    places = sorted(set(column.texts[column.codes[fate.used]]) - {""})
    chosen = choices.answer("location", (ALL, *places))
    if chosen and chosen != ALL:
        fate.leave_out(column.texts_are(lambda text: text != chosen), "other_place", column)
        return (Note("one_place", {"column": column.header, "found": chosen, "options": [ALL, *places]}),)
    if len(places) < 2:
        return ()
    return (Note("places_together", {"column": column.header, "count": len(places), "found": places[:MOST_SHOWN]}),)
