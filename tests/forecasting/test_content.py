"""Tests of the marks by which changed sales are seen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasting.content import content_of
from forecasting.history import History
from tests.forecasting.simulated import poisson_shop, shop_of

UNITS = poisson_shop(n_days=60, n_products=4) + 1.0


def changed(later: History, *, fitted: History | None = None) -> list[bool]:
    return content_of(fitted or shop_of(UNITS)).changed(later).tolist()


@pytest.mark.parametrize("days", range(8))
def test_a_window_that_moves_on_by_up_to_a_week_has_changed_nothing(days: int) -> None:
    longer = np.concatenate((UNITS, np.full((days, 4), 9.0)))
    moved = shop_of(longer[days:], first_day=f"2023-01-{2 + days:02}")
    assert changed(moved) == [False] * 4


def test_days_before_the_first_one_known_then_change_nothing() -> None:
    assert changed(shop_of(UNITS), fitted=shop_of(UNITS[5:], first_day="2023-01-07")) == [False] * 4


@given(st.integers(0, 59), st.integers(0, 3), st.sampled_from([0.0, 0.5, 99.0, 1e-5, 1e9, np.nan]))
def test_one_other_number_marks_its_product_alone(day: int, product: int, value: float) -> None:
    units = UNITS.copy()
    units[day, product] = value
    history = shop_of(UNITS)
    expected = [number == product and value != UNITS[day, product] for number in range(4)]
    assert changed(history.with_units(units)) == expected


def test_sales_swapped_between_two_days_are_seen() -> None:
    units = UNITS.copy()
    units[10, 2], units[20, 2] = 50.0, 60.0
    swapped = units.copy()
    swapped[[10, 20], 2] = swapped[[20, 10], 2]
    assert changed(shop_of(swapped), fitted=shop_of(units)) == [False, False, True, False]


def test_products_may_come_in_another_order_and_those_gone_have_changed() -> None:
    history = shop_of(UNITS)
    assert changed(history.part(np.array([3, 0, 2]))) == [False, True, False, False]


def test_where_nothing_can_be_compared_everything_has_changed() -> None:
    history = shop_of(UNITS)
    assert changed(history.first_days(59)) == [True] * 4
    assert changed(shop_of(UNITS, first_day="2023-01-10")) == [True] * 4
