import numpy as np
import pytest
from scipy.stats import norm

from inventory.lead_time import lead_times


def deviation(lead):
    return np.sqrt((lead.probabilities * (lead.days - lead.mean[:, None]) ** 2).sum(axis=1))


@pytest.mark.parametrize(("mean", "sd"), [(10, 3), (30, 10), (7, 0.8), (14, 7), (60, 20)])
def test_mean_is_kept_and_deviation_nearly(mean, sd):
    lead = lead_times(mean, sd)
    assert lead.mean == pytest.approx([mean], rel=1e-9)
    assert deviation(lead) == pytest.approx([sd], rel=0.07)


@pytest.mark.parametrize(("mean", "sd"), [(0.2, 1), (1, 1), (5, 8), (2.5, 0.1), (7, 0.01)])
def test_probabilities_of_odd_lead_times_are_still_probabilities(mean, sd):
    lead = lead_times(mean, sd)
    assert (lead.days >= 0).all()
    assert (lead.probabilities >= 0).all()
    assert lead.probabilities.sum(axis=1) == pytest.approx([1.0])
    assert lead.mean == pytest.approx([mean], abs=0.05)


@pytest.mark.parametrize("sd", [0.0, np.nan])
def test_unknown_or_no_deviation_is_a_fixed_lead_time_in_whole_days(sd):
    lead = lead_times([2.5, 7.0, 0.0], sd)
    assert lead.days.tolist() == [[3], [7], [0]]
    assert lead.probabilities.tolist() == [[1.0], [1.0], [1.0]]


def test_fixed_and_random_lead_times_stand_side_by_side():
    lead = lead_times([7.0, 10.0], [0.0, 3.0])
    assert lead.mean == pytest.approx([7.0, 10.0])
    assert deviation(lead)[0] == 0


def test_treating_ten_days_give_or_take_three_as_ten_breaks_the_promise():
    """Demand of 5 a day with variance 5; (R+L) sigma_d^2 + mu_d^2 sigma_L^2 (Silver, Pyke and Thomas 2017, ch. 6)."""
    lead = lead_times(10, 3)
    promised = 5 * 10 + norm.ppf(0.95) * np.sqrt(5 * 10)
    honest_deviation = np.sqrt(5 * lead.mean + 5**2 * deviation(lead) ** 2)
    assert norm.cdf(promised, 5 * lead.mean, honest_deviation) == pytest.approx([0.758], abs=0.001)


@pytest.mark.parametrize(("mean", "sd", "name"), [(-1, 0, "lead_time_days"), (7, -2, "lead_time_sd_days")])
def test_negative_times_are_refused(mean, sd, name):
    with pytest.raises(ValueError, match=f"{name} must be zero or more, got -"):
        lead_times(mean, sd)
