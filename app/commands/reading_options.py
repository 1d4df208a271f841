"""The options by which a command is told how to read a file, and what it says where the file leaves that open."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from app.words.questions import option_text, question_text
from data.choices import ReadingChoices
from data.report import ImportReport, Question

OPTIONS = {"date_order": "--date-order", "decimal": "--decimal", "location": "--location"}


class OpenQuestions(ValueError):
    """A file can be read in several ways, and nobody said in which."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__(" ".join(f"{report.file_name}: {_asked(question)}" for question in report.questions))


def check_answered(report: ImportReport) -> None:
    """Raises OpenQuestions where a file leaves a question open."""
    if report.questions:
        raise OpenQuestions(report)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for reading a file; it gets them as `choices`."""

    @wraps(command)
    def with_choices(
        *arguments: Any,
        date_order: str | None,
        decimal: str | None,
        location: str | None,
        answers: tuple[str, ...],
        **rest: Any,
    ) -> Any:
        named = {"date_order": date_order, "decimal": decimal, "location": location}
        said = {code: option for code, option in named.items() if option is not None}
        return command(*arguments, choices=ReadingChoices({**said, **_pairs(answers)}), **rest)

    for option in reversed(
        (
            click.option(
                "--date-order",
                type=click.Choice(["day", "month"]),
                help="What comes first in dates, where the file leaves it open. Example: --date-order day",
            ),
            click.option(
                "--decimal",
                type=click.Choice([",", "."]),
                help="The decimal sign, where the file leaves it open. Example: --decimal ,",
            ),
            click.option("--location", help="Which place of the file counts, or all. Example: --location Bakery"),
            click.option(
                "--answer", "answers", multiple=True, help="Any other question. Example: --answer date_order=day"
            ),
        )
    ):
        with_choices = option(with_choices)
    return with_choices


def _pairs(answers: tuple[str, ...]) -> dict[str, str]:
    pairs = [answer.partition("=") for answer in answers]
    for code, sign, option in pairs:
        if not (code and sign and option):
            raise click.BadParameter(f'"{code}{sign}{option}" must be written as in --answer date_order=day.')
    return {code.strip(): option.strip() for code, _, option in pairs}


def _asked(question: Question) -> str:
    """The question and how to answer it.

    >>> question = Question("location", {"found": ["Bakery"]}, ("all", "Bakery"), "all")
    >>> _asked(question).partition(" Say ")[2]
    '--location all (All) or --location Bakery.'
    """
    ways = [f"{_way(question.code, option)}{_meaning(question, option)}" for option in question.options]
    return f"{question_text(question)} Say {' or '.join(ways)}."


def _way(code: str, option: str) -> str:
    value = f'"{option}"' if " " in option else option
    return f"{OPTIONS[code]} {value}" if code in OPTIONS else f"--answer {code}={value}"


def _meaning(question: Question, option: str) -> str:
    text = option_text(question, option)
    return "" if text == option else f" ({text})"
