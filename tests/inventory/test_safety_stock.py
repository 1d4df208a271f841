import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inventory.protection import protection_demand
from inventory.safety_stock import reorder_point, safety_stock
from tests.inventory.examples import shops


@given(shop=shops(), levels=st.tuples(st.floats(0.01, 0.999), st.floats(0.01, 0.999)))
def test_more_service_never_lowers_the_reorder_point(shop, levels):
    protection = protection_demand(shop.demand, shop.policy)
    low, high = (reorder_point(protection, service_level=level) for level in sorted(levels))
    assert (low <= high).all()


@given(shop=shops())
def test_the_reorder_point_reaches_what_was_promised(shop):
    protection = protection_demand(shop.demand, shop.policy)
    point = reorder_point(protection, service_level=shop.policy.service_level)
    assert (point == np.rint(point)).all()
    assert (protection.probability(point) >= shop.policy.service_level - 1e-6).all()


def test_safety_stock_and_expected_demand_add_up_in_tenths():
    expected = np.array([0.1, 12.3, 28.7, 40.0])
    assert safety_stock(np.array([1.0, 20.0, 28.0, 55.0]), expected_demand=expected).tolist() == [0.9, 7.7, -0.7, 15.0]
