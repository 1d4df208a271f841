"""Several columns of units that differ only in what stands in brackets: the owner is asked which one counts."""

from dataclasses import replace

from data.choices import ReadingChoices
from data.columns import UNITS, column_key
from data.reading.unknown_columns import Understood
from data.report import Question
from data.table_head import TableHead


def with_units_asked(found: Understood, head: TableHead, choices: ReadingChoices) -> Understood:
    """The columns with the chosen one of `Qty (shop)` and `Qty (online)`, or with the first one and a question."""
    if UNITS not in found.places or UNITS in choices.columns:
        return found
    key = column_key(head.headers[found.places[UNITS]])
    options = tuple(dict.fromkeys(header for header in head.headers if column_key(header) == key))
    if len(options) == 1:
        return found
    answer = choices.answer("units_column", options)
    if answer:
        return replace(found, places={**found.places, UNITS: head.headers.index(answer)})
    question = Question("units_column", {"found": list(options)}, options, options[0])
    return replace(found, questions=(*found.questions, question))
