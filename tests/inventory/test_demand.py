import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from inventory.demand import TotalDemand, normal_demand, poisson_demand


def two_products():
    """One sells 1, 2, 4 units in total for sure; of the other nobody knows much."""
    mean = [[1.0, 2.0, 4.0], [0.5, 1.0, 1.5]]
    quantiles = [[[1, 1], [2, 2], [4, 4]], [[0, 2], [1, 5], [2, 6]]]
    return TotalDemand(mean, [0.5, 0.9], quantiles)


def test_expected_totals_are_looked_up_by_days():
    demand = two_products()
    assert demand.expected([3, 2]).tolist() == [4.0, 1.0]
    assert demand.expected(0).tolist() == [0.0, 0.0]
    assert demand.daily_mean == pytest.approx([4 / 3, 0.5])


def test_quantiles_at_known_levels_are_the_given_ones():
    assert two_products().quantile([3, 2], [0.5, 0.9]).tolist() == [4.0, 5.0]
    assert two_products().quantile(0, 0.9).tolist() == [0.0, 0.0]


def test_quantiles_of_normal_demand_are_exact_at_any_level():
    demand = normal_demand(50.0, 8.0, horizon=9)
    for level in (0.01, 0.33, 0.93, 0.999):
        assert demand.quantile(9, level) == pytest.approx([norm.ppf(level, 450, 24)])


def test_probability_is_the_inverse_of_the_quantile():
    demand = normal_demand(50.0, 8.0, horizon=9)
    for level in (0.01, 0.33, 0.93, 0.999):
        assert demand.probability(9, demand.quantile(9, level)) == pytest.approx([level])


def test_a_tie_of_the_last_levels_does_not_end_the_tail():
    demand = TotalDemand([[1.0]], [0.5, 0.9, 0.95], [[[0, 2, 2]]])
    # The chord from the median: 2 / z(0.95) units per normal score.
    assert demand.quantile(1, 0.99) == pytest.approx([2 + 2 / norm.ppf(0.95) * (norm.ppf(0.99) - norm.ppf(0.95))])


def test_a_product_that_never_sells_needs_nothing_for_sure():
    demand = poisson_demand(0.0, horizon=5)
    assert demand.quantile(5, 0.999).tolist() == [0.0]
    assert demand.probability(5, 0.0).tolist() == [1.0]
    assert demand.probability(5, -1.0).tolist() == [0.0]


def test_scaled_demand_is_larger_in_mean_and_quantiles():
    demand = two_products().scaled([2.0, 0.0])
    assert demand.expected(3).tolist() == [8.0, 0.0]
    assert demand.quantile(3, 0.9).tolist() == [8.0, 0.0]


def test_days_beyond_the_horizon_are_named():
    with pytest.raises(ValueError, match="days must be whole and between 0 and the horizon of 3, got 4"):
        two_products().expected([1, 4])
    with pytest.raises(ValueError, match=r"horizon of 3, got 1\.5"):
        two_products().quantile(1.5, 0.9)


@pytest.mark.parametrize(
    ("mean", "levels", "quantiles", "message"),
    [
        ([1.0], [0.5, 0.9], [[[1, 2]]], r"mean must have the shape \(products, horizon\), got \(1,\)"),
        ([[1.0]], [0.5], [[[1]]], "levels must be two levels or more"),
        ([[1.0]], [0.9, 0.5], [[[1, 2]]], r"levels must be rising, got 0\.5"),
        ([[1.0]], [0.5, 1.0], [[[1, 2]]], "levels must be between 0 and 1, got 1"),
        ([[1.0]], [0.5, 0.9], [[1, 2]], r"quantiles must have the shape \(1, 1, 2\), got \(1, 2\)"),
        ([[1.0]], [0.5, 0.9], [[[3, 2]]], "quantiles must be rising with the level, got 2"),
        ([[1.0]], [0.5, 0.9], [[[-1, 2]]], "quantiles must be zero or more, got -1"),
        ([[np.nan]], [0.5, 0.9], [[[1, 2]]], "mean must be zero or more, got nan"),
        ([[2.0, 1.0]], [0.5, 0.9], [[[1, 2], [1, 2]]], "mean must be cumulative, never falling with the days, got 1"),
    ],
)
def test_totals_that_make_no_sense_are_refused(mean, levels, quantiles, message):
    with pytest.raises(ValueError, match=message):
        TotalDemand(mean, levels, quantiles)


@given(
    values=st.lists(st.integers(0, 30), min_size=4, max_size=4).map(sorted),
    level=st.floats(0.001, 0.999),
    units=st.floats(0, 60),
)
def test_quantile_and_probability_agree_on_any_distribution(values, level, units):
    demand = TotalDemand([[5.0]], [0.1, 0.5, 0.9, 0.98], [[values]])
    quantile = demand.quantile(1, level)
    assert quantile >= 0
    assert demand.probability(1, quantile + 1e-9) >= level - 1e-6
    if demand.probability(1, units) < level - 1e-9:
        assert quantile >= units - 1e-6


@given(
    levels=st.tuples(st.floats(0.001, 0.999), st.floats(0.001, 0.999)),
    units=st.lists(st.floats(-5, 60), min_size=2),
)
def test_quantile_and_probability_never_fall(levels, units):
    demand = poisson_demand(1.3, horizon=10)
    assert demand.quantile(10, min(levels)) <= demand.quantile(10, max(levels))
    reached = [demand.probability(10, unit)[0] for unit in sorted(units)]
    assert reached == sorted(reached)
