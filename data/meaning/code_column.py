"""Columns whose headers may name the product or something else: a reference of the sale, a code of a discount."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.choices import ReadingChoices
from data.columns import INVOICE, NAME, SKU
from data.headers.header_key import header_key
from data.report import Note, Question
from data.tables.column import Column
from data.tables.word_set import word_set

OPEN_CODES = word_set(
    "ref reference referencia referencianr referenz riferimento code codigo codice itemid productid articleid "
    "idarticulo idproducto uniqueid"
)
OFTEN_RECEIPTS = word_set("ref reference referencia referencianr referenz riferimento itemid uniqueid")
OPEN_NAMES = word_set("name nom nombre nome naam title titel titre titulo titolo")
PRODUCT, SALE = "product", "sale"
CODE_MEANING = "code_meaning"
FEWEST_REPEATS = 3
NEW_CODES, OLD_CODES = 0.5, 0.2  # shares of the rows of a known name that bring, or at most bring, a code of their own
MOST_NAMES = 2.0  # of one code, on average: products are renamed, but seldom


@dataclass(frozen=True)
class CodeMeaning:
    """columns: with the codes as SKU, as the number of the sale, or left aside."""

    columns: Mapping[str, Column]
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()


def code_meaning(columns: Mapping[str, Column], choices: ReadingChoices) -> CodeMeaning:
    """What the column taken as SKU tells, by the names beside it, where its header leaves that open.

    The code of a product comes again when its name does; the number of a sale is new each time, and the code of a
    discount or a customer stands beside many names. Where rows are too few to tell, the owner is asked.
    """
    if SKU not in columns or NAME not in columns or SKU in choices.columns or columns[SKU].is_blank().all():
        return CodeMeaning(columns)
    header = header_key(columns[SKU].header)
    names_are_open = header_key(columns[NAME].header) in OPEN_NAMES and NAME not in choices.columns
    if header not in OPEN_CODES:
        return _without_people(columns) if names_are_open else CodeMeaning(columns)
    answer = choices.answer(CODE_MEANING, (PRODUCT, SALE))
    seen = _seen(columns[NAME], columns[SKU])
    meaning = answer or seen.meaning
    if not answer and names_are_open and meaning == SALE:
        meaning = ""
    if not meaning and INVOICE in columns and not seen.has_blanks:
        meaning = PRODUCT  # the number of the sale stands elsewhere
    if not meaning and not (header in OFTEN_RECEIPTS or seen.has_blanks or seen.repeats >= FEWEST_REPEATS):
        return CodeMeaning(columns)
    guess = meaning or (SALE if seen.is_rather_sale else PRODUCT)
    questions = () if meaning else (_question(columns[SKU], guess=guess),)
    if guess == PRODUCT:
        named = _without_people(columns) if names_are_open else CodeMeaning(columns)
        return CodeMeaning(named.columns, named.notes, questions)
    return CodeMeaning(_as_sale(columns), _sale_notes(columns) if meaning else (), questions)


@dataclass(frozen=True)
class _Seen:
    """Of the rows with a name and a code: repeats of names, the share of these with a new code, names of one code."""

    repeats: int
    new_codes: float
    names_of_code: float
    has_blanks: bool

    @property
    def meaning(self) -> str:
        """PRODUCT or SALE, "" where the rows do not tell."""
        if self.repeats < FEWEST_REPEATS:
            return ""
        if self.names_of_code > MOST_NAMES or self.new_codes >= NEW_CODES:
            return SALE
        return PRODUCT if self.new_codes <= OLD_CODES else ""

    @property
    def is_rather_sale(self) -> bool:
        return self.names_of_code > MOST_NAMES or self.new_codes >= NEW_CODES or self.has_blanks


def _seen(name: Column, code: Column) -> _Seen:
    is_told = ~name.is_blank() & ~code.is_blank()
    if not is_told.any():
        return _Seen(0, 0.0, 0.0, has_blanks=True)
    names, codes = name.codes[is_told], code.codes[is_told]
    pairs = len(np.unique(names * len(code.texts) + codes))
    different_names, different_codes = len(np.unique(names)), len(np.unique(codes))
    repeats = len(names) - different_names
    new_codes = (pairs - different_names) / repeats if repeats else 0.0
    has_blanks = bool((~name.is_blank() & code.is_blank()).any())
    return _Seen(repeats, new_codes, pairs / different_codes, has_blanks)


def _without_people(columns: Mapping[str, Column]) -> CodeMeaning:
    """The columns without those names that go with no code of a product: they are names of customers."""
    seen = _seen(columns[SKU], columns[NAME])
    if seen.repeats < FEWEST_REPEATS or seen.new_codes < NEW_CODES or seen.names_of_code <= MOST_NAMES:
        return CodeMeaning(columns)
    values = {"column": columns[NAME].header, "code": columns[SKU].header}
    kept = {name: column for name, column in columns.items() if name != NAME}
    return CodeMeaning(kept, (Note("names_of_people", values),))


def _as_sale(columns: Mapping[str, Column]) -> dict[str, Column]:
    kept = {name: column for name, column in columns.items() if name != SKU}
    return {INVOICE: columns[SKU], **kept} if not columns[SKU].is_blank().any() else kept


def _sale_notes(columns: Mapping[str, Column]) -> tuple[Note, ...]:
    return (Note("code_of_sale", {"column": columns[SKU].header}),)


def _question(column: Column, *, guess: str) -> Question:
    found = next((str(text).strip() for text in column.texts if text.strip()), "")
    return Question(CODE_MEANING, {"column": column.header, "found": found}, (PRODUCT, SALE), guess)
