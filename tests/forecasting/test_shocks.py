"""Tests of what errors of a shop's products share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from forecasting.shocks import shared_variance, shock_widening

LEVELS = np.array([0.05, 0.5, 0.8, 0.95])


def _errors(shared: float, *, n_products: int, n_origins: int, seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    shock = random.normal(0, np.sqrt(shared), n_origins)
    return np.asarray(shock + random.normal(0, np.sqrt(1 - shared), (n_products, n_origins)))


@pytest.mark.parametrize("shared", [0.0, 0.1, 0.4])
def test_the_share_that_errors_were_simulated_with_is_found(shared: float) -> None:
    assert abs(shared_variance(_errors(shared, n_products=40, n_origins=500)) - shared) < 0.03


def test_one_way_analysis_of_variance_is_reproduced() -> None:
    """Two origins of two products, by hand: means 1 and -1, variance within 2, so 1 - 2/2 = 0 of 2 is shared."""
    assert shared_variance(np.array([[2.0, 0.0], [0.0, -2.0]])) == 0.0
    assert shared_variance(np.array([[1.0, -1.0], [1.0, -1.0]])) == 1.0


def test_a_single_product_tells_nothing_of_what_is_shared() -> None:
    assert shared_variance(np.array([[1.0, -1.0, 2.0]])) == shared_variance(np.full((3, 4), np.nan))


def test_many_products_that_err_on_their_own_need_hardly_any_widening_and_shaken_ones_do() -> None:
    apart = shock_widening(_errors(0.0, n_products=100, n_origins=12), LEVELS, lasting=4.0)
    together = shock_widening(_errors(0.7, n_products=100, n_origins=12), LEVELS, lasting=4.0)
    assert (apart < 1.1).all()
    assert together[-1] > 1.15


def test_more_origins_widen_less() -> None:
    widths = [
        shock_widening(_errors(0.5, n_products=10, n_origins=n), LEVELS, lasting=4.0)[-1] for n in (8, 24, 52, 400)
    ]
    assert widths == sorted(widths, reverse=True)
    assert 1.0 < widths[-1] < 1.02


@given(arrays(float, (3, 5), elements=st.floats(-1e6, 1e6) | st.just(np.nan)))
def test_the_share_lies_between_nothing_and_all(errors: np.ndarray) -> None:
    assert 0.0 <= shared_variance(errors) <= 1.0
