"""What is understood of the columns of a file so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.report import Note, Question


@dataclass(frozen=True)
class Understood:
    """places: of the columns, by canonical name. notes, questions: on those that were told by what stands in them."""

    places: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
