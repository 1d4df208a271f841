import numpy as np

from inventory.lot_size import lot_size, policy_eoq
from tests.inventory.examples import weekly_policy


def test_eoq_of_a_policy_uses_a_year_of_demand_and_the_rate_on_the_unit_cost():
    # D = 3.65 x 365 = 1332.25, K = 5, h = 0.25 x 4 = 1: sqrt(13322.5) = 115.42
    assert policy_eoq(weekly_policy(), daily_demand=np.array([3.65])).round(2).tolist() == [115.42]


def test_a_unit_cost_that_is_unknown_or_zero_gives_no_eoq():
    policy = weekly_policy(unit_cost=[np.nan, 0.0])
    assert np.isnan(policy_eoq(policy, daily_demand=np.array([1.0, 1.0]))).all()


def test_a_lot_is_never_more_than_the_maximum_cover():
    assert lot_size(np.array([500.0]), daily_demand=np.array([1.24]), maximum_cover_days=np.array([30.0])) == [37.0]
