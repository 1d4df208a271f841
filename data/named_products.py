"""Products of a list that the shop knows by their name only: sold by a till that exports no codes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from data.product_writing import ProductValues, products_by_key
from data.sku_key import sku_key


def known_by_name(connection: Connection, listed: Sequence[ProductValues]) -> list[ProductValues]:
    """The same products, under the shop's spelling where it has no such code but sells a product called like that.

    Names that several products of the list have are no evidence.
    """
    names = {product.sku: sku_key(str(product.values.get("name") or "")) for product in listed}
    known = products_by_key(connection, _keys(listed, names.values()))
    times = Counter(names.values())

    def named(product: ProductValues) -> ProductValues:
        name = names[product.sku]
        if sku_key(product.sku) in known or name not in known or times[name] > 1:
            return product
        return replace(product, sku=str(known[name]["sku"]))

    return [named(product) for product in listed]


def _keys(listed: Iterable[ProductValues], names: Iterable[str]) -> list[str]:
    return sorted({*(sku_key(product.sku) for product in listed), *names} - {""})
