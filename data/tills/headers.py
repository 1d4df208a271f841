"""Headers of a known export: matched as they are written, brackets and all, then by their words alone.

"Price (Gross)" and "Price (Net)" are two columns of one till; "Price [My shop]" is the price of a shop with some name.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.headers.header_key import header_key

Signature = frozenset[str]


@dataclass(frozen=True)
class HeaderKeys:
    """exact: of each header its letters and digits; loose: the same without what stands in brackets."""

    exact: tuple[str, ...]
    loose: tuple[str, ...]

    @classmethod
    def of(cls, headers: Sequence[str]) -> "HeaderKeys":
        return cls(tuple(map(exact_key, headers)), tuple(map(header_key, headers)))

    def has(self, signature: Signature) -> bool:
        """Whether all headers of a signature are there.

        >>> HeaderKeys.of(["Price (Net)", "Item"]).has(signature_of("Price (Gross)", "Item"))
        False
        """
        return signature <= {*self.exact, *self.loose}

    def places(self, wanted: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
        """Position of the column of each canonical name; a column serves one name."""
        found: dict[str, int] = {}
        for name, keys in wanted.items():
            candidates = (place for key in keys for place in self._having(key))
            place = next((place for place in candidates if place not in found.values()), None)
            if place is not None:
                found[name] = place
        return found

    def _having(self, key: str) -> list[int]:
        exact = [place for place, known in enumerate(self.exact) if known == key]
        return exact or [place for place, known in enumerate(self.loose) if known == key]


def exact_key(header: str) -> str:
    """The letters and digits of a header, without regard to case and accents.

    >>> exact_key("Price (Net)"), exact_key("Reçu n°"), exact_key("item-price")
    ('pricenet', 'recun', 'itemprice')
    """
    plain = unicodedata.normalize("NFKD", header.replace("ß", "ss")).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


def headers_of(places: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Headers by canonical column, written with a bar between several, the best first.

    >>> headers_of({"units": "Qty", "revenue": "Price (Net) | Prix (HT)"})
    {'units': ('qty',), 'revenue': ('pricenet', 'prixht')}
    """
    return {name: tuple(map(exact_key, headers.split("|"))) for name, headers in places.items()}


def signature_of(*headers: str) -> Signature:
    """Headers as a signature holds them."""
    return frozenset(map(exact_key, headers))
