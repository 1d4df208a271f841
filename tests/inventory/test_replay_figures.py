"""The figures of a rolled shop are sums that can be checked by hand, and their intervals hold what they promise."""

import numpy as np
import pytest

from inventory.replay_figures import FIGURE_NAMES, Money, cost_by_product, replay_outcome
from inventory.simulation import StockRecord


def record(*, missed: np.ndarray, demand: np.ndarray, on_hand: np.ndarray, ordered: np.ndarray) -> StockRecord:
    nothing = np.zeros_like(on_hand)
    sold = demand[:, None] - missed
    return StockRecord(
        on_hand=on_hand, received=nothing, demand=demand, sold=sold, ordered=ordered, on_order=nothing, spoiled=nothing
    )


def by_hand() -> StockRecord:
    """Ten days, one way of ordering, two products: 5 and 1 demanded a day, on two days 2 and 1 of them missed."""
    demand = np.tile([5.0, 1.0], (10, 1))
    missed = np.zeros((10, 1, 2))
    missed[3, 0], missed[8, 0] = [2.0, 0.0], [2.0, 1.0]
    on_hand = np.tile([20.0, 4.0], (10, 1, 1))
    ordered = np.zeros((10, 1, 2))
    ordered[::7] = 30.0
    return record(missed=missed, demand=demand, on_hand=on_hand, ordered=ordered)


MONEY = Money(
    unit_cost=np.array([2.0, 10.0]),
    margin=np.array([1.0, 5.0]),
    holding_rate=np.array([0.365, 0.365]),
    salvage_value=np.zeros(2),
)


def test_the_figures_are_those_of_a_pencil() -> None:
    outcome = replay_outcome(by_hand(), MONEY, generator=np.random.default_rng(1))
    value = outcome.value
    assert value.fill_rate == [pytest.approx(1 - 5 / 60)]
    assert value.missed_units == [5.0]
    assert value.missed_margin == [2 * 1 + 2 * 1 + 1 * 5]
    assert value.average_stock_units == [24.0]
    assert value.average_stock_value == [20 * 2 + 4 * 10]
    assert value.orders == [4.0]
    assert value.holding_cost == [pytest.approx(80 * 0.365 * 10 / 365)]


def test_what_a_product_cost_is_missed_margin_holding_and_orders() -> None:
    cost = cost_by_product(by_hand(), MONEY, order_cost=np.array([3.0, np.nan]))
    assert cost.shape == (1, 2)
    assert cost[0, 0] == pytest.approx(4 * 1 + 20 * 2 * 0.365 * 10 / 365 + 2 * 3)
    assert cost[0, 1] == pytest.approx(1 * 5 + 4 * 10 * 0.365 * 10 / 365), "an unknown cost of ordering counts as none"


def test_figures_without_spread_have_intervals_without_width() -> None:
    demand, on_hand = np.full((14, 3), 4.0), np.full((14, 2, 3), 9.0)
    nothing = np.zeros_like(on_hand)
    same = record(missed=nothing + 1.0, demand=demand, on_hand=on_hand, ordered=nothing)
    money = Money(
        unit_cost=np.full(3, 2.0), margin=np.full(3, 1.0), holding_rate=np.full(3, 0.25), salvage_value=np.zeros(3)
    )
    outcome = replay_outcome(same, money, generator=np.random.default_rng(1))
    for name in FIGURE_NAMES:
        value, low, high = (getattr(each, name) for each in (outcome.value, outcome.low, outcome.high))
        np.testing.assert_allclose(low, value)
        np.testing.assert_allclose(high, value)


def test_intervals_hold_the_truth_about_nine_times_in_ten() -> None:
    """Shops drawn at random, whose products and weeks differ; the truth is a mean over endlessly many."""
    draw, held, shops = np.random.default_rng(3), 0, 100
    for _ in range(shops):
        habit, weather = draw.gamma(4, 1, (1, 1, 40)), np.repeat(draw.gamma(9, 1, (13, 1, 1)), 7, axis=0)
        missed = draw.poisson(habit * weather / 36).astype(float)
        demand = np.full((91, 40), 1000.0)
        shop = record(missed=missed, demand=demand, on_hand=np.zeros_like(missed), ordered=np.zeros_like(missed))
        money = Money(unit_cost=np.ones(40), margin=np.ones(40), holding_rate=np.ones(40), salvage_value=np.zeros(40))
        outcome = replay_outcome(shop, money, generator=draw)
        held += outcome.low.missed_units[0] <= 91 * 40 <= outcome.high.missed_units[0]
    assert 80 <= held <= 97


def test_the_same_seed_gives_the_same_intervals_and_where_nothing_is_demanded_nothing_is_missed() -> None:
    one, other = (replay_outcome(by_hand(), MONEY, generator=np.random.default_rng(7)) for _ in range(2))
    for name in FIGURE_NAMES:
        assert getattr(one.low, name).tobytes() == getattr(other.low, name).tobytes()
    nothing = np.zeros((7, 1, 2))
    idle = record(missed=nothing, demand=np.zeros((7, 2)), on_hand=nothing, ordered=nothing)
    assert replay_outcome(idle, MONEY, generator=np.random.default_rng(1)).value.fill_rate == [1.0]
