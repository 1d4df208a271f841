"""The owner's own numbers: kept as her draft, which the plan reads, without touching the advice."""

import numpy as np
import pytest

from app.desk import Desk
from app.ordering.drafting import as_advised, keep_all, keep_units, supplier_of
from app.planning.plan import row_of
from data.products import edit_product
from data.purchasing.orders import DRAFT, read_orders
from data.value_rules import BadValue
from tests.app.ordering.leaf import order, plan, units
from tests.app.shops import TODAY


def test_an_own_number_is_ordered_until_it_is_as_advised_again(leaf: Desk) -> None:
    advised = units(leaf)
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="a fair")
    keep_units(leaf.shop, plan(leaf), "tray", 2.0, reason="")
    assert units(leaf) == {**advised, "tea": 5.0, "tray": 2.0}
    (draft,) = read_orders(leaf.shop, states=[DRAFT])
    assert [(line.sku, line.units, line.advised, line.reason) for line in draft.lines] == [
        ("tea", 5.0, advised["tea"], "a fair"),
        ("tray", 2.0, 0.0, ""),
    ]
    as_advised(leaf.shop, plan(leaf), "tea")
    as_advised(leaf.shop, plan(leaf), "tray")
    assert units(leaf) == advised
    assert read_orders(leaf.shop) == ()


def test_the_number_that_is_advised_anyway_needs_no_draft(leaf: Desk) -> None:
    keep_units(leaf.shop, plan(leaf), "tea", units(leaf)["tea"], reason="")
    assert read_orders(leaf.shop) == ()


def test_one_reason_holds_for_a_whole_order_but_for_lines_that_stay(leaf: Desk) -> None:
    edit_product(leaf.shop, "mug", "pack_size", 6, day=TODAY)
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="a fair")
    made = plan(leaf)
    wished = np.full(made.quantity.size, np.nan)
    wished[row_of(made, "mug")] = 12.0
    hers = [line for line in order(leaf).lines if line.is_own]
    keep_all(leaf.shop, made, order(leaf), wished, reason="to reach the minimum", but=hers)
    assert units(leaf) == {"tea": 5.0, "mug": 12.0}
    assert {line.sku: line.reason for line in order(leaf).lines} == {"tea": "a fair", "mug": "to reach the minimum"}


def test_numbers_of_one_supplier_leave_those_of_another(leaf: Desk) -> None:
    edit_product(leaf.shop, "tray", "supplier", "Smith", day=TODAY)
    keep_units(leaf.shop, plan(leaf), "tea", 5.0, reason="")
    keep_units(leaf.shop, plan(leaf), "tray", 2.0, reason="")
    as_advised(leaf.shop, plan(leaf), "tea")
    (draft,) = read_orders(leaf.shop, states=[DRAFT])
    assert (draft.supplier, [line.sku for line in draft.lines]) == ("Smith", ["tray"])
    assert [supplier_of(plan(leaf), sku) for sku in ("tea", "tray", "nothing")] == ["Leaf", "Smith", ""]


def test_a_number_of_a_product_that_the_shop_does_not_have_is_refused(leaf: Desk) -> None:
    with pytest.raises(BadValue):
        keep_units(leaf.shop, plan(leaf), "nothing", 2.0, reason="")
    assert read_orders(leaf.shop) == ()


def test_a_number_of_hers_leaves_what_is_advised(leaf: Desk) -> None:
    advised = plan(leaf).decision.order_quantity.copy()
    keep_units(leaf.shop, plan(leaf), "tea", 500.0, reason="")
    np.testing.assert_array_equal(plan(leaf).decision.order_quantity, advised)
    (draft,) = read_orders(leaf.shop, states=[DRAFT])
    assert draft.made_on == TODAY
