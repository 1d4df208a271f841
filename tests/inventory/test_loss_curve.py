import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import norm

from inventory.demand import LEVELS
from inventory.loss_curve import loss_curve
from inventory.quantile_curve import value_at

Z_LEVELS = ndtri(np.array(LEVELS))
CURVES = st.lists(st.sampled_from([0.0, 0.0, 1.0, 2.0, 5.5, 20.0]), min_size=14, max_size=14).map(sorted)


@settings(max_examples=40)
@given(curve=CURVES, units=st.floats(-3, 40))
def test_what_is_beyond_is_the_integral_of_the_curve(curve, units):
    """Against 40,000 small steps in the normal score."""
    z = np.linspace(-8, 8, 40_001)
    values = value_at(np.broadcast_to(np.array(curve), (z.size, 14)), z_levels=Z_LEVELS, z=z)
    stepwise = (np.maximum(values - units, 0) * norm.pdf(z)).sum() * (z[1] - z[0])
    exact = loss_curve(np.array([curve]), z_levels=Z_LEVELS).above(np.array([units]))
    assert exact == pytest.approx([stepwise], rel=2e-3, abs=2e-3)


@settings(max_examples=40)
@given(curve=CURVES, units=st.tuples(st.floats(-3, 40), st.floats(-3, 40)))
def test_more_units_leave_less_beyond_and_never_by_more_than_the_units(curve, units):
    low, high = sorted(units)
    beyond = loss_curve(np.array([curve]), z_levels=Z_LEVELS).above(np.array([low, high]))
    assert -1e-9 <= beyond[0] - beyond[1] <= high - low + 1e-9
