"""What grows too old to be sold while days are rolled forward; what came first is sold first.

Units and whole days, arrays (ways, products).
"""

import numpy as np

from inventory.check import FloatArray, IntArray


class Ageing:
    """Stock by age, kept as sums: what arrived by each day less what left the shelf since is what is older.

    shelf_life_days: (products,) days in which a unit can be sold, that of its arrival included; parts of a day do not
    count, and less than one is one. on_hand: (ways, products) on the first morning, all of it fresh.

    >>> bread = Ageing(np.array([2.0]), on_hand=np.array([[10.0]]), days=3)
    >>> [bread.thrown_away(day, received=np.array([[5.0]]), sold=np.array([[4.0]])).item() for day in range(3)]
    [0.0, 7.0, 1.0]
    """

    def __init__(self, shelf_life_days: FloatArray, *, on_hand: FloatArray, days: int) -> None:
        self._life: IntArray = np.maximum(np.floor(np.minimum(shelf_life_days, days + 1)), 1).astype(np.int64)
        self._each = np.arange(self._life.size)
        self._arrived = np.zeros((days, *on_hand.shape))
        self._in_all, self._gone = on_hand.copy(), np.zeros(on_hand.shape)

    def thrown_away(self, day: int, *, received: FloatArray, sold: FloatArray) -> FloatArray:
        """Units whose last day this was, in its evening; each day is asked for once, in order."""
        self._in_all = self._in_all + received
        self._arrived[day] = self._in_all
        self._gone = self._gone + sold
        last = day + 1 - self._life
        due = self._arrived[np.maximum(last, 0), :, self._each].T
        spoiled = np.where(last >= 0, np.maximum(due - self._gone, 0.0), 0.0).round(3)
        self._gone = self._gone + spoiled
        return np.asarray(spoiled, dtype=np.float64)
