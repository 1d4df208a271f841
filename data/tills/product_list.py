"""What is known of one list of products of one till: how it is recognised, and where its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.headers.product_headers import PRODUCT_HEADERS
from data.tills.headers import Signature
from data.tills.till import RowRule


@dataclass(frozen=True)
class ProductList:
    """A list of products, with their stock or without, that is recognised by name.

    signatures: headers that only this list has together; one for each version.
    headers: where each canonical column is, the best first.
    options: headers whose cells together name the variant.
    stock_prefix: how the headers of stock begin that name a place behind it. stock_after: the last header before those
    that are nothing but the name of a place.
    rules: rows that are no product.
    fills_down: columns that only the first row of a handle holds.
    joint, placeholder_variants: as in the till's sales, so that both name a product alike.
    """

    name: str
    signatures: tuple[Signature, ...]
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: PRODUCT_HEADERS)
    options: tuple[str, ...] = ()
    stock_prefix: str = ""
    stock_after: str = ""
    rules: tuple[RowRule, ...] = ()
    fills_down: tuple[str, ...] = ()
    joint: str = " / "
    placeholder_variants: frozenset[str] = frozenset()


PLAIN_LIST = ProductList("", (), placeholder_variants=frozenset({"regular", "default title"}))
