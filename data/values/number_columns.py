"""The number columns of a table, read with one another's evidence of the decimal sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.columns import UNITS
from data.report import Note, Question
from data.tables.column import Column
from data.values.decimal_sign import SIGNS, sign_by_sums, sign_by_writing
from data.values.numbers import DecimalEvidence, decimal_evidence, parse_numbers


@dataclass(frozen=True)
class NumberColumns:
    """values: by canonical name the number of each row, NaN where there is none, (n_rows,).

    signs: the decimal sign by which each column was read.
    """

    values: Mapping[str, NDArray[np.float64]]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)


def read_number_columns(
    columns: Mapping[str, Column], names: Iterable[str], *, delimiter: str, answer: str = ""
) -> NumberColumns:
    """The numbers of the columns of these names that the table has.

    The decimal sign of a column is what its texts show; where they do not, what makes units times price the amount,
    else what other columns show, and a note says how one of its texts was read. Where no column shows it, it is the
    owner's `answer`, or a question; meanwhile a comma in files cut by semicolons, as programs write them where the
    comma is taken, and a point elsewhere.
    """
    found = {name: columns[name] for name in names if name in columns}
    evidence = {name: decimal_evidence(column.texts) for name, column in found.items()}
    signs = {name: _sign(name, found[name], some) for name, some in evidence.items()}
    open_names = [name for name, some in evidence.items() if some.example and not signs[name]]
    by_sums = sign_by_sums(found, signs) if open_names else ""
    shown = by_sums or next(filter(None, signs.values()), "")
    guess = shown or answer or ("," if delimiter == ";" else ".")
    read = {name: parse_numbers(column.texts, decimal=signs[name] or guess) for name, column in found.items()}
    values = {name: found[name].spread(numbers.values) for name, numbers in read.items()}
    notes = [_guessed(found[name].header, evidence[name].example, guess) for name in open_names if shown]
    questions = [
        decimal_question(found[name].header, evidence[name].example, guess=guess)
        for name in open_names[:1]
        if not shown and not answer
    ]
    currency = next(filter(None, (numbers.currency for numbers in read.values())), "")
    measures = read[UNITS].measures if UNITS in read else ()
    notes += [Note("currency", {"found": currency})] if currency else []
    notes += [Note("measured", {"column": found[UNITS].header, "found": list(measures)})] if measures else []
    used = {name: sign or guess for name, sign in signs.items()}
    return NumberColumns(values, tuple(notes), tuple(questions), used)


def _sign(name: str, column: Column, evidence: DecimalEvidence) -> str:
    if evidence.sign or not evidence.example or name != UNITS:
        return evidence.sign
    return sign_by_writing(column)


def decimal_question(header: str, example: str, *, guess: str) -> Question:
    """Whether "1.250" is one and a quarter or more than a thousand."""
    read = {"if_point": _read_as(example, "."), "if_comma": _read_as(example, ",")}
    return Question("decimal", {"column": header, "found": example, **read}, SIGNS, guess)


def _guessed(header: str, example: str, sign: str) -> Note:
    return Note("decimal_guessed", {"column": header, "found": example, "read_as": _read_as(example, sign)})


def _read_as(text: str, sign: str) -> float:
    return float(parse_numbers(np.array([text], dtype=object), decimal=sign).values[0])
