"""Numbers printed in books: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., 2019.

In their models the order covers lead time plus one period; a period is a day here, so the review period is 1.
"""

import math

import numpy as np
import pytest

from inventory.demand import normal_demand, poisson_demand
from inventory.eoq import economic_order_quantity, yearly_cost
from inventory.protection import protection_demand
from inventory.safety_stock import reorder_point, safety_stock
from tests.inventory import oracle
from tests.inventory.examples import weekly_policy


def critical_ratio(case):
    return case["stockout_cost"] / (case["stockout_cost"] + case["holding_cost"])


def protection(demand, lead_time_days):
    return protection_demand(demand, weekly_policy(lead_time_days=lead_time_days, review_period_days=1))


@pytest.mark.parametrize(
    ("name", "size", "cost"),
    [
        ("example_3_1", 304.0467800264368, 68.41052550594827),
        ("problem_3_1", 1728.1098449935514, 475230.20737322664),
    ],
)
def test_economic_order_quantity_and_its_cost_are_the_books(name, size, cost):
    case = oracle.load_instance(name)
    terms = {
        "annual_demand": case["demand_rate"],
        "order_cost": case["fixed_cost"],
        "holding_cost": case["holding_cost"],
    }
    assert economic_order_quantity(**terms) == pytest.approx(size, rel=1e-12)
    assert yearly_cost(size, **terms) == pytest.approx(cost, rel=1e-12)
    assert oracle.economic_order_quantity(**case) == pytest.approx((size, cost), rel=1e-12)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("example_4_3", 56.60395592743389),  # h 0.18, p 0.70, daily demand 50 with deviation 8, no lead time
        ("example_4_4", 264.76689437415484),  # the same with a lead time of 4: 250 + z 8 sqrt(5)
        ("problem_4_1", 922.7214038234755),  # h 43, p 79, 900 with deviation 60
    ],
)
def test_reorder_point_and_safety_stock_of_normal_demand_are_the_books(name, level):
    case = oracle.load_instance(name)
    lead_time = case.get("lead_time", 0)
    demand = normal_demand(case["demand_mean"], case["demand_sd"], horizon=lead_time + 1)
    alpha = critical_ratio(case)
    assert oracle.newsvendor_normal(**case)[0] == pytest.approx(level, rel=1e-12)
    assert demand.quantile(lead_time + 1, alpha) == pytest.approx([level], rel=1e-12)
    point = reorder_point(protection(demand, lead_time), service_level=alpha)
    assert point == [math.ceil(level)]
    expected = case["demand_mean"] * (lead_time + 1)
    assert safety_stock(point, expected_demand=np.array([expected])) == [math.ceil(level) - expected]


@pytest.mark.parametrize("name", ["problem_4_8a"])  # h 200, p 270, Poisson with mean 18: order 19
def test_reorder_point_of_poisson_demand_is_the_books(name):
    case = oracle.load_instance(name)
    alpha = critical_ratio(case)
    demand = poisson_demand(case["demand_mean"], horizon=1, levels=[0.25, alpha, 0.95])
    assert reorder_point(protection(demand, 0), service_level=alpha) == [19]
    assert oracle.newsvendor_poisson(**case)[0] == 19


@pytest.mark.parametrize("rate", [0.3, 2.0, 11.5])
@pytest.mark.parametrize("alpha", [0.8, 0.9, 0.95, 0.98, 0.995])
def test_reorder_point_of_poisson_demand_over_two_weeks_is_stockpyls(rate, alpha):
    point = reorder_point(protection_demand(poisson_demand(rate, horizon=14), weekly_policy()), service_level=alpha)
    assert point == [oracle.newsvendor_poisson(1 - alpha, alpha, 14 * rate)[0]]


@pytest.mark.parametrize(
    ("name", "point", "size"),
    [
        ("example_5_1", 190.3369965715624, 304.0467800264368),  # printed as example 5.5
        ("problem_5_3", 652.9638947041127, 390.281949364815),
    ],
)
def test_reorder_point_and_order_size_with_safety_stock_are_the_books(name, point, size):
    """The (r, Q) policy by EOQ plus safety stock; the lead time (a twelfth of a year, 3 months) is one day here."""
    case = oracle.load_instance(name)
    assert oracle.r_q_eoqss_approximation(**case) == pytest.approx((point, size), rel=1e-12)
    lead_time = case["lead_time"]
    demand = normal_demand(case["demand_mean"] * lead_time, case["demand_sd"] * math.sqrt(lead_time), horizon=1)
    alpha = critical_ratio(case)
    assert demand.quantile(1, alpha) == pytest.approx([point], rel=1e-12)
    assert reorder_point(protection(demand, 0), service_level=alpha) == [math.ceil(point)]
    ours = economic_order_quantity(
        case["demand_mean"], order_cost=case["fixed_cost"], holding_cost=case["holding_cost"]
    )
    assert ours == pytest.approx(size, rel=1e-12)
