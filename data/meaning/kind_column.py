"""Columns that may say what kind of row each is, or something else: their values decide."""

from collections.abc import Callable, Mapping

from data.columns import CATEGORY, INVOICE, KIND, TAKEN_BACK
from data.headers.header_key import header_key
from data.tables.column import Column
from data.tills.row_words import NO_WORDS, REFUND_WORDS, SALE_KINDS, STOCK_KINDS, VOID_KINDS, YES_WORDS

OPEN_HEADERS = ("type", "typ", "tipo")  # a kind of sale, or a kind of product
KINDS = SALE_KINDS | REFUND_WORDS | VOID_KINDS
FLAGS = YES_WORDS | NO_WORDS


def meant_names(columns: Mapping[str, Column]) -> dict[str, str]:
    """Of each column the name that its values give it; "" for one that is of no use.

    `Type` with sales and refunds is the kind of row, with coffee and tea the category; `Refund` is a flag only if all
    that it holds is yes, no or nothing.
    """
    names = {name: name for name in columns}
    if CATEGORY in columns and KIND not in columns and _is_open_kind(columns[CATEGORY]):
        names[CATEGORY] = KIND
    if INVOICE in columns and KIND not in columns and _names_kinds(columns[INVOICE]):
        names[INVOICE] = KIND
    if KIND in columns and header_key(columns[KIND].header) in OPEN_HEADERS and not _is_open_kind(columns[KIND]):
        names[KIND] = ""
    if TAKEN_BACK in columns and not _all(columns[TAKEN_BACK], FLAGS.__contains__):
        names[TAKEN_BACK] = ""
    return names


def _is_open_kind(column: Column) -> bool:
    """Whether a header that leaves it open has kinds of sale below it, kinds of booking among them or not."""
    return header_key(column.header) in OPEN_HEADERS and _names_kinds(column)


def _names_kinds(column: Column) -> bool:
    words = {text.strip().casefold() for text in column.texts} - {""}
    return bool(words & KINDS) and words <= KINDS | STOCK_KINDS


def _all(column: Column, rule: Callable[[str], bool]) -> bool:
    return all(rule(text.strip().casefold()) for text in column.texts)
