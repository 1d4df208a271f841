import numpy as np
import pytest

from inventory.policy import Policy, Stock
from tests.inventory.examples import weekly_policy


def test_single_numbers_hold_for_all_products():
    policy = weekly_policy(unit_cost=[1.0, np.nan, 3.0])
    assert policy.products == 3
    assert policy.lead_time_days.tolist() == [7.0, 7.0, 7.0]


def test_holding_cost_is_the_rate_on_the_unit_cost():
    assert weekly_policy(unit_cost=[4.0]).holding_cost.tolist() == [1.0]
    assert np.isnan(weekly_policy(unit_cost=[np.nan, 0.0]).holding_cost).all()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("lead_time_days", -1, "lead_time_days must be zero or more, got -1"),
        ("lead_time_days", np.nan, "lead_time_days must be zero or more, got nan"),
        ("lead_time_sd_days", -2, "lead_time_sd_days must be zero or more, got -2"),
        ("review_period_days", -7, "review_period_days must be zero or more, got -7"),
        ("pack_size", 0, "pack_size must be above zero, got 0"),
        ("moq", -1, "moq must be zero or more, got -1"),
        ("unit_cost", -0.5, r"unit_cost must be zero or more, got -0\.5"),
        ("order_cost", np.inf, "order_cost must be zero or more, got inf"),
        ("holding_rate", 0, "holding_rate must be above zero, got 0"),
        ("service_level", 1, "service_level must be between 0 and 1, got 1"),
        ("service_level", 95, "service_level must be between 0 and 1, got 95"),
        ("maximum_cover_days", 0, "maximum_cover_days must be above zero, got 0"),
        ("pack_size", "six", "pack_size must be numbers, got 'six'"),
    ],
)
def test_an_error_names_field_rule_and_value(field, value, message):
    with pytest.raises(ValueError, match=message):
        weekly_policy(**{field: value})


def test_fields_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="all fields must have one value per product"):
        weekly_policy(moq=[1, 2], pack_size=[1, 2, 3])


def test_stock_keeps_grams_unknown_counts_and_wrong_records():
    stock = Stock(on_hand=[1.23456, np.nan, -3])
    assert stock.on_hand[[0, 2]].tolist() == [1.235, -3.0]
    assert np.isnan(stock.on_hand[1])
    assert stock.active.all()


@pytest.mark.parametrize("field", ["on_hand", "on_order"])
def test_endless_stock_is_refused(field):
    with pytest.raises(ValueError, match=f"{field} must be .*, got inf"):
        Stock(**({"on_hand": 1} | {field: np.inf}))


def test_a_policy_needs_its_names():
    with pytest.raises(TypeError):
        Policy(7, 7)
