import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.lead_time_learning import learned_lead_times


def learned(observed, *, stated=5.0, sd=np.nan, **worth):
    return learned_lead_times(
        [stated], stated_sd_days=[sd], supplier=np.zeros(len(observed)), observed_days=observed, **worth
    )


def test_without_deliveries_what_was_stated_holds():
    result = learned([], sd=1.5)
    assert (result.mean_days.tolist(), result.sd_days.tolist()) == ([5.0], [1.5])
    assert result.deliveries.tolist() == [0]
    assert np.isnan(result.shortest_days).all()
    assert learned([]).sd_days.tolist() == [0.0]


def test_says_five_took_five_to_eleven():
    result = learned([5, 8, 11])
    assert (result.stated_days, result.shortest_days, result.longest_days) == ([5.0], [5.0], [11.0])
    # Three deliveries of mean 8 against a stated 5 that counts as three.
    assert result.mean_days.tolist() == [6.5]


def test_the_posterior_is_the_books():
    """Normal-inverse-gamma by hand (Gelman et al. 2013, sec. 3.3): kappa 3 + 4, shape 2.5 + 2, stated 5 +- 1."""
    result = learned([6, 8, 7, 9], sd=1.0)
    mean, squares = 7.5, 5.0
    assert result.mean_days == pytest.approx([(3 * 5 + 4 * mean) / 7])
    scale = 1.5 * 1.0 + squares / 2 + 3 * 4 * (mean - 5) ** 2 / (2 * 7)
    assert result.sd_days == pytest.approx([np.sqrt(scale / 3.5 * 8 / 7)])


def test_many_deliveries_decide_alone():
    days = np.random.default_rng(1).gamma(16, 0.5, 400)
    result = learned(days)
    assert result.mean_days == pytest.approx([8.0], rel=0.03)
    assert result.sd_days == pytest.approx([2.0], rel=0.1)


def test_every_supplier_learns_from_its_own():
    result = learned_lead_times([5.0, 10.0, 3.0], supplier=[1, 0, 1], observed_days=[12, 5, 14])
    assert result.deliveries.tolist() == [1, 2, 0]
    assert result.mean_days.tolist() == [5.0, (30 + 26) / 5, 3.0]
    assert result.longest_days[:2].tolist() == [5.0, 14.0]


@given(observed=st.lists(st.floats(0, 60), min_size=1, max_size=12), stated=st.floats(0, 60))
def test_the_mean_lies_between_what_was_said_and_what_was_seen(observed, stated):
    result = learned(observed, stated=stated)
    low, high = sorted([stated, float(np.mean(observed))])
    assert low - 1e-9 <= result.mean_days[0] <= high + 1e-9
    assert result.sd_days[0] > 0


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"stated_days": [-5.0]}, "stated_days must be zero or more, got -5"),
        ({"observed_days": [-1.0]}, "observed_days must be zero or more, got -1"),
        ({"supplier": [1]}, "supplier must be one of 1 suppliers, got 1"),
        ({"prior_deliveries": 0}, "prior_deliveries must be above zero, got 0"),
    ],
)
def test_what_cannot_be_is_refused(given_, message):
    with pytest.raises(ValueError, match=message):
        learned_lead_times(**({"stated_days": [5.0], "supplier": [0], "observed_days": [5.0]} | given_))
