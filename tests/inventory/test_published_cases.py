"""Numbers printed in books: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., 2019.

In their models the order covers lead time plus one period; a period is a day here, so the review period is 1.
"""

import math

import numpy as np
import pytest

from inventory.decision import decide
from inventory.demand import TotalDemand, normal_demand, poisson_demand
from inventory.eoq import economic_order_quantity, yearly_cost
from inventory.lead_time import LeadTimes
from inventory.newsvendor import critical_ratio, expected_profit, newsvendor_units
from inventory.policy import Stock
from inventory.protection import mixed_demand, protection_demand
from inventory.safety_stock import reorder_point, safety_stock
from tests.inventory import oracle
from tests.inventory.examples import weekly_policy

ONE_DAY = LeadTimes(np.array([[1]]), np.array([[1.0]]))


def cost_ratio(case):
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
    alpha = cost_ratio(case)
    assert oracle.newsvendor_normal(**case)[0] == pytest.approx(level, rel=1e-12)
    assert demand.quantile(lead_time + 1, alpha) == pytest.approx([level], rel=1e-12)
    point = reorder_point(protection(demand, lead_time), service_level=alpha)
    assert point == [math.ceil(level)]
    expected = case["demand_mean"] * (lead_time + 1)
    assert safety_stock(point, expected_demand=np.array([expected])) == [math.ceil(level) - expected]


@pytest.mark.parametrize("name", ["problem_4_8a"])  # h 200, p 270, Poisson with mean 18: order 19
def test_reorder_point_of_poisson_demand_is_the_books(name):
    case = oracle.load_instance(name)
    alpha = cost_ratio(case)
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
    alpha = cost_ratio(case)
    assert demand.quantile(1, alpha) == pytest.approx([point], rel=1e-12)
    assert reorder_point(protection(demand, 0), service_level=alpha) == [math.ceil(point)]
    ours = economic_order_quantity(
        case["demand_mean"], order_cost=case["fixed_cost"], holding_cost=case["holding_cost"]
    )
    assert ours == pytest.approx(size, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "units", "profit"),
    [
        ("example_4_2", 56.60395592743389, 33.002394806823354),  # price 1, cost 0.30, salvage 0.12, 50 give or take 8
        ("problem_4_3b", 59.084578685373856, 210.47680825231475),  # 7, 2.50, 1.50, 50 give or take 10
    ],
)
def test_newsvendor_with_prices_and_its_profit_are_the_books(name, units, profit):
    case = oracle.load_instance(name)
    assert oracle.newsvendor_normal_explicit(**case) == pytest.approx((units, profit), rel=1e-12)
    money = {"price": case["revenue"], "cost": case["purchase_cost"], "salvage_value": case["salvage_value"]}
    ratio = critical_ratio(money["price"], cost=money["cost"], salvage_value=money["salvage_value"])
    demand = normal_demand(case["demand_mean"], case["demand_sd"], horizon=1)
    assert demand.quantile(1, ratio) == pytest.approx([units], rel=1e-12)
    season = mixed_demand(demand, ONE_DAY)
    assert newsvendor_units(season, ratio=ratio) == [math.ceil(units)]
    assert expected_profit(season, [units], **money) == pytest.approx([profit], rel=1e-4)  # cut off at zero


def test_newsvendor_of_whole_units_is_the_books():
    """Problem 4.7b: h 500,000, p 1,000,000 and a distribution on 1 to 8: order 5."""
    case = oracle.load_instance("problem_4_7b")
    ratio = critical_ratio(case["stockout_cost"] + case["holding_cost"], cost=case["holding_cost"])
    chance = np.array(list(case["demand_pmf"].values()))
    levels = np.array([0.25, 0.3, 0.4, 0.6, ratio, 0.75, 0.85, 0.95])
    values = np.searchsorted(np.cumsum(chance) + 1e-9, levels) + 1.0
    demand = TotalDemand([[float(chance @ np.arange(1, 9))]], levels, [[values]])
    assert newsvendor_units(mixed_demand(demand, ONE_DAY), ratio=ratio) == [5]
    assert oracle.newsvendor_discrete(**case)[0] == 5


@pytest.mark.parametrize(("units", "mean", "deviation"), [(150, 200, 16), (200, 200, 16), (230, 200, 16), (40, 50, 8)])
def test_units_short_of_normal_demand_are_the_loss_function_of_the_book(units, mean, deviation):
    season = mixed_demand(normal_demand(float(mean), float(deviation), horizon=1), ONE_DAY)
    assert season.expected_short([units]) == pytest.approx([oracle.normal_loss(units, mean, deviation)[0]], rel=1e-9)


@pytest.mark.parametrize("fill", [0.9, 0.95, 0.99])
def test_order_up_to_level_for_a_fill_rate_is_that_of_the_loss_function(fill):
    """Fifty a day give or take 8, a week of delivery, ordered weekly: the fewest units by stockpyl's loss function."""
    policy = weekly_policy(service_level=fill, by_fill_rate=True, unit_cost=np.nan)
    point = decide(normal_demand(50.0, 8.0, horizon=14), policy, Stock(on_hand=0)).reorder_point[0]

    def served(units):
        end, start = (oracle.normal_loss(units, 50 * days, 8 * math.sqrt(days))[0] for days in (14, 7))
        return 1 - (end - start) / 350

    assert served(point) >= fill > served(point - 1)
