"""Columns under unknown headers that say what kind of row each is, or how far a sale is: all their words are such."""

from collections.abc import Mapping

from data.columns import KIND, NAME, SKU, STATUS
from data.meaning.sample import Sample
from data.tables.column import Column
from data.tills.row_words import (
    CANCELLED_WORDS,
    DONE_WORDS,
    REFUND_WORDS,
    REFUNDED_WORDS,
    SALE_KINDS,
    STOCK_KINDS,
    UNFINISHED_WORDS,
    VOID_KINDS,
)

UNDONE = CANCELLED_WORDS | REFUNDED_WORDS | UNFINISHED_WORDS


def told_rows(seen: Sample, places: Mapping[str, int]) -> dict[str, int]:
    """The places of KIND and STATUS where no header tells them and the words of one column do.

    A column of kinds names sales and nothing but kinds; a status has sales that are done and others that are not.
    """
    rules = {KIND: _has_kinds, STATUS: _has_status}
    found: dict[str, int] = {}
    for name in rules.keys() - places.keys():
        told = [place for place in seen.of_kind("text") if rules[name](_words(seen.columns[place]))]
        if len(told) == 1 and (places.keys() & {SKU, NAME} or len(seen.of_kind("text")) > 1):
            found[name] = told[0]
    return found


def _words(column: Column) -> frozenset[str]:
    return frozenset(text.strip().casefold() for text in column.texts) - {""}


def _has_kinds(words: frozenset[str]) -> bool:
    return bool(words & SALE_KINDS) and words <= SALE_KINDS | REFUND_WORDS | VOID_KINDS | STOCK_KINDS


def _has_status(words: frozenset[str]) -> bool:
    undone = {word for word in words if any(f"{word} ".startswith(f"{known} ") for known in UNDONE)}
    return bool(undone) and bool(words - undone) and words - undone <= DONE_WORDS
