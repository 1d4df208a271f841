"""An owner's record adds up from what she counted, ordered, received and sold."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inventory.owner_record import is_possible, owner_record
from inventory.simulation import OrderLevels, simulate
from tests.inventory.examples import weekly_policy

DAYS, PRODUCTS = 8, 3


def units(*shape: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, shape, elements=st.sampled_from([0.0, 0.0, 1.0, 0.35, 7.0]))


@given(on_hand=units(PRODUCTS), received=units(DAYS, PRODUCTS), sold=units(DAYS, PRODUCTS))
def test_no_unit_is_lost_or_made(on_hand: np.ndarray, received: np.ndarray, sold: np.ndarray) -> None:
    record = owner_record(on_hand=on_hand, on_order=on_hand, ordered=received, received=received, sold=sold)
    evening = record.on_hand + record.received - record.sold
    np.testing.assert_allclose(record.on_hand[1:], evening[:-1], atol=1e-9)
    np.testing.assert_allclose(record.on_order, np.tile(on_hand, (DAYS, 1, 1)).swapaxes(0, 1).swapaxes(0, 1))
    np.testing.assert_array_equal(is_possible(record), (evening >= -5e-4).all(axis=(0, 1)))
    assert not record.missed.any()


def test_an_owner_who_orders_as_a_rule_does_has_the_record_of_that_rule() -> None:
    level = np.full((DAYS, 1, PRODUCTS), 20.0)
    demand = np.random.default_rng(1).integers(0, 5, (DAYS, PRODUCTS)).astype(float)
    on_hand = np.full((1, PRODUCTS), 20.0)
    rule = simulate(
        OrderLevels(reorder_point=level, order_up_to=level),
        demand=demand,
        on_hand=on_hand,
        policy=weekly_policy(lead_time_days=[2] * PRODUCTS),
        lead_days=np.full(PRODUCTS, 2),
    )
    hers = owner_record(
        on_hand=on_hand[0],
        on_order=np.zeros(PRODUCTS),
        ordered=rule.ordered[:, 0],
        received=rule.received[:, 0],
        sold=demand,
    )
    both = rule.beside(hers)
    for name in ("on_hand", "received", "sold", "ordered", "on_order"):
        values = getattr(both, name)
        assert values.shape == (DAYS, 2, PRODUCTS)
        assert values[:, 0].tobytes() == values[:, 1].tobytes()
    assert both.only(np.array([2])).sold.shape == (DAYS, 2, 1)


def test_what_was_never_counted_or_sold_without_stock_is_no_record() -> None:
    sold = np.array([[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]])
    nothing = np.zeros((2, 3))
    record = owner_record(
        on_hand=np.array([2.0, 1.0, np.nan]), on_order=np.zeros(3), ordered=nothing, received=nothing, sold=sold
    )
    assert is_possible(record).tolist() == [True, False, False]
