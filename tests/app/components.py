"""Reading pages without a browser: their words, and the parts of a kind."""

from collections.abc import Iterator
from typing import Any


def parts(component: Any) -> Iterator[Any]:
    """The component and everything in it, in the order in which it is read."""
    yield component
    inside = component if isinstance(component, (list, tuple)) else getattr(component, "children", None)
    for child in inside if isinstance(inside, (list, tuple)) else [inside]:
        if child is not None:
            yield from parts(child)


def words(component: Any) -> str:
    """All that is written in a component, in the order in which it is read."""
    return " ".join(str(part) for part in parts(component) if isinstance(part, (str, int, float)))


def of_kind(component: Any, kind: str) -> list[Any]:
    """All parts of a kind such as "Link"."""
    return [part for part in parts(component) if type(part).__name__ == kind]


def with_id(component: Any, wanted: object) -> Any:
    """The part with an id; an error where there is none."""
    return next(part for part in parts(component) if getattr(part, "id", None) == wanted)


def table_rows(component: Any) -> dict[str, list[str]]:
    """The rows of all tables in a component: first cell -> the words of the other cells."""
    rows = [[words(cell) for cell in of_kind(row, "Td")] for row in of_kind(component, "Tr") if not of_kind(row, "Th")]
    return {row[0]: row[1:] for row in rows if row}
