"""What a program is told of a sales file: the answer of the command `check`."""

import datetime as dt
import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from app.incoming.preview import open_day_text, report_story
from app.words.problems import problem_sentence
from app.words.questions import question_text
from data.choices import ReadingChoices
from data.importing.import_target import ONLY_TILL
from data.importing.imports import preview_import
from data.problems import FileRejected
from data.reading.sales_file import SalesFile, read_sales
from data.shop import open_shop

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
        sales = read_sales(file, choices=choices)
        report, is_partial = sales.report, _is_last_day_partial(sales)
    except FileRejected as rejected:
        return _unusable(file, [problem_sentence(problem) for problem in rejected.problems])
    except Exception:  # whoever asks gets an answer that a program can read, whatever the file holds
        logging.getLogger("shelfwise").exception("%s could not be read", file.name)
        return _unusable(file, [f"{file.name} could not be read. Export it again, or send it to the makers."])
    story = report_story(report)
    partial = [open_day_text(sales)] if is_partial else []
    in_words = {"left_out_in_words": story["left_out"], "notes_in_words": [*partial, *story["notes"]]}
    if partial:
        story["report"]["notes"].insert(0, {"code": "partial_last_day", "day": story["report"]["last_day"]})
    asked = {"questions_in_words": [question_text(question) for question in report.questions]}
    return Checked({**story["report"], **in_words, **asked, "error": None}, USABLE)


def _is_last_day_partial(sales: SalesFile) -> bool:
    """Whether the last day was not over at the export, judged as an import into a new shop would."""
    with TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        preview = preview_import(shop, sales, today=dt.date.today(), target=ONLY_TILL)
        shop.engine.dispose()
    return preview.is_last_day_open


def _unusable(file: Path, problems: list[str]) -> Checked:
    told = {"file_name": file.name, **UNREAD, "error": " ".join(problems), "problems": problems}
    return Checked(told, UNUSABLE)
