"""Products of a list that the shop knows by their name only: sold by a till that exports no codes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from data.bundle_text import parts_said, parts_text
from data.product_fields import PARTS
from data.product_writing import ProductValues, products_by_key
from data.sku_key import sku_key
from data.value_rules import Value


def known_by_name(connection: Connection, listed: Sequence[ProductValues]) -> list[ProductValues]:
    """The same products, under the shop's spelling where it has no such code but sells a product called like that.

    Names that several products of the list have are no evidence.
    """
    names = {product.sku: sku_key(str(product.values.get("name") or "")) for product in listed}
    known = products_by_key(connection, _keys(listed, names.values()))
    times = Counter(names.values())

    def shop_sku(product: ProductValues) -> str:
        name = names[product.sku]
        if sku_key(product.sku) in known or name not in known or times[name] > 1:
            return product.sku
        return str(known[name]["sku"])

    spelled = {sku_key(product.sku): shop_sku(product) for product in listed}
    return [replace(product, sku=shop_sku(product), values=_spelled(product.values, spelled)) for product in listed]


def _spelled(values: Mapping[str, Value], spelled: Mapping[str, str]) -> Mapping[str, Value]:
    """Values that name products of the list, under the shop's spelling of these."""
    named = {**values}
    if similar := values.get("similar_to"):
        named["similar_to"] = spelled.get(sku_key(str(similar)), similar)
    if parts := values.get(PARTS):
        said = parts_said(str(parts))
        named[PARTS] = parts_text({spelled.get(sku_key(sku), sku): units for sku, units in said.items()})
    return named


def _keys(listed: Iterable[ProductValues], names: Iterable[str]) -> list[str]:
    return sorted({*(sku_key(product.sku) for product in listed), *names} - {""})
