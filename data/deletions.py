"""Products deleted for good: out of all lists and of every advice, while their sales and orders stay."""

from datetime import date

from data.problems import Problem
from data.product_state import note_product_edit, noted_state, set_deleted
from data.product_writing import products_by_key
from data.shop import Shop, mark_changed, writing
from data.sku_key import sku_key
from data.value_rules import BadValue


def delete_product(shop: Shop, sku: str, *, day: date) -> None:
    """Delete a product on `day`; nothing where it is deleted already. Its sales, counts and orders stay.

    Raises BadValue for a product that the shop does not have.
    """
    _note(shop, sku, day)


def bring_back(shop: Shop, sku: str) -> None:
    """Take a deleted product into the lists again, as it was. Raises BadValue as delete_product does."""
    _note(shop, sku, None)


def _note(shop: Shop, sku: str, day: date | None) -> None:
    with writing(shop) as connection:
        known = products_by_key(connection, [sku_key(sku)])
        if not known:
            raise BadValue(Problem("unknown_product", {"field": "sku", "rule": "in the shop", "found": sku}))
        product_id = known[sku_key(sku)]["product_id"]
        before = noted_state(connection, product_id)
        if (before["deleted_on"] is None) == (day is None):
            return
        set_deleted(connection, product_id, day)
        note_product_edit(connection, product_id, before=before)
        mark_changed(connection)
