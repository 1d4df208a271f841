"""What a table says last about each product: its newest description, category or price."""

import numpy as np
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
    last = np.full(size, np.iinfo(np.int64).min)
    np.maximum.at(last, products[asked], days[asked])
    newest = asked[days[asked] == last[products[asked]]]
    pairs, times = np.unique(products[newest] * len(column.texts) + column.codes[newest], return_counts=True)
    product, text = np.divmod(pairs, max(1, len(column.texts)))
    by_alphabet = np.empty(len(column.texts), dtype=np.int64)
    by_alphabet[np.argsort(column.texts)] = np.arange(len(column.texts))
    order = np.lexsort((-by_alphabet[text], times, product))
    latest = np.full(size, -1, dtype=np.int64)
    latest[product[order]] = text[order]
    return latest
