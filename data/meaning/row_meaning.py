"""What a row with an amount of money and no quantity is: one sale, or a day's takings of a product."""

import re
from collections.abc import Mapping

import numpy as np

from data.choices import ReadingChoices
from data.columns import DAY, NAME, SKU, VARIANT
from data.headers.header_key import SALES, header_key
from data.report import Question
from data.tables.column import Codes, Column

SALE, TAKINGS, NUMBER = "sale", "takings", "units"
WHOLE = re.compile(r"\s*-?\d{1,4}\s*")
OPEN_HEADERS = (*SALES, "amount", "montant", "importe", "importo", "bedrag", "valor")
LEAST_ROWS = 20
MOST_REPEATED, LEAST_REPEATED = 0.01, 0.1  # shares of the rows whose day and product another row has too
FEW_AMOUNTS, SEVERAL_AMOUNTS = 3, 4  # different amounts of a product: its prices, or what it took


def row_meaning(columns: Mapping[str, Column], amounts: Column, choices: ReadingChoices) -> str | Question:
    """SALE or TAKINGS where the rows show it or the owner said it, NUMBER where she said so, else the question.

    One row per day and product with amounts that differ from day to day are takings; several rows per day and product
    with always the same few amounts are single sales at a price. Whole numbers below `Sales` may be units.
    """
    answer = choices.answer("row_meaning", (SALE, TAKINGS, NUMBER))
    if answer:
        return answer
    first = next((str(text) for text in amounts.texts if text.strip()), "")
    if _may_be_units(amounts):
        options = (NUMBER, TAKINGS, SALE)
        return Question("row_meaning", {"column": amounts.header, "found": first}, options, NUMBER)
    products = _products(columns)
    cells = products * len(columns[DAY].texts) + columns[DAY].codes
    repeated = 1 - len(np.unique(cells)) / len(cells)
    enough = len(cells) >= LEAST_ROWS
    different = np.median(_amounts_per_product(products, amounts))
    if enough and repeated <= MOST_REPEATED and different >= SEVERAL_AMOUNTS:
        return TAKINGS
    if enough and repeated >= LEAST_REPEATED and different <= FEW_AMOUNTS:
        return SALE
    guess = SALE if repeated >= LEAST_REPEATED else TAKINGS
    return Question("row_meaning", {"column": amounts.header, "found": first}, (SALE, TAKINGS), guess)


def _may_be_units(amounts: Column) -> bool:
    is_open = header_key(amounts.header) in OPEN_HEADERS
    return is_open and all(WHOLE.fullmatch(text) for text in amounts.texts if text.strip())


def _products(columns: Mapping[str, Column]) -> Codes:
    codes = np.zeros(len(columns[DAY].codes), dtype=np.int64)
    for name in (SKU, NAME, VARIANT):
        if name in columns:
            codes = codes * len(columns[name].texts) + columns[name].codes
            codes = np.unique(codes, return_inverse=True)[1]
    return codes


def _amounts_per_product(products: Codes, amounts: Column) -> Codes:
    pairs = np.unique(products * len(amounts.texts) + amounts.codes)
    return np.bincount(pairs // len(amounts.texts))
