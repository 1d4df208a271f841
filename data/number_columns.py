"""The number columns of a table, read with one another's evidence of the decimal sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.column import Column
from data.numbers import decimal_evidence, parse_numbers
from data.report import Note, Question

SIGNS = (".", ",")


@dataclass(frozen=True)
class NumberColumns:
    """values: by canonical name the number of each row, NaN where there is none, (n_rows,)."""

    values: Mapping[str, NDArray[np.float64]]
    notes: tuple[Note, ...]
    questions: tuple[Question, ...] = ()


def read_number_columns(
    columns: Mapping[str, Column], names: Iterable[str], *, delimiter: str, answer: str = ""
) -> NumberColumns:
    """The numbers of the columns of these names that the table has.

    The decimal sign of a column is what its texts show, else what other columns show, and a note says how one of its
    texts was read. Where no column shows it, it is the owner's `answer`, or a question; meanwhile a comma in files cut
    by semicolons, as programs write them where the comma is taken, and a point elsewhere.
    """
    found = {name: columns[name] for name in names if name in columns}
    evidence = {name: decimal_evidence(column.texts) for name, column in found.items()}
    shown = next((some.sign for some in evidence.values() if some.sign), "")
    values, notes, currencies = {}, [], []
    questions: list[Question] = []
    for name, column in found.items():
        sign = evidence[name].sign or shown or answer or ("," if delimiter == ";" else ".")
        numbers = parse_numbers(column.texts, decimal=sign)
        values[name] = column.spread(numbers.values)
        currencies.append(numbers.currency)
        example = "" if evidence[name].sign else evidence[name].example
        if example and shown:
            read_as = _read_as(example, sign)
            notes.append(Note("decimal_guessed", {"column": column.header, "found": example, "read_as": read_as}))
        elif example and not answer and not questions:
            questions.append(decimal_question(column.header, example, guess=sign))
    currency = next(filter(None, currencies), "")
    currency_note = (Note("currency", {"found": currency}),) if currency else ()
    return NumberColumns(values, (*notes, *currency_note), tuple(questions))


def decimal_question(header: str, example: str, *, guess: str) -> Question:
    """Whether "1.250" is one and a quarter or more than a thousand."""
    read = {"if_point": _read_as(example, "."), "if_comma": _read_as(example, ",")}
    return Question("decimal", {"column": header, "found": example, **read}, SIGNS, guess)


def _read_as(text: str, sign: str) -> float:
    return float(parse_numbers(np.array([text], dtype=object), decimal=sign).values[0])
