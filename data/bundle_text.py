"""The parts of a bundle as one text: "6 x BEER; 1 x GLASS"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.value_rules import is_empty

UNITS_FIRST = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×*]\s+(\S.*)|(\d+(?:[.,]\d+)?)\s*[×*]\s*(\S.*)", re.IGNORECASE)
UNITS_LAST = re.compile(r"(.*\S)\s+[x×*]\s*(\d+(?:[.,]\d+)?)", re.IGNORECASE)


@dataclass(frozen=True)
class PartsRule:
    """Parts in words; they are kept as parts_text writes them."""

    wanted: str = 'units and codes of products such as "6 x BEER; 1 x GLASS"'

    def kept(self, found: object) -> str | None:
        if is_empty(found):
            return None
        if not isinstance(found, str):
            raise ValueError
        return parts_text(parts_said(found))


def parts_said(text: str) -> dict[str, float]:
    """Units by SKU; a part without a number is one unit. ValueError where a part is named twice or units are none.

    >>> parts_said("6 x BEER; GLASS x 2; Crate")
    {'BEER': 6.0, 'GLASS': 2.0, 'Crate': 1.0}
    """
    parts: dict[str, float] = {}
    for piece in filter(None, (piece.strip() for piece in re.split(r"[;\n]", text))):
        sku, units = _part(piece)
        if sku in parts or units <= 0:
            raise ValueError(f"parts must be {PartsRule.wanted}, got {text!r}")
        parts[sku] = units
    return parts


def parts_text(parts: Mapping[str, float]) -> str:
    """Parts as one text; parts_said reads it back.

    >>> parts_text({"BEER": 6.0, "GLASS": 0.5})
    '6 x BEER; 0.5 x GLASS'
    """
    return "; ".join(f"{_plain(units)} x {sku}" for sku, units in parts.items())


def _part(piece: str) -> tuple[str, float]:
    first, last = UNITS_FIRST.fullmatch(piece), UNITS_LAST.fullmatch(piece)
    if first:
        return (first[2] or first[4]).strip(), _number(first[1] or first[3])
    return (last[1].strip(), _number(last[2])) if last else (piece, 1.0)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _plain(units: float) -> str:
    """The shortest text of exactly this number.

    >>> _plain(6.0), _plain(0.25)
    ('6', '0.25')
    """
    return str(int(units)) if float(units).is_integer() else repr(float(units))
