"""One column of a table as text: its different texts, and which of them each row has.

A till repeats itself: half a million rows hold a few hundred dates and prices. So every text is read once.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
        return self.texts_are(lambda text: not text or text.isspace())

    def texts_are(self, rule: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Which rows hold a text that keeps a rule, (n_rows,)."""
        keeps = np.fromiter((rule(text) for text in self.texts), dtype=bool, count=len(self.texts))
        return np.asarray(keeps[self.codes])


def column_of(header: str, texts: list[str], codes: Codes) -> Column:
    """A column of texts that may repeat; they come in the order of their first place.

    >>> column_of("Item", ["Tea", "Tea"], np.array([0, 1])).codes
    array([0, 0])
    """
    places: dict[str, int] = {}
    renumbered = np.array([places.setdefault(text, len(places)) for text in texts], dtype=np.int64)
    return Column(header, np.array(list(places), dtype=object), renumbered[codes])
