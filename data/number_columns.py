"""The number columns of a table, read with one another's evidence of the decimal sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.column import Column
from data.numbers import decimal_evidence, parse_numbers
from data.report import Note


@dataclass(frozen=True)
class NumberColumns:
    """values: by canonical name the number of each row, NaN where there is none, (n_rows,)."""

    values: Mapping[str, NDArray[np.float64]]
    notes: tuple[Note, ...]


def read_number_columns(columns: Mapping[str, Column], names: Iterable[str], *, delimiter: str) -> NumberColumns:
    """The numbers of the columns of these names that the table has.

    The decimal sign of a column is what its texts show, else what other columns show, else a comma in files cut by
    semicolons, as programs write them where the comma is taken, and a point elsewhere. Where a column's own texts did
    not decide, a note says how one of them was read.
    """
    found = {name: columns[name] for name in names if name in columns}
    evidence = {name: decimal_evidence(column.texts) for name, column in found.items()}
    shown = next((some.sign for some in evidence.values() if some.sign), "")
    values, notes, currencies = {}, [], []
    for name, column in found.items():
        sign = evidence[name].sign or shown or ("," if delimiter == ";" else ".")
        numbers = parse_numbers(column.texts, decimal=sign)
        values[name] = column.spread(numbers.values)
        currencies.append(numbers.currency)
        if evidence[name].example and not evidence[name].sign:
            read_as = float(parse_numbers(np.array([evidence[name].example], dtype=object), decimal=sign).values[0])
            notes.append(
                Note("decimal_guessed", {"column": column.header, "found": evidence[name].example, "read_as": read_as})
            )
    currency = next(filter(None, currencies), "")
    return NumberColumns(values, (*notes, *((Note("currency", {"found": currency}),) if currency else ())))
