"""Where a table has the columns that we know, by its headers."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from data.headers.header_key import column_key

WITH_TAX = re.compile(  # "Total c/ IVA", "Preis inkl. MwSt.", "Montant TTC": whether tax is in it
    r"[\s_]+(?:(?:incl|inkl|exkl|excl|ex|inc|con|com|sin|sem|senza|zonder|hors|c/|s/|plus)\.?[\s_]*"
    r"(?:vat|mwst|ust|tva|iva|btw|tax|gst)\b\.?|(?:vat|mwst|ust|tva|iva|btw|tax|gst)[\s_]*"
    r"(?:incl|inkl|included|excl|comprise|incluido|inclu[ií]do|inclusa|inclusief)\b\.?|ttc\b|ht\b|netto\b|brutto\b)\s*$",
    re.IGNORECASE,
)
WITH_PLACE = ("currentquantity",)  # Square writes the name of the shop behind: "Current Quantity My Shop"


def find_columns(headers: Iterable[str], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Position of the column of each canonical name that the headers have; a column serves one name.

    >>> from data.headers.sales_headers import SALES_HEADERS
    >>> find_columns(["Datum", "Artikel", "Menge"], SALES_HEADERS)
    {'day': 0, 'name': 1, 'units': 2}
    """
    headers = tuple(headers)
    positions = _positions(headers)
    found: dict[str, int] = {}
    for name, synonyms in wanted.items():
        free = [positions[header] for header in synonyms if header in positions]
        free += [place for place, header in enumerate(headers) if _says_twice(header, synonyms)]
        position = next((place for place in free if place not in found.values()), None)
        if position is not None:
            found[name] = position
    return found


def _positions(headers: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for place, header in enumerate(headers):
        key = column_key(header)
        key = next((start for start in WITH_PLACE if key.startswith(start)), key)
        positions.setdefault(key, place)
    for place, header in enumerate(headers):
        positions.setdefault(column_key(WITH_TAX.sub("", header)), place)
    return positions


def _says_twice(header: str, synonyms: Collection[str]) -> bool:
    """Whether a header says one thing in several languages.

    >>> _says_twice("Aantal / Quantité", ["aantal", "quantite"]), _says_twice("Qty / case", ["qty"])
    (True, False)
    """
    parts = re.split(r"\s*[/|]\s*", header)
    return len(parts) > 1 and all(column_key(part) in synonyms for part in parts)
