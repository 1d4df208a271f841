from datetime import timedelta

import pytest

from data.importing.imports import import_sales
from data.products import edit_product
from data.purchasing.order_steps import WantedLine, save_draft, send_order
from data.shop import Shop
from tests.data.sales_files import NOON, day, sales_file


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop of two products from one supplier: on the evening of day 2, ten mugs and no teapot were counted."""
    import_sales(shop, sales_file({(0, "MUG"): 3, (1, "TEAPOT"): 1}), imported_at=NOON)
    for sku, units in (("MUG", 10), ("TEAPOT", 0)):
        edit_product(shop, sku, "supplier", "Willow", day=day(2))
        edit_product(shop, sku, "on_hand", units, day=day(2))
    return shop


@pytest.fixture
def sent(stocked: Shop) -> int:
    """An order of 24 mugs and 6 teapots, sent on day 2."""
    lines = [WantedLine("mug", 24, advised=20, reason="a fair", unit_cost=1.5), WantedLine("TEAPOT", 6)]
    order_id = save_draft(stocked, "Willow", lines, day=day(2))
    assert order_id is not None
    send_order(stocked, order_id, day=day(2), expected_on=day(2) + timedelta(days=5))
    return order_id
