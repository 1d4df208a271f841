"""A shop that has run out of tea and mugs."""

import pytest

from app.desk import Desk
from data.products import edit_product
from tests.app.shops import TODAY


@pytest.fixture
def leaf(small_desk: Desk) -> Desk:
    """A shop that has run out of tea and mugs from Leaf."""
    for sku in ("tea", "mug", "tray"):
        for field, value in (("supplier", "Leaf"), ("on_hand", 0), ("unit_cost", 1.5)):
            edit_product(small_desk.shop, sku, field, value, day=TODAY)
    edit_product(small_desk.shop, "tray", "on_hand", 99, day=TODAY)
    return small_desk
