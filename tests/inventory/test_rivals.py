"""The rivals order as books and owners do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.rivals import simple_levels, textbook_levels, weekday_levels
from tests.inventory.examples import weekly_policy

FIFTY, EIGHT = np.array([50.0]), np.array([8.0])


def test_the_textbook_reorder_point_is_that_of_the_book() -> None:
    """Snyder and Shen (2019), section 3.1 and 4.3: demand N(50, 8^2) a day, four days of lead time, z of 95 %."""
    levels = textbook_levels(FIFTY, EIGHT, weekly_policy(lead_time_days=4, unit_cost=np.nan))
    assert levels.reorder_point == [np.ceil(200 + 1.6448536 * 8 * 2)]
    assert levels.order_up_to == levels.reorder_point + 7 * 50, "without a known cost, what sells in a week"


def test_a_rival_buys_the_economic_order_quantity_where_it_is_more_than_a_weeks_sales() -> None:
    two, policy = np.array([2.0]), weekly_policy(unit_cost=4)
    for levels in (simple_levels(two, policy), textbook_levels(two, np.array([1.0]), policy)):
        assert levels.order_up_to - levels.reorder_point == [85.0]  # sqrt(2 x 730 x 5 / 1) = 85.4


def test_the_simple_rule_orders_at_one_and_a_half_days() -> None:
    assert simple_levels(np.array([3.0, 0.3]), weekly_policy(lead_time_days=[7, 7])).reorder_point.tolist() == [
        4.5,
        0.5,
    ]


def test_same_weekday_averages_get_a_margin_of_their_own_errors() -> None:
    levels = weekday_levels(np.array([28.0]), np.array([5.0]), daily=np.array([2.0]), policy=weekly_policy())
    assert levels.reorder_point == [np.ceil(28 + 1.6448536 * 5)]
    assert levels.order_up_to == levels.reorder_point + 85


def test_a_low_promise_never_orders_below_nothing() -> None:
    low = weekly_policy(service_level=0.01)
    assert textbook_levels(np.array([0.1]), EIGHT, low).reorder_point == [0.0]
    assert weekday_levels(np.array([1.0]), EIGHT, daily=np.array([0.1]), policy=low).reorder_point == [0.0]


@given(mean=st.floats(0, 50), sd=st.floats(0, 50), low=st.floats(0.01, 0.5), high=st.floats(0.5, 0.99))
def test_more_promise_never_lowers_a_rivals_reorder_point(mean: float, sd: float, low: float, high: float) -> None:
    points = [
        textbook_levels(np.array([mean]), np.array([sd]), weekly_policy(service_level=level)).reorder_point
        for level in (low, high)
    ]
    assert points[0] <= points[1]


def test_a_negative_spread_is_refused() -> None:
    with pytest.raises(ValueError, match="sd_per_day must be zero or more, got -8"):
        textbook_levels(FIFTY, -EIGHT, weekly_policy())
    with pytest.raises(ValueError, match="error_sd must be zero or more, got -8"):
        weekday_levels(FIFTY, -EIGHT, daily=FIFTY, policy=weekly_policy())
