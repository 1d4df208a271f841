import numpy as np
import pytest

from inventory.demand import normal_demand
from inventory.protection import protection_demand
from inventory.simple_rule import simple_service_level, simple_threshold
from tests.inventory.examples import weekly_policy


def test_threshold_is_one_and_a_half_days_of_sales():
    assert simple_threshold([4.0, 10.0, 0.0]).tolist() == [6.0, 15.0, 0.0]


def test_true_service_level_is_that_of_the_distribution():
    # Delivered at once and looked at daily: 15 units against 10 with deviation 5 is one deviation, 84.1 %.
    policy = weekly_policy(lead_time_days=0, review_period_days=1)
    protection = protection_demand(normal_demand(10.0, 5.0, horizon=1), policy)
    assert simple_service_level(protection, 10.0).round(3).tolist() == [0.841]


def test_a_week_of_lead_time_leaves_nothing_of_the_simple_rule():
    protection = protection_demand(normal_demand(10.0, 5.0, horizon=14), weekly_policy())
    assert simple_service_level(protection, 10.0) < 0.001


@pytest.mark.parametrize("sales", [-1.0, np.nan])
def test_sales_that_are_no_number_are_refused(sales):
    with pytest.raises(ValueError, match="average_daily_sales must be zero or more, got"):
        simple_threshold(sales)
