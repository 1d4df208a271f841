"""Spread: who works on the parts of a shop, one after the other or many at once."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


class Spread(Protocol):
    """Whoever does the same work on many parts."""

    def run(self, work: Callable[[Part], Result], parts: Iterable[Part]) -> Iterator[Result]:
        """The results of all parts, in their order.

        `work` is a function at the top of its module, or a partial of one; parts and results can be pickled. So other
        processes and other machines can do it.
        """


class InTurn:
    """One part after the other, in this process."""

    def run(self, work: Callable[[Part], Result], parts: Iterable[Part]) -> Iterator[Result]:
        """As Spread.run."""
        return map(work, parts)


IN_TURN = InTurn()
