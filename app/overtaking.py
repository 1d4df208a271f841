"""Of calls that follow each other faster than they can be answered, only the newest is worked on.

A slider that is dragged asks for every place it passes; to answer them all in turn would keep the owner waiting for the
last, which is all she wants to see.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from dash.exceptions import PreventUpdate

VISITS_REMEMBERED = 100


@dataclass
class Turns:
    """Whose turn it is: one call of a visit at a time, and the newest of those that wait."""

    _numbers: OrderedDict[str, int] = field(default_factory=OrderedDict)
    _counting: Any = field(default_factory=threading.Lock)
    _working: Any = field(default_factory=threading.Lock)

    def answer(self, visit: str, work: Callable[[], Any]) -> Any:
        """What `work` returns; raises PreventUpdate where a newer call of the same visit came meanwhile."""
        with self._counting:
            mine = self._numbers.get(visit, 0) + 1
            self._numbers[visit] = mine
            self._numbers.move_to_end(visit)
            if len(self._numbers) > VISITS_REMEMBERED:
                self._numbers.popitem(last=False)
        with self._working:
            if self._numbers.get(visit, mine) != mine:
                raise PreventUpdate
            return work()


def newest(handler: Callable[..., Any]) -> Callable[..., Any]:
    """`handler`, whose first value names the visit of a page and is not handed on; calls that were overtaken end."""
    turns = Turns()

    @wraps(handler)
    def in_turn(visit: str | None, *values: Any) -> Any:
        return turns.answer(visit or "", lambda: handler(*values))

    return in_turn
