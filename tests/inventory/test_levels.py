import numpy as np
from hypothesis import given, settings

from inventory.demand import poisson_demand
from inventory.intervals import order_intervals
from inventory.levels import levels
from tests.inventory.examples import shops, weekly_policy


def test_the_parts_of_the_level_by_hand():
    policy = weekly_policy()
    aim = levels(poisson_demand(2.0, horizon=28), policy, order_intervals(policy))
    assert (aim.expected_demand, aim.safety_stock, aim.lot, aim.shelf_life_cut) == ([28.0], [9.0], [85.0], [0.0])
    assert (aim.reorder_point, aim.order_up_to) == ([37.0], [122.0])


def test_the_shelf_life_cuts_the_reorder_point_too():
    policy = weekly_policy(shelf_life_days=3)
    aim = levels(poisson_demand(2.0, horizon=28), policy, order_intervals(policy))
    assert (aim.reorder_point, aim.order_up_to, aim.shelf_life_cut) == ([20.0], [20.0], [-102.0])
    assert aim.service_level_reached < 0.1


@settings(max_examples=30)
@given(shop=shops())
def test_the_parts_add_up_to_the_level_in_tenths(shop):
    aim = levels(shop.demand, shop.policy, order_intervals(shop.policy, shop.calendar))
    parts = [aim.expected_demand, aim.safety_stock, aim.lot, aim.shelf_life_cut]
    tenths = np.sum([np.rint(part * 10) for part in parts], axis=0)
    np.testing.assert_array_equal(tenths, np.rint(aim.order_up_to * 10))
    assert (aim.reorder_point <= aim.order_up_to).all()
    assert (aim.order_up_to <= aim.shelf_life_limit).all()


@settings(max_examples=30)
@given(shop=shops())
def test_what_keeps_reaches_the_promised_service(shop):
    aim = levels(shop.demand, shop.policy, order_intervals(shop.policy, shop.calendar))
    promised = np.isinf(aim.shelf_life_limit) & ~shop.policy.by_fill_rate
    assert (aim.service_level_reached >= shop.policy.service_level - 1e-6)[promised].all()
