import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory.own_number import asked_for, came_to

UNITS = st.integers(0, 90).map(float)


@given(units=UNITS, position=UNITS, demand=UNITS)
def test_what_was_there_is_sold_or_left_and_what_was_not_is_missed(units, position, demand):
    came = came_to(np.array([units]), position=np.array([position]), demand=np.array([demand]))
    assert came.left[0] - came.missed[0] == pytest.approx(position + units - demand)
    assert came.left[0] * came.missed[0] == 0


def test_a_record_below_zero_holds_nothing():
    assert came_to(np.array([5.0]), position=np.array([-3.0]), demand=np.array([5.0])).missed[0] == 0


def test_more_was_asked_for_than_sold_only_where_all_was_sold_and_more_was_expected():
    there, expected = np.array([24.0, 24.0, 24.0]), np.array([30.0, 20.0, 30.0])
    assert asked_for(np.array([24.0, 24.0, 23.0]), there=there, expected=expected).tolist() == [30, 24, 23]
