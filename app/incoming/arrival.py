"""A sales file that came in, read as the owner reads files like it, and what is still to be asked about it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from data.choices import NO_CHOICES, ReadingChoices
from data.columns import LOCATION
from data.importing.imports import list_imports
from data.importing.remembered_choices import choices_for
from data.importing.till_recognition import ANOTHER, REST, TILL, Recognition, recognise_till
from data.problems import FileRejected
from data.reading.file_shape import file_shape
from data.reading.sales_file import SalesFile, read_sales
from data.report import Question
from data.samples import sample_sales_path
from data.shop import Shop, open_shop

Progress = Callable[[float], None]


class ReadSales(Protocol):
    """How a sales file is read: `read_sales`, or one that remembers what it read."""

    def __call__(self, path: Path, *, choices: ReadingChoices, progress: Progress | None = None) -> SalesFile: ...


@dataclass(frozen=True)
class Answer:
    """A question that the file leaves open and that was answered, now or earlier for a file like it."""

    question: Question
    option: str
    is_remembered: bool


@dataclass(frozen=True)
class SalesArrival:
    """file: read by `choices`, those given now and those remembered. questions: what keeps it from being kept."""

    file: SalesFile
    recognition: Recognition
    choices: ReadingChoices
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]

    @property
    def to_remember(self) -> ReadingChoices:
        """What holds for the next file like it; that a file is of a new till holds for this one only."""
        said = {code: option for code, option in self.choices.answers.items() if option}
        if said.get(TILL) == ANOTHER:
            del said[TILL]
        return ReadingChoices(said, self.choices.columns)


def read_arrival(
    shop: Shop,
    path: Path,
    *,
    given: ReadingChoices = NO_CHOICES,
    progress: Progress | None = None,
    read: ReadSales = read_sales,
) -> SalesArrival:
    """Read a sales file by what the owner says now, and by what she said of files of its shape.

    An empty answer means that she wants to be asked again. Raises FileRejected.
    """
    plain, remembered = _first_reading(shop, path, given, progress=progress, read=read)
    choices = ReadingChoices({**remembered.answers, **given.answers}, {**remembered.columns, **given.columns})
    heard = {LOCATION, *(question.code for question in plain.report.questions)}  # places are chosen without a question
    is_answered = any(choices.answers.get(code) for code in heard)
    file = read(path, choices=choices, progress=progress) if is_answered else plain
    with shop_to_meet(shop) as meeting:
        recognition = recognise_till(meeting, file, choices=given, remembered=_not_taken_back(remembered, given))
        told = choices.answers.keys() & {TILL, REST}
        unanswered = recognise_till(meeting, file, choices=NO_CHOICES) if told else recognition
    open_at_first = (*plain.report.questions, *unanswered.questions)
    still_open = (*file.report.questions, *recognition.questions)
    codes = {question.code for question in still_open}
    answers = tuple(
        Answer(question, choices.answers[question.code], is_remembered=question.code not in given.answers)
        for question in open_at_first
        if question.code not in codes and choices.answers.get(question.code)
    )
    return SalesArrival(file, recognition, choices, still_open, answers)


@contextmanager
def shop_to_meet(shop: Shop) -> Iterator[Shop]:
    """The shop that a file will go into: an empty one where only the sample is in the way."""
    if not is_sample(shop):
        yield shop
        return
    with TemporaryDirectory() as folder:
        empty = open_shop(Path(folder))
        yield empty
        empty.engine.dispose()


def is_sample(shop: Shop) -> bool:
    """Whether the shop holds the sample shop and nothing else."""
    names = {record.file_name for record in list_imports(shop)}
    return names == {sample_sales_path().name}


def _first_reading(
    shop: Shop, path: Path, given: ReadingChoices, *, progress: Progress | None, read: ReadSales
) -> tuple[SalesFile, ReadingChoices]:
    """The file by its columns alone, none of its questions answered; and what is remembered of files like it."""
    try:
        file = read(path, choices=ReadingChoices(columns=given.columns), progress=progress)
        remembered = choices_for(shop, file.shape)
    except FileRejected:
        remembered = choices_for(shop, file_shape(path))
        if not remembered.columns:
            raise
        file = None
    columns = {**remembered.columns, **given.columns}
    if file is None or columns != dict(given.columns):
        file = read(path, choices=ReadingChoices(columns=columns), progress=progress)
    return file, remembered


def _not_taken_back(remembered: ReadingChoices, given: ReadingChoices) -> ReadingChoices:
    return ReadingChoices({code: option for code, option in remembered.answers.items() if code not in given.answers})
