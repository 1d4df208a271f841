"""Which product each row of a sales table is about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.columns import NAME, SKU, VARIANT
from data.report import Note
from data.sku_key import sku_key
from data.tables.column import Codes, Column, Texts, column_of
from data.tables.word_set import word_set

PUNCTUATION = re.compile(r"(?<!\d)[-.,;:_/'\"()!?’´`–—]|[-.,;:_/'\"()!?’´`–—](?!\d)")
JOINT = " / "  # between item and variant
EXAMPLES = 3
# as tills and spreadsheets write that there is none
PLACEHOLDERS = word_set("0 00 000 0000 n/a n.a. na nan none null nil - -- --- ? #n/a #ref! #value! #name?")
ERRORS = word_set("#n/a #ref! #value! #name? #div/0! #null! #num! #nv #bezug! #wert! #nom? #valeur!")


@dataclass(frozen=True)
class ProductKeys:
    """skus: the spelling kept of each product, (n_products,), "" is none. codes: product of each row, (n_rows,)."""

    skus: Texts
    codes: Codes
    notes: tuple[Note, ...]

    def is_blank(self) -> NDArray[np.bool_]:
        """Which rows name no product, (n_rows,)."""
        return np.asarray((self.skus == "")[self.codes])


def product_keys(
    columns: Mapping[str, Column], *, placeholder_variants: frozenset[str] = frozenset(), joint: str = JOINT
) -> ProductKeys:
    """The product of each row: its SKU, or item and variant where that is empty or stands for no code.

    Spellings that differ only in letter case or blanks are one product, under the spelling that most rows have; where
    items are known by their names alone, so are those that differ in punctuation.
    """
    named = item_and_variant(columns, placeholder_variants=placeholder_variants, joint=joint)
    if SKU not in columns:
        assert named is not None  # a table without SKU and item is rejected before
        return _merged(named, key_of=name_key)
    if named is None:
        return _merged(columns[SKU], key_of=sku_key)
    shared = _shared_codes(columns)
    empty = [str(text) for text in columns[SKU].texts if text.strip().casefold() in PLACEHOLDERS]
    codes = columns[SKU].mapped(lambda text: "" if text in empty else text)
    keys = _merged(_filled(codes, named), key_of=sku_key)
    told = [Note("placeholder_codes", {"column": columns[SKU].header, "found": empty})] if empty else []
    return ProductKeys(keys.skus, keys.codes, (*told, *shared, *keys.notes))


def _shared_codes(columns: Mapping[str, Column]) -> tuple[Note, ...]:
    """That one code stands for several variants: they are one product then."""
    if VARIANT not in columns:
        return ()
    code, variant = columns[SKU], columns[VARIANT]
    is_told = ~code.is_blank() & ~variant.is_blank()
    pairs = np.unique(code.codes[is_told] * len(variant.texts) + variant.codes[is_told])
    variants = np.bincount(pairs // len(variant.texts), minlength=len(code.texts))
    found = [str(text).strip() for text in code.texts[variants > 1] if text.strip().casefold() not in PLACEHOLDERS]
    return (Note("variants_of_one_code", {"codes": len(found), "found": found[0]}),) if found else ()


def item_and_variant(
    columns: Mapping[str, Column], *, placeholder_variants: frozenset[str], joint: str = JOINT
) -> Column | None:
    """Item and variant of each row as one text; None where the table names no items."""
    if NAME not in columns:
        return None
    name = columns[NAME].mapped(lambda text: "" if text.strip().casefold() in ERRORS else text.strip())
    if VARIANT not in columns:
        return name
    variant = columns[VARIANT].mapped(
        lambda text: "" if text.strip().casefold() in placeholder_variants else text.strip()
    )
    pairs, codes = np.unique(name.codes * len(variant.texts) + variant.codes, return_inverse=True)
    parts = [(name.texts[pair // len(variant.texts)], variant.texts[pair % len(variant.texts)]) for pair in pairs]
    return column_of(name.header, [joint.join(filter(None, part)) if part[0] else "" for part in parts], codes)


def _filled(column: Column, other: Column) -> Column:
    """A column with its blank cells taken from another."""
    blank = column.is_blank()
    if not blank.any():
        return column
    codes = np.where(blank, other.codes + len(column.texts), column.codes)
    return column_of(column.header, [*column.texts, *other.texts], codes)


def name_key(name: str) -> str:
    """The key under which two spellings of a name are the same; signs between digits count, as in 1.5 and 1/5.

    >>> name_key("Coca-Cola, 1.5 l.") == name_key("coca cola 1.5 L"), name_key("-")
    (True, '-')
    """
    return sku_key(PUNCTUATION.sub(" ", name)) or sku_key(name)


def _merged(column: Column, *, key_of: Callable[[str], str]) -> ProductKeys:
    keys = [key_of(text) for text in column.texts]
    keyed = column_of(column.header, keys, column.codes)
    counts = np.bincount(column.codes, minlength=len(column.texts))
    spellings: dict[str, list[tuple[int, str]]] = {}
    for key, text, count in zip(keys, column.texts, counts.tolist(), strict=True):
        if count or key not in spellings:
            spellings.setdefault(key, []).append((-count, text.strip()))
    kept = [min(spellings[key])[1] for key in keyed.texts]
    several = {key: sorted(some) for key, some in spellings.items() if key and len(some) > 1}
    several = {key: some for key, some in several.items() if some[1][0] < 0}
    return ProductKeys(np.array(kept, dtype=object), keyed.codes, _merge_notes(several))


def _merge_notes(several: Mapping[str, list[tuple[int, str]]]) -> tuple[Note, ...]:
    if not several:
        return ()
    first = next(iter(several.values()))
    others = [text for _, text in first[1 : 1 + EXAMPLES]]
    return (Note("merged_spellings", {"products": len(several), "kept": first[0][1], "merged": others}),)
