"""What a table says last about each product: its newest description, category or price."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.tables.column import Codes, Column


def latest_text(
    column: Column, *, products: Codes, days: NDArray[np.int64], rows: NDArray[np.bool_], size: int
) -> Codes:
    """Place in `column.texts` of the text of each product's last day, (size,); -1 where it has none.

    Among several texts of that day the most frequent wins, then the first by the alphabet, so the order of rows does
    not matter. Only `rows` that are not blank are asked.
    """
    asked = np.flatnonzero(rows & ~column.is_blank())
    places, pairs = pd.factorize(products[asked] * len(column.texts) + column.codes[asked])  # hashes, np.unique sorts
    last = np.full(len(pairs), np.iinfo(np.int64).min)
    np.maximum.at(last, places, days[asked])
    on_last_day = np.bincount(places[days[asked] == last[places]], minlength=len(pairs))
    product, text = np.divmod(pairs, max(1, len(column.texts)))
    by_alphabet = np.empty(len(column.texts), dtype=np.int64)
    by_alphabet[np.argsort(column.texts)] = np.arange(len(column.texts))
    order = np.lexsort((-by_alphabet[text], on_last_day, last, product))
    latest = np.full(size, -1, dtype=np.int64)
    latest[product[order]] = text[order]
    return latest
