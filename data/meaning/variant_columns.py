"""Several columns that together name the variant of a product, such as color and size, made one."""

from collections.abc import Mapping, Sequence

import numpy as np

from data.columns import VARIANT
from data.headers.header_key import header_key
from data.reading.product_keys import PLACEHOLDERS
from data.tables.column import Column, column_of
from data.tables.word_set import word_set

BETWEEN = " / "
OPTIONS = word_set(
    """size grosse taille talla taglia tamanho maat color colour farbe couleur colore cor kleur flavor flavour
    geschmack geschmacksrichtung saveur sabor gusto sapore smaak option1 option2 option3 option1value option2value
    option3value optionvalue1 optionvalue2 optionvalue3 variant1 variant2 variante1 variante2 attribute1value
    attribute2value attribute1values attribute2values"""
)


def variant_places(headers: Sequence[str], places: Mapping[str, int]) -> dict[str, int]:
    """The columns of a plain table that each tell one option of a variant, by a name of their own, in their order.

    A column that tells the whole variant makes them needless.

    >>> variant_places(["Date", "Item", "Colour", "Size", "Qty"], {"day": 0, "name": 1, "variant": 3, "units": 4})
    {'variant:2': 2, 'variant:3': 3}
    """
    if VARIANT in places and header_key(headers[places[VARIANT]]) not in OPTIONS:
        return {}
    taken = {place for name, place in places.items() if name != VARIANT}
    free = [place for place, header in enumerate(headers) if header_key(header) in OPTIONS and place not in taken]
    return {f"{VARIANT}:{place}": place for place in free}


def with_one_variant(columns: Mapping[str, Column]) -> dict[str, Column]:
    """The columns with those of `variant_places` as one."""
    options = [column for name, column in columns.items() if name.startswith(f"{VARIANT}:")]
    kept = {name: column for name, column in columns.items() if not name.startswith(f"{VARIANT}:")}
    return {**kept, VARIANT: joined(options)} if options else kept


def joined(options: Sequence[Column]) -> Column:
    """The texts of several columns as one; those that tell nothing are left aside."""
    found = options[0].mapped(_told)
    for option in options[1:]:
        found = _pair(found, option.mapped(_told))
    return found


def _pair(one: Column, other: Column) -> Column:
    pairs, codes = np.unique(one.codes * len(other.texts) + other.codes, return_inverse=True)
    parts = [(one.texts[pair // len(other.texts)], other.texts[pair % len(other.texts)]) for pair in pairs]
    return column_of(one.header, [BETWEEN.join(filter(None, part)) for part in parts], codes)


def _told(text: str) -> str:
    plain = text.strip()
    return "" if plain.casefold() in PLACEHOLDERS - {"0"} else plain
