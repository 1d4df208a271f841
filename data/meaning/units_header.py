"""Several columns of units that differ only in what stands in brackets: added up, or one of them, as the owner says."""

from collections.abc import Mapping
from dataclasses import replace

from data.choices import ReadingChoices
from data.columns import REVENUE, UNITS
from data.headers.header_key import column_key
from data.meaning.understood import Understood
from data.report import Question
from data.tables.column import Column
from data.tables.table_head import TableHead

ALL = "all"


def with_units_asked(found: Understood, head: TableHead, choices: ReadingChoices) -> Understood:
    """The columns with the chosen one of `Qty (shop)` and `Qty (online)`, with all of them, or with a question.

    Where all count, the columns of money that are called alike are added up too.
    """
    if UNITS not in found.places or UNITS in choices.columns:
        return found
    alike = _alike(head, found.places[UNITS])
    if len(alike) == 1:
        return found
    options = tuple(dict.fromkeys(head.headers[place] for place in alike))
    answer = choices.answer("units_column", (ALL, *options))
    if answer and answer != ALL:
        return replace(found, places={**found.places, UNITS: head.headers.index(answer)})
    places = {**found.places, **_further(UNITS, alike)}
    if REVENUE in places:
        money = _alike(head, places[REVENUE])
        places |= _further(REVENUE, money) if len(money) == len(alike) else {}
    if answer:
        return replace(found, places=places)
    question = Question("units_column", {"found": list(options)}, (ALL, *options), ALL)
    return replace(found, places=places, questions=(*found.questions, question))


def further_columns(columns: Mapping[str, Column], name: str) -> list[str]:
    """The names of the columns that count beside the first one of a name."""
    return [other for other in columns if other.startswith(f"{name}+")]


def _alike(head: TableHead, place: int) -> list[int]:
    key = column_key(head.headers[place])
    return [other for other, header in enumerate(head.headers) if column_key(header) == key]


def _further(name: str, alike: list[int]) -> dict[str, int]:
    return {f"{name}+{place}": place for place in alike[1:]}
