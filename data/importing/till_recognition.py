"""Which till of the shop a file is from, told by what it shares with the sales that are known.

A till exports what it exported before and some more, so a file that agrees with known sales is of the same till. One
that tells other sales of known days is of another till, or corrects what is known: that, only the owner can say.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from data.choices import NO_CHOICES, ReadingChoices
from data.importing.day_ends import stored_day_ends
from data.importing.file_cells import FileCells, file_cells, stored_cells
from data.importing.import_records import ImportRecord, read_records
from data.importing.import_target import ImportTarget
from data.importing.product_matching import product_names
from data.reading.sales_file import SalesFile
from data.report import Note, Question
from data.sales import CELL
from data.shop import Shop, reading

TILL, REST = "till", "rest"  # codes of questions, and of their answers in ReadingChoices
ANOTHER, KEEP, REMOVE = "another", "keep", "remove"
SAME_TILL = 0.5  # least share of equal cells
MUCH = 0.1  # share of known units that a file does not name
EXAMPLES = 3
SMALL = 1e-6


@dataclass(frozen=True)
class Recognition:
    """target: where the file's sales go. questions: what has to be answered first, by which the target is a guess."""

    target: ImportTarget
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class _Overlap:
    """What a file and one till share: days known of both, the share of equal cells, what the file does not name."""

    till: int
    days: int
    agreement: float
    missing: pd.DataFrame
    missing_share: float


def recognise_till(
    shop: Shop, sales_file: SalesFile, *, choices: ReadingChoices, remembered: ReadingChoices = NO_CHOICES
) -> Recognition:
    """Tell the till of a file by its content and shape; asked is what neither they nor the owner's choices tell.

    Answers to `till` are "another" or the number of a till, those to `rest` "keep" or "remove". A remembered till only
    counts while no other till writes files of this shape.
    """
    with reading(shop) as connection:
        records = read_records(connection)
        if not records:
            return Recognition(ImportTarget(shape=sales_file.shape))
        file = file_cells(connection, sales_file)
        overlaps = [_overlap(connection, file, till) for till in sorted({record.source_id for record in records})]
        names = product_names(connection)
    again = next((record for record in records if record.content_hash == sales_file.content_hash), None)
    if again is not None:
        return _same_file(again, shape=sales_file.shape)
    agreeing = max(overlaps, key=lambda overlap: overlap.agreement)
    if agreeing.agreement >= SAME_TILL:
        return _same_till(agreeing, _joined(remembered, choices), names, shape=sales_file.shape)
    return _other_sales(records, overlaps, choices, remembered, shape=sales_file.shape)


def _same_file(again: ImportRecord, *, shape: str) -> Recognition:
    values = {"file": again.file_name, "day": again.imported_at.date()}
    target = ImportTarget(again.source_id, keeps_rest=True, shape=shape)
    return Recognition(target, notes=(Note("same_file", values),))


def _joined(remembered: ReadingChoices, choices: ReadingChoices) -> ReadingChoices:
    return ReadingChoices({**remembered.answers, **choices.answers})


def _same_till(overlap: _Overlap, choices: ReadingChoices, names: Mapping[int, str], *, shape: str) -> Recognition:
    if overlap.missing_share < MUCH:
        return Recognition(ImportTarget(overlap.till, shape=shape))
    answer = choices.answer(REST, (KEEP, REMOVE))
    units = overlap.missing.groupby("product_id")["units"].sum().sort_values(ascending=False)
    values = {
        "sales": len(overlap.missing),
        "units": float(units.sum()),
        "products": len(units),
        "examples": [names[int(product)] for product in units.index[:EXAMPLES]],
    }
    target = ImportTarget(overlap.till, keeps_rest=answer != REMOVE, shape=shape)
    return Recognition(target, () if answer else (Question(REST, values, (KEEP, REMOVE), KEEP),))


def _other_sales(
    records: tuple[ImportRecord, ...],
    overlaps: list[_Overlap],
    choices: ReadingChoices,
    remembered: ReadingChoices,
    *,
    shape: str,
) -> Recognition:
    """The till of a file that agrees with none: by its shape where one till is left, else as the owner says."""
    of_shape = {record.source_id for record in records if record.shape == shape}
    known = {overlap.till: overlap.days for overlap in overlaps if overlap.days}
    silent = of_shape - known.keys() if known else of_shape or {overlap.till for overlap in overlaps}
    if len(silent) == 1:
        return Recognition(ImportTarget(silent.pop(), shape=shape))
    tills = sorted(known or silent)
    options = (*((ANOTHER,) if known else ()), *map(str, tills))
    answer = choices.answer(TILL, options) or (remembered.answer(TILL, options) if len(of_shape) < 2 else "")
    chosen = answer or options[0]
    new_till = max(record.source_id for record in records) + 1
    target = ImportTarget(new_till if chosen == ANOTHER else int(chosen), shape=shape)
    values = {"days": max(known.values(), default=0), "tills": _names(records, tills)}
    return Recognition(target, () if answer else (Question(TILL, values, options, chosen),))


def _names(records: tuple[ImportRecord, ...], tills: list[int]) -> Mapping[str, str]:
    """The file by which the owner knows a till: its newest one."""
    newest = {record.source_id: record.file_name for record in reversed(records)}
    return {str(till): newest[till] for till in tills}


def _overlap(connection: Connection, file: FileCells, till: int) -> _Overlap:
    before = stored_cells(connection, file, source_id=till)
    ends = stored_day_ends(connection, source_id=till)
    before = before[~before["epoch_day"].isin(ends.index[~ends["is_complete"].astype(bool)])]  # half days
    days = np.intersect1d(before["epoch_day"], file.cells["epoch_day"])
    known, told = (cells[cells["epoch_day"].isin(days)] for cells in (before, file.cells))
    both = known.merge(told, on=CELL, suffixes=("_before", "_after"))
    equal = int(((both["units_before"] - both["units_after"]).abs() < SMALL).sum())
    missing = before.merge(file.cells[CELL], on=CELL, how="left", indicator=True)
    missing = missing[missing["_merge"] == "left_only"]
    return _Overlap(
        till,
        days=len(days),
        agreement=equal / min(len(known), len(told)) if len(days) else 0.0,
        missing=missing,
        missing_share=float(missing["units"].abs().sum() / max(before["units"].abs().sum(), SMALL)),
    )
