"""What a sum over some products may be off by holds what all of them sum up to."""

import numpy as np

from app.what_if.sampled import reach_of_sum


def test_the_reach_holds_the_sum_of_all_nineteen_times_of_twenty() -> None:
    generator = np.random.default_rng(5)
    held = []
    for _shop in range(300):
        size = np.sort(generator.gamma(0.6, 20.0, 600))[::-1]
        values = size * generator.lognormal(0.0, 0.8, 600)
        some = values[generator.integers(3) :: 3]
        held.append(abs(3.0 * some.sum() - values.sum()) <= reach_of_sum(some, weight=3.0))
    assert np.mean(held) > 0.88


def test_where_every_product_counts_for_itself_nothing_is_off() -> None:
    assert reach_of_sum(np.array([3.0, np.nan, 9.0]), weight=1.0) == 0.0


def test_products_without_a_cost_are_left_out() -> None:
    assert reach_of_sum(np.array([3.0, np.nan, 9.0]), weight=2.0) == reach_of_sum(np.array([3.0, 9.0]), weight=2.0)
