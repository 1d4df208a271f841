"""Finding a product by some letters of its name or number: accents, case and the order of words do not matter."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Findable:
    """What can be found: the texts that are searched, made once, a product's name before its number."""

    numbers: tuple[str, ...]
    keys: tuple[str, ...]

    def fits(self, text: str) -> list[bool]:
        """Whether every word of a text occurs in each product's name or number."""
        words = search_key(text).split()
        return [all(word in key for word in words) for key in self.keys]


def search_key(text: str) -> str:
    """A text as it is compared.

    >>> search_key("Café CRÈME  №5")
    'cafe creme no5'
    """
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def findable(skus: Sequence[str], names: Sequence[str]) -> Findable:
    """Products made ready to be found."""
    numbers = tuple(search_key(sku) for sku in skus)
    return Findable(numbers, tuple(f"{search_key(name)} {number}" for name, number in zip(names, numbers, strict=True)))


def find(products: Findable, text: str, *, most: int) -> list[int]:
    """Rows of the products in which every word of `text` occurs, at most `most`.

    First the one with that number, then those whose name or number begins so, then those with words that begin so, then
    the others; each in the order given.

    >>> find(findable(["7", "8", "9"], ["Green tea", "Teapot", "Steam iron"]), "tea", most=9)
    [1, 0, 2]
    """
    wanted = search_key(text)
    if not wanted:
        return []
    rows = [row for row, fits in enumerate(products.fits(wanted)) if fits]
    return sorted(rows, key=lambda row: _distance(products, row, wanted))[:most]


def _distance(products: Findable, row: int, wanted: str) -> int:
    key, number = products.keys[row], products.numbers[row]
    if number == wanted:
        return 0
    if key.startswith(wanted) or number.startswith(wanted):
        return 1
    return 2 if f" {wanted.split()[0]}" in key else 3
