"""What a program is told of a sales file: the answer of the command `check`."""

import logging
from pathlib import Path
from typing import Any, NamedTuple

from app.incoming.preview import report_story
from app.words.problems import problem_sentence
from app.words.questions import question_text
from data.choices import ReadingChoices
from data.problems import FileRejected
from data.reading.sales_file import read_sales

UNREAD: dict[str, Any] = {
    "rows_read": 0, "rows_used": 0, "left_out": {}, "units": 0.0, "revenue": 0.0, "first_day": None, "last_day": None,
    "products": 0, "columns": {}, "format": None, "questions": [], "notes": [],
}  # fmt: skip
USABLE, UNUSABLE = 0, 2


class Checked(NamedTuple):
    """What is told of a file, and the exit status that says whether it can be used."""

    told: dict[str, Any]
    status: int


def checked(file: Path, choices: ReadingChoices) -> Checked:
    """The report of a sales file with its sentences; `error` says why it cannot be used."""
    try:
        report = read_sales(file, choices=choices).report
    except FileRejected as rejected:
        return _unusable(file, [problem_sentence(problem) for problem in rejected.problems])
    except Exception:  # whoever asks gets an answer that a program can read, whatever the file holds
        logging.getLogger("shelfwise").exception("%s could not be read", file.name)
        return _unusable(file, [f"{file.name} could not be read. Export it again, or send it to the makers."])
    story = report_story(report)
    in_words = {"left_out_in_words": story["left_out"], "notes_in_words": story["notes"]}
    asked = {"questions_in_words": [question_text(question) for question in report.questions]}
    return Checked({**story["report"], **in_words, **asked, "error": None}, USABLE)


def _unusable(file: Path, problems: list[str]) -> Checked:
    told = {"file_name": file.name, **UNREAD, "error": " ".join(problems), "problems": problems}
    return Checked(told, UNUSABLE)
