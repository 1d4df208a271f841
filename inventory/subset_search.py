"""The best choice among steps sorted by worth: a run from the start, then the best part of the steps that follow it.

A run alone is the greedy choice; looking at every part of the next WINDOW steps mends what whole packs leave over. With
no more steps than that the choice is the best there is.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from inventory.check import BoolArray, FloatArray, IntArray

WINDOW = 12
ROUNDING_ERROR = 1e-9


@dataclass(frozen=True, eq=False)
class Steps:
    """Steps in the order in which they are worth taking (steps,): price, worth, and the place of the step that must
    come first, -1 where there is none. Each of the same product is worth no more for its price than the one before it.
    """

    price: FloatArray
    worth: FloatArray
    previous: IntArray


def most_worth(steps: Steps, *, budget: float) -> BoolArray:
    """The steps (steps,) with the most worth for at most `budget`.

    Never falls with the budget: a run that is no longer looked at is worth less than one that is.
    """
    fitting = int(np.searchsorted(np.cumsum(steps.price), budget + ROUNDING_ERROR, side="right"))
    best, taken = -np.inf, np.zeros(steps.price.size, dtype=np.bool_)
    for run in range(fitting, max(fitting - WINDOW, -1), -1):
        window = slice(run, run + WINDOW)
        left = budget - float(steps.price[:run].sum())
        parts = _parts(steps.previous[window] - run)
        price, worth = parts @ steps.price[window], parts @ steps.worth[window]
        number = int(np.where(price <= left + ROUNDING_ERROR, worth, -np.inf).argmax())
        if (total := float(steps.worth[:run].sum() + worth[number])) > best + ROUNDING_ERROR:
            best, taken = total, _taken(parts[number], run=run, size=steps.price.size)
    return taken


def least_price(steps: Steps, *, worth: float) -> BoolArray | None:
    """The steps (steps,) with the least price that are together worth at least `worth`; None where all are too few."""
    reached = np.cumsum(steps.worth)
    if reached.size == 0 or reached[-1] < worth - ROUNDING_ERROR:
        return None if worth > ROUNDING_ERROR else np.zeros(steps.price.size, dtype=np.bool_)
    enough = int(np.searchsorted(reached, worth - ROUNDING_ERROR))
    best, taken = np.inf, np.zeros(steps.price.size, dtype=np.bool_)
    for run in range(max(enough - WINDOW + 1, 0), enough + 1):
        window = slice(run, run + WINDOW)
        left = worth - float(steps.worth[:run].sum())
        parts = _parts(steps.previous[window] - run)
        price, reach = parts @ steps.price[window], parts @ steps.worth[window]
        number = int(np.where(reach >= left - ROUNDING_ERROR, price, np.inf).argmin())
        if (total := float(steps.price[:run].sum() + price[number])) < best - ROUNDING_ERROR:
            best, taken = total, _taken(parts[number], run=run, size=steps.price.size)
    return taken


def _parts(previous: IntArray) -> FloatArray:
    """All parts of a window (parts, steps) as 0 and 1 in which no step comes without the one before it."""
    every = _every_part(previous.size)
    allowed = np.ones(every.shape[0], dtype=np.bool_)
    for step in np.flatnonzero(previous >= 0):
        allowed &= every[:, step] <= every[:, previous[step]]
    return every[allowed]


@cache
def _every_part(size: int) -> FloatArray:
    part = (np.arange(2**size)[:, None] >> np.arange(size)) & 1
    return np.asfortranarray(part, dtype=np.float64)


def _taken(part: FloatArray, *, run: int, size: int) -> BoolArray:
    taken = np.zeros(size, dtype=np.bool_)
    taken[:run] = True
    taken[run : run + part.size] = part > 0
    return taken
