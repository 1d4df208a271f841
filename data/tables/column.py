"""One column of a table as text: its different texts, and which of them each row has.

A till repeats itself: half a million rows hold a few hundred dates and prices. So every text is read once.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller
from typing import Any

import numpy as np
from numpy.typing import NDArray

Texts = NDArray[np.object_]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Column:
    """header: as found. texts: different texts, (n_texts,). codes: of each row its place in them, (n_rows,)."""

    header: str
    texts: Texts
    codes: Codes

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """Values of the texts, given to the rows.

        >>> Column("Qty", np.array(["1", "2"], object), np.array([0, 1, 0])).spread(np.array([1.0, 2.0]))
        array([1., 2., 1.])
        """
        return values[self.codes]

    def mapped(self, change: Callable[[str], str]) -> "Column":
        """The column with every text changed; texts that become equal become one."""
        return column_of(self.header, [change(text) for text in self.texts], self.codes)

    def is_blank(self) -> NDArray[np.bool_]:
        """Which rows hold nothing but blanks, (n_rows,)."""
        return self._rows_of(self._blank_texts)

    def texts_are(self, rule: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Which rows hold a text that keeps a rule, (n_rows,)."""
        return self._rows_of(np.fromiter(map(rule, self.texts), dtype=bool, count=len(self.texts)))

    def texts_say(self, words: Collection[str]) -> NDArray[np.bool_]:
        """Which rows hold one of these words, written in small letters, and nothing else, (n_rows,).

        >>> Column("Type", np.array([" Refund ", "Sale"], object), np.array([0, 1])).texts_say({"refund"})
        array([ True, False])
        """
        plain = map(str.casefold, map(str.strip, self.texts))
        return self._rows_of(np.fromiter(map(words.__contains__, plain), dtype=bool, count=len(self.texts)))

    def texts_begin(self, prefix: str) -> NDArray[np.bool_]:
        """Which rows hold a text that begins so, blanks before it aside, (n_rows,)."""
        begins = map(methodcaller("startswith", prefix), map(str.lstrip, self.texts))
        return self._rows_of(np.fromiter(begins, dtype=bool, count=len(self.texts)))

    @cached_property
    def _blank_texts(self) -> NDArray[np.bool_]:
        blank = np.fromiter(map(str.isspace, self.texts), dtype=bool, count=len(self.texts))
        return np.asarray(blank | (self.texts == ""))

    def _rows_of(self, keeps: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.asarray(keeps[self.codes]) if keeps.any() else np.zeros(len(self.codes), dtype=bool)


def column_of(header: str, texts: list[str], codes: Codes) -> Column:
    """A column of texts that may repeat; they come in the order of their first place.

    >>> column_of("Item", ["Tea", "Tea"], np.array([0, 1])).codes
    array([0, 0])
    """
    places: dict[str, int] = {}
    renumbered = np.array([places.setdefault(text, len(places)) for text in texts], dtype=np.int64)
    return Column(header, np.array(list(places), dtype=object), renumbered[codes])
