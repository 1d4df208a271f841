"""Stock in several places: a column for each place, or a row. It is summed, or that of the place that was chosen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.choices import ReadingChoices
from data.columns import ON_HAND
from data.headers.header_key import header_key
from data.headers.product_headers import PRODUCT_HEADERS
from data.report import Note, Question
from data.tables.word_set import word_set
from data.tills import ProductList
from data.tills.headers import exact_key
from data.value_rules import Value

ALL = "all"
IN_BRACKETS = re.compile(r"(?P<stock>[^\[(]+)[\[(](?P<place>[^\])]+)[\])]\s*")
BEHIND_SIGN = re.compile(r"(?P<stock>.+?)\s*(?:[-–:/|]\s+|\s[-–:/|]|:)\s*(?P<place>.+)")
REMARKS = frozenset({"current", "new", "noteditable", "units", "pcs", "total", "stuck", "stueck"})
IN_PACKS = word_set(
    """cases case boxes box packs pack cartons carton ve kartons karton kisten kiste gebinde cajas cartoni scatole
    caixas dozen dozens cs ctn pallets paletten colis pakken dozen"""
)
STOCK = word_set(
    "stock onhand stockonhand qtyonhand quantityonhand instock bestand lagerbestand existencias giacenza scorta "
    "estoque voorraad inventory"
)
NO_PLACES = word_set(  # beside the word for stock they tell something else than a place
    """min max minimum maximum minimal maximal mini maxi alert warning value level levels wert valeur valor valore
    waarde en im auf am au aux de du op lager count counted date datum status threshold target reorder safety low high
    soll ist old new alt neu actual current
    price cost type unit units uom pcs policy control management tracked tracking take taking keeping code number no nr
    item items name id description location movement turnover days group category quantity qty on order in out available
    reserved committed incoming transit total limit note notes check aktuell actuel actual alarm sicherheit mindest"""
)


@dataclass(frozen=True)
class StockPlaces:
    """columns: position of the column of each place, by its name; empty where there are not several.

    chosen: the place whose stock counts, ALL for the sum. only: position of the column where there is one place.
    is_open: whether the owner has to say if they are added up.
    """

    columns: Mapping[str, int]
    chosen: str = ALL
    only: int | None = None
    is_open: bool = False

    @property
    def counted(self) -> list[str]:
        """The places whose stock counts."""
        return list(self.columns) if self.chosen == ALL else [self.chosen]


def stock_places(headers: Sequence[str], kind: ProductList, choices: ReadingChoices) -> StockPlaces:
    """The columns of a list that hold the stock of one place each; with them one column without a place, if there is
    but one that names one: whether that is the sum is asked.
    """
    columns: dict[str, int] = {}
    for position, header in enumerate(headers):
        place = _place(header, kind, after=headers[:position])
        if place:
            columns.setdefault(place, position)
    if len(columns) > 1:
        return StockPlaces(columns, chosen_place(columns, choices))
    named = {} if columns or kind.stock_after or kind.stock_prefix else _named_in_words(headers)
    if len(named) == 1:
        named = {**_without_place(headers), **named}
        if len(named) > 1:
            asked = not choices.answer("location", (ALL, *named))
            return StockPlaces(named, chosen_place(named, choices), is_open=asked)
    if len(named) > 1:
        return StockPlaces(named, chosen_place(named, choices))
    return StockPlaces({}, only=next(iter(columns.values()), None))


def stock_in_units(headers: Sequence[str]) -> int | None:
    """The position of the stock in units where other columns hold it in packs; None where there is no choice.

    >>> stock_in_units(["SKU", "Stock (cases)", "Stock (units)"])
    2
    """
    alike = [place for place, header in enumerate(headers) if header_key(header) in PRODUCT_HEADERS[ON_HAND]]
    packs = [place for place in alike if is_in_packs(headers[place])]
    others = [place for place in alike if place not in packs]
    return others[0] if packs and others else None


def is_in_packs(header: str) -> bool:
    """Whether a header says that its numbers are packs.

    >>> is_in_packs("Bestand (VE)"), is_in_packs("Stock (Berlin)")
    (True, False)
    """
    match = IN_BRACKETS.fullmatch(header.strip())
    return match is not None and exact_key(match["place"]) in IN_PACKS


def location_question(stock: StockPlaces) -> tuple[Question, ...]:
    """Whether two columns of stock are added up, where one of them names no place."""
    if not stock.is_open:
        return ()
    places = list(stock.columns)
    return (Question("location", {"found": places}, (ALL, *places), ALL),)


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


def in_units(packs: Sequence[Value], sizes: Sequence[Value]) -> list[Value]:
    """Packs times units of a pack, row by row; None where either is not known.

    >>> in_units([2.0, 3.0], [12.0, None])
    [24.0, None]
    """
    pairs = zip(packs, sizes, strict=True)
    return [
        pack * size if isinstance(pack, int | float) and isinstance(size, int | float) else None for pack, size in pairs
    ]


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
            return "" if exact_key(match["place"]) in REMARKS | IN_PACKS else match["place"].strip()
    return ""


def _named_in_words(headers: Sequence[str]) -> dict[str, int]:
    """The columns such as "Stock Berlin" and "Warehouse stock", by the place."""
    found: dict[str, int] = {}
    for position, header in enumerate(headers):
        is_plain = header_key(header) in PRODUCT_HEADERS[ON_HAND] or re.search(r"[\[(]", header)
        words = [] if is_plain else re.split(r"[\s_]+", header.strip())
        for cut in range(1, len(words)):
            for stock, place in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                if header_key("".join(stock)) in STOCK and not NO_PLACES & {header_key(word) for word in place}:
                    found.setdefault(" ".join(place), position)
    return found


def _without_place(headers: Sequence[str]) -> dict[str, int]:
    """The column that is called stock and nothing else."""
    alike = [place for place, header in enumerate(headers) if header_key(header) in PRODUCT_HEADERS[ON_HAND]]
    return {headers[place]: place for place in alike[:1]}
