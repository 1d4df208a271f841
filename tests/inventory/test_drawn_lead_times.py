"""Drawn lead times follow the supplier's distribution."""

import numpy as np

from inventory.drawn_lead_times import drawn_lead_times
from inventory.lead_time import lead_times


def test_draws_have_the_mean_and_the_spread_of_the_supplier() -> None:
    lead = lead_times([10.0, 5.0, 3.0], [3.0, 1.0, np.nan])
    days = drawn_lead_times(lead, mornings=20_000, generator=np.random.default_rng(1))
    assert days.shape == (20_000, 3)
    np.testing.assert_allclose(days.mean(axis=0), [10, 5, 3], atol=0.08)
    np.testing.assert_allclose(days.std(axis=0), [3, 1, 0], atol=0.08)
    assert set(np.unique(days[:, 2])) == {3}


def test_the_same_seed_draws_the_same_days_and_only_possible_ones() -> None:
    lead = lead_times([10.0, 5.0], [3.0, 0.0])
    first, again = (drawn_lead_times(lead, mornings=50, generator=np.random.default_rng(4)) for _ in range(2))
    np.testing.assert_array_equal(first, again)
    assert set(np.unique(first[:, 0])) <= set(lead.days[0][lead.probabilities[0] > 0])
