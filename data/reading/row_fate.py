"""Which rows of a table are used, and why the others are not."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.tables.column import Column

Rows = NDArray[np.bool_]


@dataclass
class RowFate:
    """Every row has one fate: used, or left out for the first reason that was found.

    reasons: in the order in which they were first given. codes: of each row, 0 where used, else place in reasons + 1.
    """

    size: int
    reasons: list[str] = field(default_factory=list)
    where_found: dict[str, Column] = field(default_factory=dict)
    codes: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = np.zeros(self.size, dtype=np.int64)

    @property
    def used(self) -> Rows:
        return np.asarray(self.codes == 0)

    def leave_out(self, rows: Rows, reason: str, found_in: Column | None = None) -> None:
        """Leave out those of these rows that are still used. `found_in` is the column that shows the reason.

        >>> fate = RowFate(2)
        >>> fate.leave_out(np.array([True, False]), "cancelled")
        >>> fate.used
        array([False,  True])
        """
        rows = rows & self.used
        if not rows.any():
            return
        if reason not in self.reasons:
            self.reasons.append(reason)
        if found_in is not None:
            self.where_found.setdefault(reason, found_in)
        self.codes[rows] = self.reasons.index(reason) + 1

    def left_out_for(self, reason: str) -> NDArray[np.int64]:
        """Places of the rows left out for a reason."""
        return np.flatnonzero(self.codes == self.reasons.index(reason) + 1)
