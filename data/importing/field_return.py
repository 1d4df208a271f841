"""Which fields of a product or supplier go back to what they were before a list, and which keep a newer value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.importing.list_states import EDITED, Difference, State, own_fields


@dataclass(frozen=True)
class FieldReturn:
    """back: values of before, by field. kept: the fields that something else has changed since."""

    back: State
    kept: frozenset[str]


def field_return(change: Difference, now: State) -> FieldReturn:
    """What a list changed of a thing that was there before, taken back where it still holds.

    A field is no longer the owner's own where the list made it that, and nothing has changed it since.
    """
    before, after = change.before or {}, change.after
    kept = frozenset(field for field in before if field != EDITED and now[field] not in (before[field], after[field]))
    back = {field: value for field, value in before.items() if field != EDITED and field not in kept}
    if EDITED in before:
        made_own = own_fields(after) - own_fields(before) - kept
        back[EDITED] = " ".join(sorted(own_fields(now) - made_own))
    return FieldReturn(back, kept)


def renamed(change: Difference, field: str, name: Callable[[str], str]) -> Difference:
    """The change with a supplier's name in `field` as the shop spells it now."""

    def spelled(state: State | None) -> Any:
        return state and state | {field: name(state[field])} if state and state.get(field) else state

    return Difference(change.key, spelled(change.before), spelled(change.after))
