"""The import report: what a file held, what was used of it and what was left out, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

ROWS_LISTED = 100


@dataclass(frozen=True)
class LeftOut:
    """Rows left out for one reason.

    rows: their line numbers in the file, the first line being 1. units, revenue: what these rows hold, as far as it can
    be read. example: what was found in the first of them, with the column it was found in ("" where it is no one cell).
    """

    reason: str
    rows: tuple[int, ...]
    units: float
    revenue: float
    column: str = ""
    example: str = ""


@dataclass(frozen=True)
class Note:
    """Something the owner should know about how the file was read: a code, and what its sentence names."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Something that the file leaves open, for the owner to decide before anything of it is kept.

    code: what is asked, such as `date_order`. values: what its sentence names. options: the answers to choose from.
    guess: the answer by which the rows of the report were read meanwhile, None where they were read by none.
    """

    code: str
    values: Mapping[str, object]
    options: tuple[str, ...]
    guess: str | None


@dataclass(frozen=True)
class ImportReport:
    """What was read. Rows, units and revenue read are those used plus those of all `left_out`.

    columns: canonical name -> header found in the file. format: name of the till's export, None where it is none that
    is known by name. questions: what has to be answered before the file may be kept.
    """

    file_name: str
    rows_read: int
    rows_used: int
    left_out: tuple[LeftOut, ...]
    units_read: float
    units_used: float
    revenue_read: float
    revenue_used: float
    first_day: date | None
    last_day: date | None
    products: int
    columns: Mapping[str, str]
    encoding: str
    delimiter: str
    notes: tuple[Note, ...]
    format: str | None = None
    questions: tuple[Question, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON can hold it; of the rows left out the numbers of the first 100 per reason."""
        return {
            "file_name": self.file_name,
            "rows_read": self.rows_read,
            "rows_used": self.rows_used,
            "left_out": {left_out.reason: len(left_out.rows) for left_out in self.left_out},
            "left_out_rows": {left_out.reason: list(left_out.rows[:ROWS_LISTED]) for left_out in self.left_out},
            "units_read": self.units_read,
            "units": self.units_used,
            "revenue_read": self.revenue_read,
            "revenue": self.revenue_used,
            "first_day": self.first_day and self.first_day.isoformat(),
            "last_day": self.last_day and self.last_day.isoformat(),
            "products": self.products,
            "columns": dict(self.columns),
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "format": self.format,
            "questions": [_question_dict(question) for question in self.questions],
            "notes": [{"code": note.code, **note.values} for note in self.notes],
        }


def _question_dict(question: Question) -> dict[str, Any]:
    asked = {"code": question.code, "options": list(question.options), "guess": question.guess}
    return {**asked, "values": dict(question.values)}
