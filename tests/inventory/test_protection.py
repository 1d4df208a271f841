import numpy as np
import pytest
from scipy.stats import norm

from inventory.demand import normal_demand, poisson_demand
from inventory.protection import longest_protection_days, protection_demand
from tests.inventory.examples import weekly_policy


def test_the_order_covers_lead_time_plus_review_period():
    protection = protection_demand(poisson_demand(2.0, horizon=20), weekly_policy(lead_time_days=5))
    assert protection.expected.tolist() == [24.0]


def test_safety_stock_from_the_lead_time_alone_breaks_the_promise():
    """With R = L a promised 95 % is really 87.8 % when safety stock covers L only: Phi(1.645 / sqrt 2)."""
    protection = protection_demand(normal_demand(1000.0, 10.0, horizon=14), weekly_policy())
    lead_time_only = 14 * 1000 + norm.ppf(0.95) * 10 * np.sqrt(7)
    assert protection.probability(lead_time_only) == pytest.approx([0.878], abs=0.0005)


def test_a_random_lead_time_keeps_the_mean():
    policy = weekly_policy(lead_time_days=10, lead_time_sd_days=3)
    assert protection_demand(poisson_demand(2.0, horizon=40), policy).expected == pytest.approx([34.0])


@pytest.mark.parametrize("alpha", [0.8, 0.9, 0.95])
def test_a_random_lead_time_needs_about_what_the_variance_formula_says(alpha):
    """mu (R+L) + z sqrt((R+L) sigma_d^2 + mu_d^2 sigma_L^2): the mixture is normal only nearly."""
    policy = weekly_policy(lead_time_days=21, lead_time_sd_days=2, service_level=alpha)
    protection = protection_demand(normal_demand(100.0, 60.0, horizon=40), policy)
    formula = 100 * 28 + norm.ppf(alpha) * np.sqrt(28 * 60**2 + 100**2 * 2**2)
    assert protection.whole_units(alpha) == pytest.approx([formula], rel=0.01)


def test_a_random_lead_time_is_as_drawn():
    """Seeded: gamma lead times rounded to days, Poisson demand of 5 a day over them."""
    random = np.random.default_rng(1)
    drawn = random.poisson(5.0 * np.rint(random.gamma(100 / 9, 0.9, size=200_000)))
    policy = weekly_policy(lead_time_days=10, lead_time_sd_days=3, review_period_days=0)
    protection = protection_demand(poisson_demand(5.0, horizon=30), policy)
    for units in (40, 55, 62, 75, 90):
        assert protection.probability(units) == pytest.approx([(drawn <= units).mean()], abs=0.02)
    ignorant = poisson_demand(5.0, horizon=10).quantile(10, 0.95)
    assert protection.probability(ignorant) < 0.8


def test_whole_units_are_the_fewest_that_reach_the_level():
    policy = weekly_policy(lead_time_days=[7, 10, 3], lead_time_sd_days=[0, 3, 1.5])
    protection = protection_demand(poisson_demand([2.0, 0.7, 30.0], horizon=40), policy)
    for level in (0.5, 0.9, 0.97):
        units = protection.whole_units(level)
        assert (protection.probability(units) >= level - 1e-9).all()
        assert (protection.probability(units - 1) < level).all()


def test_the_forecast_must_reach_as_far_as_the_slowest_delivery():
    policy = weekly_policy(lead_time_days=10, lead_time_sd_days=3)
    days = longest_protection_days(policy)
    protection_demand(poisson_demand(1.0, horizon=days), policy)
    with pytest.raises(ValueError, match=f"days must be whole and between 0 and the horizon of {days - 1}, got {days}"):
        protection_demand(poisson_demand(1.0, horizon=days - 1), policy)


def test_sizes_must_agree():
    with pytest.raises(ValueError, match="policy must have the 2 products of the demand, got 1"):
        protection_demand(poisson_demand([1.0, 2.0], horizon=14), weekly_policy())
