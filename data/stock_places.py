"""Stock in several places: a column for each place, or a row. It is summed, or that of the place that was chosen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.choices import ReadingChoices
from data.columns import ON_HAND, PRODUCT_HEADERS, header_key
from data.report import Note
from data.tills import ProductList
from data.tills.headers import exact_key
from data.value_rules import Value

ALL = "all"
IN_BRACKETS = re.compile(r"(?P<stock>[^\[(]+)[\[(](?P<place>[^\])]+)[\])]\s*")
BEHIND_SIGN = re.compile(r"(?P<stock>.+?)\s*(?:[-–:/|]\s+|\s[-–:/|]|:)\s*(?P<place>.+)")
REMARKS = frozenset({"current", "new", "noteditable", "units", "pcs", "total", "stuck", "stueck"})


@dataclass(frozen=True)
class StockPlaces:
    """columns: position of the column of each place, by its name; empty where there are not several.

    chosen: the place whose stock counts, ALL for the sum. only: position of the column where there is one place.
    """

    columns: Mapping[str, int]
    chosen: str = ALL
    only: int | None = None

    @property
    def counted(self) -> list[str]:
        """The places whose stock counts."""
        return list(self.columns) if self.chosen == ALL else [self.chosen]


def stock_places(headers: Sequence[str], kind: ProductList, choices: ReadingChoices) -> StockPlaces:
    """The columns of a list that hold the stock of one place each."""
    columns: dict[str, int] = {}
    for position, header in enumerate(headers):
        place = _place(header, kind, after=headers[:position])
        if place:
            columns.setdefault(place, position)
    if len(columns) < 2:
        return StockPlaces({}, only=next(iter(columns.values()), None))
    return StockPlaces(columns, chosen_place(columns, choices))


def chosen_place(places: Iterable[str], choices: ReadingChoices) -> str:
    """The place that the owner chose, ALL where she chose none."""
    return choices.answer("location", (ALL, *places)) or ALL


def location_notes(places: Sequence[str], chosen: str) -> tuple[Note, ...]:
    """That stock is in several places, and whose was taken."""
    if len(places) < 2:
        return ()
    if chosen == ALL:
        return (Note("locations_summed", {"places": list(places)}),)
    return (Note("location_chosen", {"place": chosen, "others": [place for place in places if place != chosen]}),)


def summed(values: Sequence[Sequence[Value]]) -> list[Value]:
    """The sums of numbers row by row, None where no number is known.

    >>> summed([[1.0, None, None], [2.0, 3.0, None]])
    [3.0, 3.0, None]
    """
    rows = ([value for value in row if isinstance(value, int | float)] for row in zip(*values, strict=True))
    return [sum(row) if row else None for row in rows]


def first_known(values: Sequence[Sequence[Value]]) -> list[Value]:
    """Row by row the first value that is known, None where none is.

    >>> first_known([[None, None], [2.5, None]])
    [2.5, None]
    """
    return [next((value for value in row if value is not None), None) for row in zip(*values, strict=True)]


def _place(header: str, kind: ProductList, *, after: Sequence[str]) -> str:
    """The place that a header of stock names, "" where it is no such header."""
    if kind.stock_after:
        is_place = kind.stock_after in after and not any(exact_key(header) in some for some in kind.signatures)
        return header.strip() if is_place else ""
    if kind.stock_prefix:
        return _behind(kind.stock_prefix, header)
    return _plain_place(header)


def _behind(prefix: str, header: str) -> str:
    """What stands behind a prefix, without the signs around it.

    >>> _behind("In stock", "In stock [My shop]"), _behind("inventory_", "inventory_Main_Outlet")
    ('My shop', 'Main Outlet')
    """
    if not header.casefold().startswith(prefix.casefold()):
        return ""
    return header[len(prefix) :].replace("_", " ").strip(" []()-:")


def _plain_place(header: str) -> str:
    """The place in a header such as "Stock (Berlin)" or "On hand - Berlin"."""
    for pattern in (IN_BRACKETS, BEHIND_SIGN):
        match = pattern.fullmatch(header.strip())
        if match and header_key(match["stock"]) in PRODUCT_HEADERS[ON_HAND]:
            return "" if exact_key(match["place"]) in REMARKS else match["place"].strip()
    return ""
